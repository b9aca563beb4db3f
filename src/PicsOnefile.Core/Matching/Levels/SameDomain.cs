using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The web domain is the same, and the e-mail address does not say so already.</summary>
internal sealed class SameDomain : ComparisonLevel<OrganisationPair>
{
    // One of its own, and one that the name makes likely or that others have too.
    private const float Own = 6;
    private const float ByName = 2;

    public override string Words => "same web domain";

    public override bool Holds(in OrganisationPair pair, LevelSet seen) =>
        pair.Left.Domain is { } domain && domain == pair.Right.Domain && !seen.HasAny(Level.SameEmail | Level.SharedEmail);

    public override float Bits(in OrganisationPair pair) => pair.Left.EmailFromName || pair.Right.EmailFromName || pair.Left.DomainFrequency > 2 ? ByName : Own;
}
