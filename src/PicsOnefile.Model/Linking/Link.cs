using System;

namespace PicsOnefile;

/// <summary>The link of one record, or that it has none.</summary>
public abstract record Link : DatedRecord
{
    /// <summary>Officer or Organisation.</summary>
    public abstract LinkKind Kind { get; }

    /// <summary>The centre of the Onefile record.</summary>
    public string? CentreId { get; init; }

    /// <summary>The state; see the table in about_PicsOnefile.</summary>
    public LinkState State { get; init; } = LinkState.Unknown;

    /// <summary>Since when this module knows of the link, or null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who made the link with this module, or null where it was found as it is.</summary>
    public string? LinkedBy { get; init; }

    /// <summary>Why the state is what it is, in a sentence.</summary>
    public string Detail { get; init; } = "";

    /// <summary>
    /// The environment, Onefile's ID of the customer and a fingerprint of PICSWeb's address (Live/7001/5f2a91c4). Rows of another origin than the connected one
    /// are refused.
    /// </summary>
    public string? Origin { get; init; }
}
