using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The middle names contradict each other.</summary>
internal sealed class OtherMiddleName : ComparisonLevel<PersonPair>
{
    public override string Words => "different middle names";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in PersonPair pair, LevelSet seen) => pair.BothHaveMiddleNames && seen.HasAny(Level.SameForename);

    public override float Bits(in PersonPair pair) => -4;
}
