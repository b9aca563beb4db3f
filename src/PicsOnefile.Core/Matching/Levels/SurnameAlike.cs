using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>The surnames look alike beyond one typing error.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class SurnameAlike : ComparisonLevel<PersonPair>
{
    private const double M = 0.005;

    // So many times as many strangers bear a name that looks like this one.
    private const double Neighbours = 10;

    public override string Words => "surnames only look alike";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        TypingError.LookAlike(pair.Mine.Surname, pair.Theirs.Surname) || TypingError.MayLieBetween(pair.Mine.Surname, pair.Theirs.Surname);

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Neighbours * pair.SurnameShare);
}
