using PicsOnefile.Records;

namespace PicsOnefile.Changes.Undo;

/// <summary>One value that is to be brought back.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Target">The record in words.</param>
/// <param name="Step">What is to be done.</param>
public sealed record UndoItem(RecordKind Kind, string Target, PlanStep Step) : PlanItem(Step)
{
    /// <summary>The journal's last row of the change that is undone; null where a backup is restored.</summary>
    public Change? Original { get; init; }

    /// <inheritdoc/>
    public override string SkippedLine => $"{Target}: {Skipped}.";
}
