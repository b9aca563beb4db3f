using System;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>The middle names agree, as far as both have them; an initial, a form or a typing error is enough.</summary>
internal sealed class SameMiddleName : ComparisonLevel<PersonPair>
{
    public override string Words => "same middle name";

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        pair.BothHaveMiddleNames && seen.HasAny(Level.SameForename) && Agree(pair.Mine.Given, pair.Theirs.Given);

    public override float Bits(in PersonPair pair) => 3;

    /// <summary>True where no given name behind the first contradicts the other side's.</summary>
    /// <param name="mine">The given names of one side.</param>
    /// <param name="theirs">The other side's.</param>
    public static bool Agree(string[] mine, string[] theirs)
    {
        for (var i = 1; i < Math.Min(mine.Length, theirs.Length); i++)
        {
            var (a, b) = (mine[i], theirs[i]);
            if (a[0] != b[0] || (a.Length > 1 && b.Length > 1 && a != b && !NameForms.AreOne(a, b) && !TwoForenames.IsTypingError(a, b)))
                return false;
        }

        return true;
    }
}
