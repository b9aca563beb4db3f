using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>A mobile number is the same, and one record of each side has it. It is one person's.</summary>
internal sealed class SameMobile : ComparisonLevel<TelephonePair>
{
    public override string Words => "same mobile number";

    public override Role Role => Role.OwnNumber | Role.SecondAccount | Role.Confirms;

    public override bool Holds(in TelephonePair pair, LevelSet seen) => pair.Number is { Found: true, Shared: false, Mobile: true };

    public override float Bits(in TelephonePair pair) => pair.Number.Bits;
}
