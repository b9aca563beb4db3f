using System;

namespace PicsOnefile.Linking;

/// <summary>One line of the link snapshot, in words that fit both kinds; <see cref="LinkMapper"/> turns it into what the shell shows.</summary>
public sealed record LinkEntry
{
    /// <summary>Officer or Organisation.</summary>
    public LinkKind Kind { get; init; }

    /// <summary>The PICSWeb record, or null.</summary>
    public IPicsWebRecord? PicsWeb { get; init; }

    /// <summary>The Onefile record, or null.</summary>
    public IOnefileRecord? Onefile { get; init; }

    /// <summary>The Onefile ID that PICSWeb holds, where no Onefile record of that ID is known.</summary>
    public string? MissingOnefileId { get; init; }

    /// <summary>The Ident of a PICSWeb record that has gone from its list.</summary>
    public string? MissingIdent { get; init; }

    /// <summary>The state.</summary>
    public LinkState State { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Since when the link is recorded.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who made it with this module.</summary>
    public string? LinkedBy { get; init; }

    /// <summary>True where the two records are tied together, whatever else is wrong with the link.</summary>
    public bool Tied { get; init; }

    /// <summary>When the older of the two sides was read. A side without a record counts by its oldest list.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The PICSWeb Ident.</summary>
    public string? Ident => PicsWeb?.Ident ?? MissingIdent;

    /// <summary>The Onefile ID of either kind.</summary>
    public string? OnefileId => Onefile?.OnefileId ?? MissingOnefileId;
}
