using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The MIS ID is the Ident of another record.</summary>
internal sealed class MisIdOfAnother : ComparisonLevel<ContactPair>
{
    public override string Words => "MIS ID is the Ident of another record";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto | Role.Denies;

    public override bool Holds(in ContactPair pair, LevelSet seen) => pair.Left.MisIdKnown;

    public override float Bits(in ContactPair pair) => -6;
}
