using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Records;

namespace PicsOnefile.Linking.TakingBack;

/// <summary>One value that is to be brought back: exactly one of Change, Withdraws, Refusal and Skipped says what is to be done about it.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Target">The record in words, for -WhatIf and -Confirm.</param>
public sealed record Reversal(RecordKind Kind, string Target)
{
    /// <summary>The journal's last row of the change that is taken back; null where a backup is restored.</summary>
    public Change? Original { get; init; }

    /// <summary>The change that brings the value back.</summary>
    public PlannedChange? Change { get; init; }

    /// <summary>True for a change that stands on the worklist and was not keyed in: it is taken from there.</summary>
    public bool Withdraws { get; init; }

    /// <summary>Why the value is left as it is, where somebody has to know.</summary>
    public PicsOnefileException? Refusal { get; init; }

    /// <summary>Why nothing is to be done.</summary>
    public string? Skipped { get; init; }

    /// <summary>What is done, in words, for -WhatIf and -Confirm; null where nothing is.</summary>
    public string? Action => Withdraws ? $"Take {Original!.NewValue ?? "the clearing"} from the worklist" : Change?.Action;
}

/// <summary>What is to be brought back, and the records as they were when that was decided.</summary>
public sealed record ReversalPlan
{
    internal ReversalPlan(RecordsNow now, IReadOnlyList<Reversal> items) => (Now, Items) = (now, items);

    /// <summary>The values in the order in which they are brought back.</summary>
    public IReadOnlyList<Reversal> Items { get; init; }

    internal RecordsNow Now { get; }

    /// <summary>Why the plan is larger than it may be, or null.</summary>
    /// <param name="limit">The limit; null for none.</param>
    /// <param name="of">How many records a percentage is of.</param>
    /// <param name="ofWhat">These records, in words.</param>
    public PicsOnefileException? Exceeded(ChangeLimit? limit, int of, string ofWhat) =>
        LinkLimits.Exceeded(Items.Count(item => item.Change is not null), of, limit, "records", ofWhat);
}

/// <summary>What became of it.</summary>
/// <param name="Rows">The journal's rows about the outcome.</param>
/// <param name="Failures">What went wrong, one for each record.</param>
public sealed record ReversalResult(IReadOnlyList<Change> Rows, IReadOnlyList<PicsOnefileException> Failures);
