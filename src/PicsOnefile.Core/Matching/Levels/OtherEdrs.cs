using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The EDRS numbers are two.</summary>
internal sealed class OtherEdrs : ComparisonLevel<OrganisationPair>
{
    public override bool Holds(in OrganisationPair pair, LevelSet seen) => pair.Left.Edrs is not null && pair.Right.Edrs is not null;

    public override float Bits(in OrganisationPair pair) => -6;
}
