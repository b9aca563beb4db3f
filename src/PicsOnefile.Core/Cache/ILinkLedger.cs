using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A link as this module last made or saw it; what Drifted and Broken are measured against.</summary>
public sealed record RecordedLink
{
    /// <summary>Officer or Organisation.</summary>
    public LinkKind Kind { get; init; }

    /// <summary>The PICSWeb Ident.</summary>
    public string Ident { get; init; } = "";

    /// <summary>The Onefile ID.</summary>
    public string OnefileId { get; init; } = "";

    /// <summary>The centre of the Onefile record.</summary>
    public string CentreId { get; init; } = "";

    /// <summary>The environment that the Onefile ID belongs to.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>What ties the two together.</summary>
    public LinkBy LinkBy { get; init; }

    /// <summary>The time since which the link exists.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The account that made the link with this module; null for a link that was found.</summary>
    public string? LinkedBy { get; init; }

    /// <summary>Whether the link is on the worklist and not yet seen in PICSWeb.</summary>
    public bool Pending { get; init; }
}

/// <summary>Recorded links, exclusions and attestations; a rebuild of the cache keeps them.</summary>
public interface ILinkLedger
{
    /// <summary>Returns the recorded links of a kind in all environments.</summary>
    IReadOnlyList<RecordedLink> Links(LinkKind kind);

    /// <summary>Records links; the key is kind, Ident, centre and environment.</summary>
    void Record(IReadOnlyCollection<RecordedLink> links);

    /// <summary>Removes links that no longer exist.</summary>
    void Forget(IReadOnlyCollection<RecordedLink> links);

    /// <summary>Returns the exclusions of an environment.</summary>
    IReadOnlyList<LinkExclusion> Exclusions(OnefileEnvironment environment);

    /// <summary>Adds an exclusion, or updates the reason of an existing one.</summary>
    void Exclude(LinkExclusion exclusion);

    /// <summary>Removes an exclusion.</summary>
    /// <returns>Whether there was one.</returns>
    bool Include(LinkExclusion exclusion);

    /// <summary>Returns the last attestation of each subject.</summary>
    IReadOnlyList<Attestation> Attestations();

    /// <summary>Adds an attestation. Earlier ones of the subject are kept; the last counts.</summary>
    void Attest(Attestation attestation);

    /// <summary>Returns a named fact that survives a rebuild, for example the first number of centres; null where it was never set.</summary>
    string? Fact(string name);

    /// <summary>Sets a named fact.</summary>
    void SetFact(string name, string value);
}
