using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Street and house number are the same, and the towns are called by two names: a district and its city.</summary>
internal sealed class SameStreet : ComparisonLevel<OrganisationPair>
{
    public override string Words => "same street and house number";

    public override bool Holds(in OrganisationPair pair, LevelSet seen) =>
        pair.Left.Address is { } here && pair.Right.Address is { } there && here.IsSameStreetAs(there);

    public override float Bits(in OrganisationPair pair) => 4;
}
