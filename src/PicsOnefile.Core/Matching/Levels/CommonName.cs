using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Somebody else of the name is likely in lists of this size.</summary>
internal sealed class CommonName : ComparisonLevel<PersonPair>
{
    public override bool Holds(in PersonPair pair, LevelSet seen) => pair.Counts.IsCommon(pair.Mine, pair.Theirs);
}
