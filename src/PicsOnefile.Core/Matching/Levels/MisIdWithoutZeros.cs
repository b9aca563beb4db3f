using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The MIS ID is the Ident but for zeros in front, which a spreadsheet takes.</summary>
internal sealed class MisIdWithoutZeros : ComparisonLevel<ContactPair>
{
    public override string Words => "MIS ID is the Ident except for zeros in front";

    public override Role Role => Role.SecondAccount | Role.Confirms;

    public override bool Holds(in ContactPair pair, LevelSet seen) => pair.EqualButForZeros;

    public override float Bits(in ContactPair pair) => ContactPair.Most / 2;
}
