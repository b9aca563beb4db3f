using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names are the same but for words that are in the other side's address.</summary>
internal sealed class TownInName : OrganisationNameLevel
{
    public override string Words => "same name, with the town on one side";

    public override bool Holds(in OrganisationNamePair pair) => pair.IsInformative && !pair.Typo && pair.OthersAreInAddresses;

    public override LevelSet Implies(in OrganisationNamePair pair) => Level.NameAgrees;
}
