using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;

namespace PicsOnefile.Linking.TakingBack;

/// <summary>
/// The journal's word that a change was taken back is a row of its own, after that of the change which took it back. A process that ended between the two, or
/// one whose outcome was found out later, left it out.
/// </summary>
internal sealed class UndoneMarks(IJournal journal) : IRecoveryObserver
{
    /// <summary>The reason of a change that takes back one of a run: for people alone, the run itself says which one it takes back.</summary>
    public static string Reason(string runId, string? more) => $"Undo of run {runId}. {more}".TrimEnd();

    /// <summary>The row that says so.</summary>
    public static Change Of(Change original, string why) => original with { State = ChangeState.Undone, Reason = why, Error = null };

    /// <summary>Why, where a run took the change back.</summary>
    public static string By(string runId) => $"Undone by run {runId}.";

    /// <summary>Completes what these changes took back.</summary>
    public void Recovered(IReadOnlyList<Change> settled)
    {
        var runs = settled.Where(change => change.State == ChangeState.Done).Select(change => change.RunId).Distinct(StringComparer.Ordinal).ToList();
        if (runs.Count == 0)
            return;
        var undoing = journal.UndoRuns();
        foreach (var runId in runs.Where(undoing.ContainsKey).Select(run => undoing[run]).Distinct(StringComparer.Ordinal))
            Complete(runId);
    }

    /// <summary>Completes what was taken back of a run.</summary>
    public void Complete(string runId)
    {
        var rows = journal.Read(new JournalFilter(RunId: runId));
        var last = rows.GroupBy(row => row.ChangeId, StringComparer.Ordinal)
            .Select(change => change.Last())
            .Where(row => row.State is ChangeState.Done or ChangeState.Intended)
            .ToList();
        if (last.Count == 0)
            return;
        var back = journal
            .UndoRuns()
            .Where(run => run.Value == runId)
            .SelectMany(run => journal.Read(new JournalFilter(RunId: run.Key)))
            .Where(row => row.State == ChangeState.Done)
            .OrderBy(row => row.Sequence)
            .GroupBy(row => (row.Kind, row.Key, row.Field))
            .ToDictionary(undone => undone.Key, undone => undone.Last());
        journal.Append([
            .. last.Where(row => back.TryGetValue((row.Kind, row.Key, row.Field), out var by) && by.Sequence > row.Sequence)
                .Select(row => Of(row, By(back[(row.Kind, row.Key, row.Field)].RunId))),
        ]);
    }
}
