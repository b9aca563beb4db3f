using System;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>The surname of one side is a part of the other side's. A middle name may be the first half of a double surname that the other side writes in
/// full: Harpreet Kaur Gill, Harpreet Kaur.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class SurnamePart : ComparisonLevel<PersonPair>
{
    private const double M = 0.01;

    // Few strangers have a double-barrelled surname with the part in it.
    private const double Doubled = 4;

    public override string Words => "part of a double-barrelled surname";

    public override Role Role => Role.SurnameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) => Shared(pair.Mine, pair.Theirs) is not null;

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, pair.Counts.SurnameShare(Shared(pair.Mine, pair.Theirs)!) / Doubled);

    private static string? Shared(PersonName mine, PersonName theirs)
    {
        foreach (var word in mine.Surnames)
        {
            if (word.Length > 1 && (mine.Surnames.Length > 1 || theirs.Surnames.Length > 1) && Array.IndexOf(theirs.Surnames, word) >= 0)
                return word;
        }

        if (mine.Surname.Length > 1 && Array.IndexOf(theirs.Given, mine.Surname, Math.Min(1, theirs.Given.Length)) >= 0)
            return mine.Surname;
        return theirs.Surname.Length > 1 && Array.IndexOf(mine.Given, theirs.Surname, Math.Min(1, mine.Given.Length)) >= 0 ? theirs.Surname : null;
    }
}
