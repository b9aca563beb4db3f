using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>There are several branches, and nothing says which one is meant.</summary>
internal sealed class SeveralBranches : ComparisonLevel<OrganisationPair>
{
    public override string Words => "there are several branches";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in OrganisationPair pair, LevelSet seen)
    {
        var (telephone, email) = (seen.HasAny(LevelSets.OwnNumber), seen.HasAny(LevelSets.OwnMailbox));
        return !seen.HasAny(LevelSets.SamePlace) && (pair.Left.MayBeOtherBranch(telephone, email) || pair.Right.MayBeOtherBranch(telephone, email));
    }
}
