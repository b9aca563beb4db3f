using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>What the names have in common says next to nothing.</summary>
internal sealed class OtherName : OrganisationNameLevel
{
    /// <summary>The weight in bits.</summary>
    public const float Weight = -8;

    public override string Words => "different names";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in OrganisationNamePair pair) => pair.IsHardlyInformative;

    public override float Bits(in OrganisationNamePair pair) => Weight;

    public override LevelSet Implies(in OrganisationNamePair pair) => Level.NameContradicts;
}
