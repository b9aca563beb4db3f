using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The street is the same, and the numbers of house, unit or floor are two.</summary>
internal sealed class OtherHouse : ComparisonLevel<OrganisationPair>
{
    /// <summary>The weight in bits.</summary>
    public const float Weight = -1;

    public override string Words => "different house, unit or floor numbers";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in OrganisationPair pair, LevelSet seen) =>
        pair.Left.Address is { } here && pair.Right.Address is { } there && here.IsOtherHouseThan(there, ofOnePostcode: false);

    public override float Bits(in OrganisationPair pair) => Weight;
}
