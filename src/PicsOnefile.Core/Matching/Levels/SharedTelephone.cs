using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>A telephone number is the same, and other records of a side have it too.</summary>
internal sealed class SharedTelephone : ComparisonLevel<TelephonePair>
{
    public override string Words => "same telephone number, but shared";

    public override Role Role => Role.SecondAccount | Role.Confirms;

    public override bool Holds(in TelephonePair pair, LevelSet seen) => pair.Number.Found;

    public override float Bits(in TelephonePair pair) => pair.Number.Bits;
}
