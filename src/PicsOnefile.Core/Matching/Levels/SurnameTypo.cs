using System;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>One surname is the other with a typing error.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class SurnameTypo : ComparisonLevel<PersonPair>
{
    private const double M = 0.025;

    // A word within one typing error of a name is borne by more strangers than the name itself, by about this factor.
    private const double Neighbours = 3;

    // In a shorter name one letter is too much of the whole.
    private const int FewestLetters = 4;

    public override string Words => "surname with a typing error";

    public override Role Role => Role.SurnameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        Math.Min(pair.Mine.Surname.Length, pair.Theirs.Surname.Length) >= FewestLetters && TypingError.Between(pair.Mine.Surname, pair.Theirs.Surname);

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Neighbours * pair.SurnameShare);
}
