using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Each name has a number that the other lacks.</summary>
internal sealed class OtherNumber : OrganisationNameLevel
{
    public override string Words => "different numbers in the names";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in OrganisationNamePair pair) => pair.NumbersDiffer;

    public override float Bits(in OrganisationNamePair pair) => pair.Weight - 8;

    // How much is in common is said too.
    public override LevelSet Implies(in OrganisationNamePair pair) => SomeWords.Share(pair);
}
