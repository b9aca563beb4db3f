using System;

namespace PicsOnefile;

/// <summary>A record that is meant to stay unlinked, with the reason.</summary>
public sealed record LinkExclusion
{
    /// <summary>Officer or Organisation.</summary>
    public LinkKind Kind { get; init; }

    /// <summary>The PICSWeb Ident, or null where a Onefile record is excluded.</summary>
    public string? Ident { get; init; }

    /// <summary>The Onefile ID, or null where a PICSWeb record is excluded.</summary>
    public string? OnefileId { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who said so.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
