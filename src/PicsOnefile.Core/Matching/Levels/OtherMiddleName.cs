using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The middle names contradict each other.</summary>
internal sealed class OtherMiddleName : ComparisonLevel<PersonPair>
{
    public override string Words => "different middle names";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    // Behind an initial they can agree too, which is no evidence of its own.
    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        pair.BothHaveMiddleNames
        && (seen.HasAny(Level.SameForename) || (seen.HasAny(Level.ForenameInitial) && !SameMiddleName.Agree(pair.Mine.Given, pair.Theirs.Given)));

    public override float Bits(in PersonPair pair) => -4;
}
