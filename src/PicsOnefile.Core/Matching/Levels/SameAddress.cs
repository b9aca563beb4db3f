using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The address is the same: street, house and town.</summary>
internal sealed class SameAddress : ComparisonLevel<OrganisationPair>
{
    public override string Words => "same address";

    public override Role Role => Role.Place | Role.SecondAccount | Role.Confirms;

    public override bool Holds(in OrganisationPair pair, LevelSet seen) => pair.SameAddress;

    public override float Bits(in OrganisationPair pair) => 9;
}
