using System;

namespace PicsOnefile;

/// <summary>Something that no system shows and that a person has vouched for.</summary>
public sealed record Attestation
{
    /// <summary>What is attested: DesktopIntegration or MisValueFields; in the ledger with the environment that it was said in.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What was said of it.</summary>
    public string Value { get; init; } = "";

    /// <summary>Who said so.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
