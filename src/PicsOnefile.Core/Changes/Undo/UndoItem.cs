using PicsOnefile.Errors;
using PicsOnefile.Records;

namespace PicsOnefile.Changes.Undo;

/// <summary>One value that is to be brought back: exactly one of Change, Withdraws, Refusal and Skipped says what is to be done about it.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Target">The record in words, for -WhatIf and -Confirm.</param>
public sealed record UndoItem(RecordKind Kind, string Target)
{
    /// <summary>The journal's last row of the change that is undone; null where a backup is restored.</summary>
    public Change? Original { get; init; }

    /// <summary>The change that brings the value back.</summary>
    public PlannedChange? Change { get; init; }

    /// <summary>True for a change that is on the worklist and was not keyed in: it is taken from there.</summary>
    public bool Withdraws { get; init; }

    /// <summary>Why the value is left as it is, where the caller has to know.</summary>
    public PicsOnefileException? Refusal { get; init; }

    /// <summary>Why nothing is to be done.</summary>
    public string? Skipped { get; init; }

    /// <summary>What is done, in words, for -WhatIf and -Confirm; null where nothing is.</summary>
    public string? Action => Withdraws ? $"Take {Original!.NewValue ?? "the clearing"} from the worklist" : Change?.Action;
}
