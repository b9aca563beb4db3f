using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes.History;

/// <summary>The runs of the journal, each with what its changes came to.</summary>
/// <param name="journal">The journal.</param>
/// <param name="environment">The connected environment.</param>
public sealed class RunHistory(IJournal journal, OnefileEnvironment environment)
{
    // The first that fits says what a change counts as; a change that fits none was not attempted.
    private static readonly IReadOnlyList<(Func<RunChange, bool> Fits, Func<LinkRun, LinkRun> Count)> Counts =
    [
        (change => change.IsMade, run => run with { Done = run.Done + 1 }),
        (change => change.IsOpen, run => run with { Open = run.Open + 1 }),
        (change => change.Ended(ChangeState.Conflict), run => run with { Conflicts = run.Conflicts + 1 }),
        (change => change.Ended(ChangeState.Failed), run => run with { Failed = run.Failed + 1 }),
        (change => change.IsAnothers, run => run with { Already = run.Already + 1 }),
        (change => change.IsWaiting, run => run with { Pending = run.Pending + 1 }),
        (change => change.WasLeftToPerson, run => run),
        (_ => true, run => run with { Skipped = run.Skipped + 1 }),
    ];

    /// <summary>Reads the runs.</summary>
    /// <returns>The runs, with the newest first.</returns>
    public IReadOnlyList<LinkRun> Read() => [.. ReadAll()];

    /// <summary>
    /// Finds the newest run of this account and machine that changed something in the connected environment. A run that is an undo, or of which nothing is left
    /// to undo, does not count.
    /// </summary>
    /// <exception cref="PicsOnefileException">RunUnknown: there is none.</exception>
    public LinkRun FindNewestToUndo()
    {
        var (actor, machine) = (RunningAccount.Name, System.Environment.MachineName);
        return ReadAll()
                .FirstOrDefault(run =>
                    run.NotUndone > 0
                    && run.Undoes is null
                    && run.Command != UndoneMarks.Command
                    && run.Environment == environment
                    && run.Actor.Equals(actor, StringComparison.OrdinalIgnoreCase)
                    && run.Machine.Equals(machine, StringComparison.OrdinalIgnoreCase)
                )
            ?? throw ErrorKinds.RunUnknown.For(
                null,
                $"There is nothing to undo: the journal has no run of {actor} on {machine} in {environment} with a change that is not undone."
            );
    }

    private IEnumerable<LinkRun> ReadAll()
    {
        var undoes = journal.UndoRuns();
        var changes = journal
            .Read(new JournalFilter())
            .GroupBy(row => row.ChangeId, StringComparer.Ordinal)
            .Select(rows => new RunChange([.. rows]))
            .ToLookup(change => change.RunId, StringComparer.Ordinal);
        return journal.Runs().Reverse().Select(run => Summarise(run, changes, undoes));
    }

    private static LinkRun Summarise(JournalRun run, ILookup<string, RunChange> changes, IReadOnlyDictionary<string, string> undoes)
    {
        var own = changes[run.RunId].ToList();
        var undoneBy = own.ToDictionary(change => change, change => FindUndo(change, changes, undoes));
        var summary = new LinkRun
        {
            RunId = run.RunId,
            At = run.StartedAt,
            Actor = run.Actor,
            Machine = run.Machine,
            Command = run.Command,
            Undone = undoneBy.Values.OfType<string>().OrderBy(id => id, StringComparer.Ordinal).LastOrDefault(),
            UndoneChanges = own.Count(change => change.WasWithdrawn || undoneBy[change] is not null),
            NotUndone = own.Count(change => change.IsOfASystem && (change.IsMade || change.IsOpen || change.IsWaiting) && undoneBy[change] is null),
            Undoes = undoes.TryGetValue(run.RunId, out var undone) ? undone : null,
            Environment = own.FirstOrDefault()?.Environment,
        };
        return own.Aggregate(summary, (counted, change) => Counts.First(row => row.Fits(change)).Count(counted));
    }

    // An undo that was undone itself takes nothing back.
    private static string? FindUndo(RunChange change, ILookup<string, RunChange> changes, IReadOnlyDictionary<string, string> undoes) =>
        change.UndoneBy(undoes.Where(undo => undo.Value == change.RunId).Select(undo => undo.Key)) is { } by
        && changes[by].Where(change.IsOfTheSameField).All(undo => FindUndo(undo, changes, undoes) is null)
            ? by
            : null;

    /// <summary>The journal's rows of one change.</summary>
    private sealed class RunChange(IReadOnlyList<Change> rows)
    {
        private readonly Change _last = rows[rows.Count - 1];

        public string RunId => _last.RunId;

        public OnefileEnvironment Environment => _last.Environment;

        // A list that was accepted at its length is a row of the journal and no change of either system.
        public bool IsOfASystem => RecordType.For(_last.Kind) is not null || _last.Kind == RecordType.NewQualification;

        public bool IsMade => rows.Any(row => row.State == ChangeState.Done);

        public bool IsOpen => rows.All(row => row.State == ChangeState.Intended);

        public bool IsAnothers => rows.Any(row => row.State == ChangeState.Skipped && MadeAlready.IsSaidBy(row));

        public bool WasLeftToPerson => rows.All(row => row.State != ChangeState.Intended);

        public bool IsWaiting => WasLeftToPerson && _last.State == ChangeState.Skipped;

        public bool WasWithdrawn => WasLeftToPerson && _last.State == ChangeState.Undone;

        public bool Ended(ChangeState state) => rows.Any(row => row.State == state);

        public bool IsOfTheSameField(RunChange other) =>
            (other._last.Kind, other._last.Key, other._last.Field) == (_last.Kind, _last.Key, _last.Field) && other.IsMade;

        public string? UndoneBy(IEnumerable<string> undoes) =>
            _last.State == ChangeState.Undone ? undoes.FirstOrDefault(undo => _last.Reason == UndoneMarks.By(undo)) : null;
    }
}
