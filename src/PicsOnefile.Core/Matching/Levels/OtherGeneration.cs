using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>One is junior and the other is not.</summary>
internal sealed class OtherGeneration : ComparisonLevel<PersonPair>
{
    public override string Words => "one is junior, the other is not";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        pair.Mine.Generation > 0 && pair.Theirs.Generation > 0 && pair.Mine.Generation != pair.Theirs.Generation;

    public override float Bits(in PersonPair pair) => -6;
}
