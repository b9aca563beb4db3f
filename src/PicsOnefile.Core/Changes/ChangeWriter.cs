using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Failures;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// The protocol of every write: intent, compare, write, read back, outcome. Whatever moment a process is killed at, the journal has either no
/// row, or an open intent that <see cref="Settlement"/> settles by looking.
/// </summary>
/// <remarks>
/// Each record is read just before it is written, also in bulk: a list that was read minutes ago would overwrite what somebody entered since, and the
/// journal would keep a value to go back to that was never there. A change costs three calls.
/// </remarks>
public sealed class ChangeWriter(IJournal journal, OnefileEnvironment environment, Func<RecordKind, IRemoteRecords> systems)
{
    // The journal is flushed to the disk per block, not per change; a block that is cut off leaves at most this many open intents to settle.
    private const int BlockSize = 16;

    /// <summary>Writes the changes, several at a time, and answers their outcomes in the order of the plan.</summary>
    /// <remarks>
    /// The first write of each kind of record goes alone. When a write turns out to have emptied other fields, no further record of its kind is touched:
    /// those changes come back as Skipped.
    /// </remarks>
    /// <param name="runId">The run, from <see cref="IJournal.BeginRun"/>.</param>
    /// <param name="plan">The changes; no two may be about one field of one record.</param>
    /// <param name="run">Where to tell, and whether to stop: what has not begun by then is left alone.</param>
    /// <param name="onOutcome">Told each outcome as it is in the journal.</param>
    /// <exception cref="ArgumentException">Two changes are about one field of one record; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before the plan was done; <paramref name="onOutcome"/> was told what was.</exception>
    public async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(
        string runId, IReadOnlyList<PlannedChange> plan, RunContext run, Action<ChangeOutcome>? onOutcome = null)
    {
        RefuseTwoOnOneField(plan);
        var outcomes = new List<ChangeOutcome>(plan.Count);
        var proven = new HashSet<RecordKind>();
        var harmed = new HashSet<RecordKind>();
        while (outcomes.Count < plan.Count)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var next = plan[outcomes.Count];
            if (harmed.Contains(next.Kind))
            {
                outcomes.Add(new(next, ChangeState.Skipped, FailureKinds.FieldsEmptied.About(next.Key, $"{next.Target} was left alone: an earlier write of this run emptied other fields.")));
                onOutcome?.Invoke(outcomes[outcomes.Count - 1]);
                continue;
            }
            var together = proven.Contains(next.Kind) ? BlockSize : 1;
            var block = plan.Skip(outcomes.Count).Take(together).TakeWhile(change => change.Kind == next.Kind).Select(change => new Entry(Guid.NewGuid().ToString("N"), change)).ToList();
            foreach (var written in await ApplyBlockAsync(runId, block, run, onOutcome).ConfigureAwait(false))
            {
                outcomes.Add(written.Outcome);
                if (written.Outcome.Failure?.Kind == FailureKinds.FieldsEmptied)
                    harmed.Add(next.Kind);
                else if (written.Sent)
                    proven.Add(next.Kind);
            }
            run.Log.Progress(new RunProgress("Writing changes", outcomes.Count, plan.Count, outcomes.Count == plan.Count));
        }
        return outcomes;
    }

    private async Task<IReadOnlyList<Written>> ApplyBlockAsync(string runId, List<Entry> block, RunContext run, Action<ChangeOutcome>? onOutcome)
    {
        journal.Append([.. block.Select(entry => Row(runId, entry, ChangeState.Intended, null))]);
        var writes = block.Select(entry => WriteAsync(entry.Planned, run)).ToList();
        try
        {
            await Task.WhenAll(writes).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped between write and reading back: only looking tells what became of these.
            run.Log.Verbose("Stopped; open changes are settled at a later connection.");
        }
        finally
        {
            // Whatever ended one of them, what became of the others is known and must not be lost.
            var known = block.Zip(writes, (entry, write) => (entry, write)).Where(pair => pair.write.Status == TaskStatus.RanToCompletion).Select(pair => (pair.entry, written: pair.write.Result)).ToList();
            journal.Append([.. known.Where(pair => pair.written.Outcome.State != ChangeState.Intended).Select(pair => Row(runId, pair.entry, pair.written.Outcome.State, pair.written.Error))]);
            foreach (var (_, written) in known)
                onOutcome?.Invoke(written.Outcome);
        }
        if (writes.Exists(write => write.IsCanceled || write.Result.Stopped))
            throw new OperationCanceledException(run.Cancellation);
        return [.. writes.Select(write => write.Result)];
    }

    private async Task<Written> WriteAsync(PlannedChange change, RunContext run)
    {
        var system = systems(change.Kind);
        RemoteRecord? before;
        try
        {
            run.Cancellation.ThrowIfCancellationRequested();
            before = await system.ReadAsync(change.Kind, change.RecordId, run).ConfigureAwait(false);
            run.Cancellation.ThrowIfCancellationRequested();
        }
        catch (PicsOnefileException failure)
        {
            return new(new(change, ChangeState.Failed, failure));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            return new(new(change, ChangeState.Skipped, null)) { Stopped = true };
        }
        return Compare(change, before) is { } decided ? new(decided) : new(await WriteAndReadBackAsync(system, change, before!, run).ConfigureAwait(false)) { Sent = true };
    }

    private static ChangeOutcome? Compare(PlannedChange change, RemoteRecord? before)
    {
        if (before is null)
            return new(change, ChangeState.Failed, FailureKinds.RecordUnknown.About(change.Key, $"{change.Target} is not there any more."));
        var value = Value(before, change.Field);
        if (ChangeOutcome.Holds(value, change.NewValue, change.OldValue))
            return new(change, ChangeState.Done, null);
        return ChangeOutcome.SameValue(value, change.OldValue) || ChangeOutcome.SameValue(value, change.NewValue)
            ? null
            : new(change, ChangeState.Conflict, FailureKinds.ValueChanged.About(change.Key, $"{change.Target}: {change.Field} is {Show(value)} and was expected to be {Show(change.OldValue)}."));
    }

    private static async Task<ChangeOutcome> WriteAndReadBackAsync(IRemoteRecords system, PlannedChange change, RemoteRecord before, RunContext run)
    {
        PicsOnefileException? refused = null;
        try
        {
            await system.WriteAsync(before, change.Field, change.NewValue, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            // An answer that was lost says nothing about the write: only reading back tells.
            refused = failure;
        }
        try
        {
            return Judge(change, before, await system.ReadAsync(change.Kind, change.RecordId, run).ConfigureAwait(false), refused);
        }
        catch (PicsOnefileException failure)
        {
            return new(change, ChangeState.Intended, refused ?? failure);
        }
    }

    private static ChangeOutcome Judge(PlannedChange change, RemoteRecord before, RemoteRecord? after, PicsOnefileException? refused)
    {
        var value = after is null ? null : Value(after, change.Field);
        if (after is null || !ChangeOutcome.Holds(value, change.NewValue, change.OldValue))
        {
            var state = refused?.Kind == FailureKinds.PicsWebChangedMeanwhile ? ChangeState.Conflict : ChangeState.Failed;
            return new(change, state, refused ?? FailureKinds.NotWritten.About(change.Key, $"{change.Target}: {change.Field} is {Show(value)} after {Show(change.NewValue)} was written."));
        }
        var lost = before.Fields.Where(field => field.Key != change.Field && IsLost(field.Value, after, field.Key) && !IsChangedFieldItself(field, change)).Select(field => field.Key).ToList();
        return new(change, ChangeState.Done, lost.Count == 0
            ? null
            : FailureKinds.FieldsEmptied.About(change.Key, $"{change.Target}: {change.Field} was written, and these fields were emptied by it: {string.Join(", ", lost)}."));
    }

    // A field that somebody else changed in the same second is none of our business; one that our write emptied is.
    private static bool IsLost(string? value, RemoteRecord after, string field) =>
        !string.IsNullOrEmpty(value) && string.IsNullOrEmpty(Value(after, field));

    // The changed field stands twice: by the module's name and by the system's own. Clearing it must not look like a loss.
    private static bool IsChangedFieldItself(KeyValuePair<string, string?> field, PlannedChange change) =>
        string.IsNullOrEmpty(change.NewValue) && ChangeOutcome.SameValue(field.Value, change.OldValue);

    private static void RefuseTwoOnOneField(IReadOnlyList<PlannedChange> plan)
    {
        var seen = new HashSet<(RecordKind, string, string)>();
        if (plan.FirstOrDefault(change => !seen.Add((change.Kind, change.RecordId, change.Field))) is { } second)
            throw new ArgumentException($"Two changes are about {second.Field} of {second.Kind} {second.Key}.", nameof(plan));
    }

    private Change Row(string runId, Entry entry, ChangeState state, string? error) =>
        entry.Planned.Row(runId, entry.ChangeId, environment) with { State = state, Error = error };

    private static string? Value(RemoteRecord record, string field) => record.Fields.TryGetValue(field, out var value) ? value : null;

    private static string Show(string? value) => string.IsNullOrEmpty(value) ? "empty" : $"'{value}'";

    private sealed record Entry(string ChangeId, PlannedChange Planned);

    /// <summary>What one change of a block came to, and whether anything was sent.</summary>
    private sealed record Written(ChangeOutcome Outcome)
    {
        public bool Sent { get; init; }

        public bool Stopped { get; init; }

        public string? Error => Stopped ? "Stopped before it was written." : Outcome.Failure?.Message;
    }
}
