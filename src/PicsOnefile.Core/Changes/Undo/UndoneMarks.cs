using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;

namespace PicsOnefile.Changes.Undo;

/// <summary>
/// A change that was undone has a row of its own in the journal, after that of the change which undid it. A process that ended between the two left it out, and
/// so did one whose outcome was recovered later.
/// </summary>
internal sealed class UndoneMarks(IJournal journal) : IRecoveryObserver
{
    /// <summary>The cmdlet of a run that undoes another.</summary>
    public const string Command = "Undo-LinkChange";

    /// <summary>The reason of a change that undoes one of a run. It is for people alone: the journal keeps which run a run undoes.</summary>
    public static string Reason(string runId, string? more) => $"Undo of run {runId}. {more}".TrimEnd();

    /// <summary>The row that says so.</summary>
    public static Change For(Change original, string why) => original with { State = ChangeState.Undone, Reason = why, Error = null };

    /// <summary>Why, where a run undid the change.</summary>
    public static string By(string runId) => $"Undone by run {runId}.";

    /// <summary>Completes the rows of what these changes undid.</summary>
    public void Recovered(IReadOnlyList<Change> settled)
    {
        var runs = settled.Where(change => change.State == ChangeState.Done).Select(change => change.RunId).Distinct(StringComparer.Ordinal).ToList();
        if (runs.Count == 0)
            return;
        var undoing = journal.UndoRuns();
        foreach (var runId in runs.Where(undoing.ContainsKey).Select(run => undoing[run]).Distinct(StringComparer.Ordinal))
            Complete(runId);
    }

    /// <summary>Completes the rows of what was undone of a run.</summary>
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
                .Select(row => For(row, By(back[(row.Kind, row.Key, row.Field)].RunId))),
        ]);
    }
}
