using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Beside the postcode, the house, unit or floor is the same: about fifteen addresses share a postcode.</summary>
internal sealed class SameHouse : ComparisonLevel<OrganisationPair>
{
    public override bool Holds(in OrganisationPair pair, LevelSet seen) => seen.HasAny(Level.SamePostcode) && !seen.HasAny(Level.OtherHouse) && pair.SameHouse;

    public override float Bits(in OrganisationPair pair) => 3.5f;
}
