using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The postcodes are two.</summary>
internal sealed class OtherPostcode : ComparisonLevel<OrganisationPair>
{
    public override string Words => "different postcodes: another branch?";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto | Role.Denies;

    public override bool Holds(in OrganisationPair pair, LevelSet seen) => !pair.AsksAddresses;

    // Nearby, the firm may have moved.
    public override float Bits(in OrganisationPair pair) => pair.Left.Postcode!.Value.Outward == pair.Right.Postcode!.Value.Outward ? -2 : -4;
}
