using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Changes.Undo;

/// <summary>What is to be brought back, and the records as they were when that was decided.</summary>
public sealed record UndoPlan
{
    internal UndoPlan(ICurrentValues current, IReadOnlyList<UndoItem> items) => (Current, Items) = (current, items);

    /// <summary>The values in the order in which they are brought back.</summary>
    public IReadOnlyList<UndoItem> Items { get; init; }

    internal ICurrentValues Current { get; }

    /// <summary>Compares the plan with a limit.</summary>
    /// <param name="limit">The limit; null for none.</param>
    /// <param name="of">How many records a percentage is of.</param>
    /// <param name="ofWhat">These records, in words.</param>
    /// <returns>Why the plan is larger than it may be, or null.</returns>
    public PicsOnefileException? Exceeded(ChangeLimit? limit, int of, string ofWhat) =>
        PlanLimit.Exceeded(Items.Count(item => item.Change is not null), of, limit, "records", ofWhat);
}
