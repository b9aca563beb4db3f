using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>All given names are the same in one word, middle names with them: worth as much as a middle name, and the forename says it already.</summary>
internal sealed class SameGivenNames : ComparisonLevel<PersonPair>
{
    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        pair.BothHaveMiddleNames && seen.HasAny(Level.SameForename) && pair.Mine.AllGiven == pair.Theirs.AllGiven;

    public override float Bits(in PersonPair pair) => 3;
}
