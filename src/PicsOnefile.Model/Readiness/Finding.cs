using System;

namespace PicsOnefile;

/// <summary>One thing that a readiness rule found.</summary>
public sealed record Finding : DatedRecord
{
    /// <summary>The rule's stable ID, for example PO-L001.</summary>
    public string RuleId { get; init; } = "";

    /// <summary>Information, NotChecked, Warning or Error.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The ID of the record that the finding is about, or null for the whole.</summary>
    public string? Target { get; init; }

    /// <summary>The record's name.</summary>
    public string? TargetName { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public string Message { get; init; } = "";

    /// <summary>What to do: a command or a screen.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>When it was found.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(RuleId, Target, TargetName);
}
