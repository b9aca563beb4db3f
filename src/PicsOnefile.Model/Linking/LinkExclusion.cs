using System;

namespace PicsOnefile;

/// <summary>
/// A record that is meant to stay unlinked, with the reason; or a qualification that is meant to stay as it is. Where a qualification and a code are both
/// named, a person has rejected that the one is the other.
/// </summary>
public sealed record LinkExclusion
{
    /// <summary>The environment of the exclusion: Practice and Live are separate systems on both sides.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>What it is about.</summary>
    public ExclusionKind Kind { get; init; }

    /// <summary>The PICSWeb Ident, of a qualification its key; null where a Onefile record is excluded.</summary>
    public string? Ident { get; init; }

    /// <summary>The Onefile ID, of a qualification the code (196GW); null where a PICSWeb record is excluded.</summary>
    public string? OnefileId { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who said so.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Describes it in few words: what it is about, in a few words.</summary>
    public override string ToString() => Described.By(Kind.ToString(), Ident, OnefileId);
}
