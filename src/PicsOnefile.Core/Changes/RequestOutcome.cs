using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Changes;

/// <summary>The outcome of one row of the journal.</summary>
/// <param name="State">The state; Intended leaves the intent open.</param>
/// <param name="Error">What went wrong, as the journal keeps it; or null.</param>
internal sealed record RowOutcome(ChangeState State, string? Error = null)
{
    /// <summary>The value of before as it was read, to the letter: an undo brings it back. Null keeps the intent's.</summary>
    public string? OldValue { get; init; }
}

/// <summary>What a request came to.</summary>
/// <param name="Rows">One for each intent, in their order.</param>
/// <param name="Error">The error for the caller; null where nothing went wrong.</param>
internal sealed record RequestOutcome(IReadOnlyList<RowOutcome> Rows, PicsOnefileException? Error)
{
    /// <summary>Makes the same outcome for every row.</summary>
    /// <param name="rows">How many rows the request has.</param>
    /// <param name="state">The state of each.</param>
    /// <param name="error">The error for the caller and the journal, or null.</param>
    /// <param name="words">The journal's words where the caller gets no error.</param>
    /// <returns>The outcome.</returns>
    public static RequestOutcome For(int rows, ChangeState state, PicsOnefileException? error, string? words = null) =>
        new([.. Enumerable.Repeat(new RowOutcome(state, error?.Message ?? words), rows)], error);
}
