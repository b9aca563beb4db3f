using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The EDRS numbers are the same. The number names the employer, not the branch.</summary>
internal sealed class SameEdrs : ComparisonLevel<OrganisationPair>
{
    public override string Words => "same EDRS number";

    public override Role Role => Role.Confirms;

    public override bool Holds(in OrganisationPair pair, LevelSet seen) => pair.Left.Edrs is { } mine && mine == pair.Right.Edrs;

    public override float Bits(in OrganisationPair pair) => 12;
}
