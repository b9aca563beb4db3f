using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>The one line in which a bulk command says what it did: "38 linked, 16 undecided, 0 refused, 0 conflicts; run 20261129T134300123Z-b7c1d2".</summary>
public static class ResultLine
{
    // More runs than this are counted. One command rarely has more than one.
    private const int MostRuns = 3;

    // The counts in the order of the line.
    private static readonly IReadOnlyList<Row> Rows =
    [
        new(ResultKind.Done, "done", Shown.NotZero),
        new(ResultKind.Added, "added", Shown.NotZero),
        new(ResultKind.Removed, "removed", Shown.NotZero),
        new(ResultKind.Renamed, "renamed", Shown.NotZero),
        new(ResultKind.Excluded, "excluded", Shown.NotZero),
        new(ResultKind.Rejected, "rejected", Shown.NotZero),
        new(ResultKind.Already, "already so", Shown.NotZero),
        new(ResultKind.Undecided, "undecided", Shown.NotZero),
        new(ResultKind.Uncertain, "below the wanted confidence", Shown.NotZero),
        new(ResultKind.Left, "left alone", Shown.NotZero),
        new(ResultKind.Declined, "declined", Shown.NotZero),
        // Where something was written, these zeros are the good news.
        new(ResultKind.Refused, "refused", Shown.WithRun),
        new(ResultKind.Conflict, "conflicts", Shown.WithRun) { One = "conflict" },
        new(ResultKind.Failed, "failed", Shown.NotZero),
        new(ResultKind.Waiting, "waiting for a person", Shown.NotZero),
        new(ResultKind.NotDone, "not done", Shown.NotZero),
        new(ResultKind.Open, "sent and not confirmed yet", Shown.NotZero),
    ];

    private enum Shown
    {
        NotZero,
        WithRun,
    }

    /// <summary>Writes the line.</summary>
    /// <param name="tally">The counts.</param>
    /// <param name="form">The command's words.</param>
    /// <param name="isWhatIf">True for -WhatIf: nothing was carried out.</param>
    /// <param name="isStopped">True where the command ended before its end.</param>
    public static string For(RunTally tally, ResultForm form, bool isWhatIf = false, bool isStopped = false)
    {
        var runs = tally.Runs;
        isWhatIf &= form.Would is not null;
        var first = isWhatIf ? (Count: tally[ResultKind.Would], Words: form.Would) : (Count: tally[form.Main], Words: form.Done);
        var others = Rows.Where(row => row.Kind != form.Main)
            .Select(row => (Row: row, Count: tally[row.Kind]))
            .Where(one => one.Count > 0 || (!isWhatIf && form.Zeros.Contains(one.Row.Kind)) || (one.Row.When == Shown.WithRun && runs.Count > 0))
            .Select(one => $"{one.Count} {(one.Row.Kind == ResultKind.Already ? form.Already : one.Row.For(one.Count))}");
        return (isStopped ? "Stopped: " : isWhatIf ? "What if: " : "") + string.Join(", ", others.Prepend($"{first.Count} {first.Words}")) + Named(runs);
    }

    private static string Named(IReadOnlyList<string> runs) =>
        runs.Count switch
        {
            0 => "",
            1 => $"; run {runs[0]}",
            <= MostRuns => $"; runs {string.Join(", ", runs)}",
            _ => $"; {runs.Count} runs, the last {runs[runs.Count - 1]}",
        };

    private sealed record Row(ResultKind Kind, string Many, Shown When)
    {
        public string? One { get; init; }

        public string For(int count) => count == 1 ? One ?? Many : Many;
    }
}
