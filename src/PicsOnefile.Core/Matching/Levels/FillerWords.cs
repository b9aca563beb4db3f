using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names are the same but for general words; those behind a name (Co, UK) mean nothing at all.</summary>
internal sealed class FillerWords : OrganisationNameLevel
{
    public override string Words => "same name except for general words";

    public override bool Holds(in OrganisationNamePair pair) => pair.IsInformative && !pair.Typo && (pair.OthersAreEndings || pair.OthersAreGeneral);

    public override LevelSet Implies(in OrganisationNamePair pair) => pair.OthersAreEndings ? Level.NameAgrees : Level.NameLoose;
}
