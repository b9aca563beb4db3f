using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The postcodes are in one area, as far as both sides say, and the addresses do not show more.</summary>
internal sealed class SameOutward : ComparisonLevel<OrganisationPair>
{
    /// <summary>The weight in bits.</summary>
    public const float Weight = 3;

    public override string Words => "same postal area";

    public override bool Holds(in OrganisationPair pair, LevelSet seen) => !pair.SameAddress;

    public override float Bits(in OrganisationPair pair) => Weight;
}
