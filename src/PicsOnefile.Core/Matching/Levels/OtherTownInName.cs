using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names speak of two towns, or one of another town than the other side's address.</summary>
internal sealed class OtherTownInName : OrganisationNameLevel
{
    public override string Words => "the names have different towns";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in OrganisationNamePair pair) => pair.TownsDiffer;

    public override float Bits(in OrganisationNamePair pair) => pair.Weight - 6;

    // How much is in common is said too.
    public override LevelSet Implies(in OrganisationNamePair pair) => SomeWords.Share(pair);
}
