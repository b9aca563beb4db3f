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

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Who made it with this module; null where it was found as it is.</summary>
    public string? LinkedBy { get; init; }

    /// <summary>True while it stands on the worklist and was not yet seen in PICSWeb.</summary>
    public bool Pending { get; init; }
}

/// <summary>What people decided and what was linked: kept when the cache is rebuilt.</summary>
public interface ILinkLedger
{
    /// <summary>The recorded links of a kind, of all environments.</summary>
    IReadOnlyList<RecordedLink> Links(LinkKind kind);

    /// <summary>Records links; the key is kind, Ident, centre and environment.</summary>
    void Record(IReadOnlyCollection<RecordedLink> links);

    /// <summary>Forgets links that were taken off.</summary>
    void Forget(IReadOnlyCollection<RecordedLink> links);

    /// <summary>The exclusions that stand in an environment.</summary>
    IReadOnlyList<LinkExclusion> Exclusions(OnefileEnvironment environment);

    /// <summary>Adds an exclusion, or gives a standing one a new reason.</summary>
    void Exclude(LinkExclusion exclusion);

    /// <summary>Takes an exclusion back; false if there was none.</summary>
    bool Include(LinkExclusion exclusion);

    /// <summary>The last attestation of each subject.</summary>
    IReadOnlyList<Attestation> Attestations();

    /// <summary>Adds an attestation; earlier ones of the subject are kept, the last counts.</summary>
    void Attest(Attestation attestation);

    /// <summary>A named fact that must survive a rebuild, for example the number of centres seen first; null if never set.</summary>
    string? Fact(string name);

    /// <summary>Sets a named fact.</summary>
    void SetFact(string name, string value);
}
