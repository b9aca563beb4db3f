using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>One side has no surname.</summary>
internal sealed class SurnameMissing : ComparisonLevel<PersonPair>
{
    public override string Words => "no surname on one side";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in PersonPair pair, LevelSet seen) => pair.Mine.Surnames.Length == 0 || pair.Theirs.Surnames.Length == 0;
}
