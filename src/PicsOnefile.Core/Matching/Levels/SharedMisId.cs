using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The MIS ID is the Ident, and another record has the same one.</summary>
internal sealed class SharedMisId : ComparisonLevel<ContactPair>
{
    public override string Words => "MIS ID is the Ident, but another record has the same one";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto | Role.SecondAccount;

    public override bool Holds(in ContactPair pair, LevelSet seen) =>
        pair.Left.MisKey == pair.Right.MisKey || (!pair.Left.MisIdKnown && pair.Left.MisIdFrequency != 1 && pair.EqualButForZeros);

    public override float Bits(in ContactPair pair) => ContactPair.Most / 2;
}
