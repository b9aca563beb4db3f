using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The addresses have nothing in common, or are two streets or two towns.</summary>
internal sealed class OtherAddress : ComparisonLevel<OrganisationPair>
{
    public override string Words => "different addresses";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Denies;

    public override bool Holds(in OrganisationPair pair, LevelSet seen) =>
        pair.Left.Address is { } here && pair.Right.Address is { } there && here.IsElsewhereThan(there);

    public override float Bits(in OrganisationPair pair) => -2;
}
