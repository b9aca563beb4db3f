using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>One side has no forename.</summary>
internal sealed class ForenameMissing : ComparisonLevel<PersonPair>
{
    public override string Words => "no forename on one side";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in PersonPair pair, LevelSet seen) => pair.Mine.Given.Length == 0 || pair.Theirs.Given.Length == 0;
}
