using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// The protocol of every write: intent, compare, write, read back, outcome. Whatever moment a process is killed at, the journal has either no
/// row, or an open intent that <see cref="Settlement"/> settles by looking.
/// </summary>
/// <remarks>
/// Each record is read just before it is written, also in bulk: a list that was read minutes ago would overwrite what somebody entered since, and the
/// journal would keep a value to go back to that was never there. Reading back can be shared: a change costs three calls by itself, and little more than
/// two where the list's rows tell (see <see cref="ReadingBack"/>).
/// </remarks>
/// <param name="journal">Where intents and outcomes go.</param>
/// <param name="environment">The connected environment.</param>
/// <param name="systems">The system that keeps a kind of record.</param>
/// <param name="listingCalls">How many calls listing a kind cost last time; null where it is not known, and then nothing is read back by listing.</param>
/// <param name="known">PICSWeb's records of a kind as they were last read; null where nobody but this run writes, so that values need not be held
/// unique.</param>
public sealed class ChangeWriter(
    IJournal journal,
    OnefileEnvironment environment,
    Func<RecordKind, IRemoteRecords> systems,
    Func<RecordKind, int?>? listingCalls = null,
    Func<RecordKind, IReadOnlyCollection<KnownRecord>>? known = null
)
{
    // The journal is flushed to the disk per block, not per change; a block that is cut off leaves at most this many open intents to settle.
    private const int BlockSize = 16;

    /// <summary>Writes the changes, several at a time, and answers their outcomes in the order of the plan.</summary>
    /// <remarks>
    /// The first write of each kind of record goes alone and is read back whole. When a write turns out to have emptied other fields, no further record of its
    /// kind is touched: those changes come back as Skipped.
    /// A value that another run claims, or has given to another record meanwhile, is a Conflict. One that turns up at another record afterwards comes back as
    /// Done with ValueHeldTwice.
    /// </remarks>
    /// <param name="runId">The run, from <see cref="IJournal.BeginRun(string)"/>.</param>
    /// <param name="plan">The changes; no two may be about one field of one record.</param>
    /// <param name="run">Where to tell, and whether to stop: what has not begun by then is left alone.</param>
    /// <param name="onOutcome">Told each outcome as it is in the journal.</param>
    /// <exception cref="ArgumentException">Two changes are about one field of one record; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before the plan was done; <paramref name="onOutcome"/> was told what was.</exception>
    public async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(
        string runId,
        IReadOnlyList<PlannedChange> plan,
        RunContext run,
        Action<ChangeOutcome>? onOutcome = null
    )
    {
        RefuseTwoOnOneField(plan);
        var unique = known is null ? null : new UniqueValues(journal, systems, known, listingCalls ?? (_ => null), plan);
        var reading = new ReadingBack(systems, listingCalls ?? (_ => null), unique is null ? null : (changes, rows) => unique.Look(changes, rows, run));
        var earlier = Recovery.Left(journal, environment, _ => true).ToLookup(left => (left.Intent.Kind, left.Intent.Key, left.Intent.Field));
        var outcomes = new ChangeOutcome[plan.Count];
        var proven = new HashSet<RecordKind>();
        var harmed = new HashSet<RecordKind>();
        var unread = new List<Entry>();
        for (var at = 0; at < plan.Count;)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var kind = plan[at].Kind;
            if (harmed.Contains(kind))
            {
                Keep(
                    at,
                    new(
                        plan[at],
                        ChangeState.Skipped,
                        ErrorKinds.FieldsEmptied.For(plan[at].Key, $"{plan[at].Target} was left alone: an earlier write of this run emptied other fields.")
                    ),
                    sent: false
                );
                at++;
            }
            else
            {
                var ahead = unread.Count + plan.Skip(at).Take(ReadingBack.MostUnread).TakeWhile(change => change.Kind == kind).Count();
                var byRows = proven.Contains(kind) && (unread.Count > 0 || reading.IsByRows(kind, ahead));
                var block = Enumerable
                    .Range(at, Math.Min(proven.Contains(kind) ? BlockSize : 1, plan.Count - at))
                    .TakeWhile(index => plan[index].Kind == kind)
                    .Select(index => new Entry(index, Guid.NewGuid().ToString("N"), plan[index]))
                    .ToList();
                unread.AddRange(await WriteBlockAsync(runId, block, byRows ? null : reading, new(unique, earlier), run, Keep).ConfigureAwait(false));
                at += block.Count;
            }
            if (unread.Count > 0 && (unread.Count + BlockSize > ReadingBack.MostUnread || at == plan.Count || plan[at].Kind != unread[0].Planned.Kind))
            {
                await ReadBackAsync(runId, unread, reading, run, Keep).ConfigureAwait(false);
                unread.Clear();
            }
            run.Log.Progress(new RunProgress("Writing changes", at, plan.Count, at == plan.Count) { CallsToMake = CallsFrom(plan, at) });
        }
        if (unique is not null)
        {
            var twice = await unique
                .HeldTwiceAsync([.. outcomes.Where(outcome => outcome is { State: ChangeState.Done, Failure: null }).Select(outcome => outcome.Planned)], run)
                .ConfigureAwait(false);
            for (var at = 0; at < outcomes.Length; at++)
                outcomes[at] =
                    outcomes[at] is { State: ChangeState.Done, Failure: null } && twice.TryGetValue(plan[at], out var failure)
                        ? outcomes[at] with
                        {
                            Failure = failure,
                        }
                        : outcomes[at];
        }
        return outcomes;

        void Keep(int at, ChangeOutcome outcome, bool sent)
        {
            outcomes[at] = outcome;
            if (outcome.Failure?.Kind == ErrorKinds.FieldsEmptied)
                harmed.Add(outcome.Planned.Kind);
            else if (sent)
                proven.Add(outcome.Planned.Kind);
            onOutcome?.Invoke(outcome);
        }
    }

    private static int CallsFrom(IReadOnlyList<PlannedChange> plan, int at) =>
        plan.Skip(at)
            .Sum(change => RecordType.For(change.Kind).CallsForWrite);

    // Answers what was sent and not read back; without a reading none of it is.
    private async Task<IReadOnlyList<Entry>> WriteBlockAsync(
        string runId,
        List<Entry> block,
        ReadingBack? reading,
        Guard guard,
        RunContext run,
        Action<int, ChangeOutcome, bool> keep
    )
    {
        var intents = journal.Append([.. block.Select(entry => Row(runId, entry, ChangeState.Intended, null))]);
        // Append, then look: of two runs the one that appended first is seen by the other, whatever happens between.
        var claims = guard.Unique?.Against(intents, [.. block.Select(entry => entry.Planned)]);
        var writes = block
            .Zip(intents, (entry, intent) => WriteAsync(entry with { Intent = intent, Claims = claims?[entry.ChangeId] ?? [] }, reading, guard, run))
            .ToList();
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
            Conclude(
                runId,
                [.. writes.Where(write => write.Status == TaskStatus.RanToCompletion && write.Result.Outcome is not null).Select(write => write.Result)],
                keep
            );
        }
        if (writes.Exists(write => write.IsCanceled || write.Result.Stopped))
            throw new OperationCanceledException(run.Cancellation);
        return [.. writes.Where(write => write.Result.Outcome is null).Select(write => write.Result)];
    }

    private async Task ReadBackAsync(string runId, List<Entry> unread, ReadingBack reading, RunContext run, Action<int, ChangeOutcome, bool> keep)
    {
        var outcomes = await reading.ByRowsAsync([.. unread.Select(entry => entry.Sent!)], run).ConfigureAwait(false);
        Conclude(runId, [.. unread.Zip(outcomes, (entry, outcome) => entry with { Outcome = outcome })], keep);
    }

    private void Conclude(string runId, List<Entry> entries, Action<int, ChangeOutcome, bool> keep)
    {
        try
        {
            // One write is done once in the journal, by the run that sent it.
            var made = new HashSet<string>(
                journal.Append([.. entries.Select(entry => entry.MadeBy).OfType<Change>()]).Select(row => row.ChangeId),
                StringComparer.Ordinal
            );
            Recovery.Conclude(
                journal,
                [
                    .. entries
                        .Where(entry => entry.Outcome!.State != ChangeState.Intended)
                        .Select(entry =>
                            entry.MadeBy is { } by && made.Contains(by.ChangeId)
                                ? Row(runId, entry, ChangeState.Skipped, $"Run {by.RunId} had made it already.")
                                : Row(runId, entry, entry.Outcome!.State, entry.Error)
                        ),
                ]
            );
        }
        catch (PicsOnefileException failure) when (entries.Exists(entry => entry.Sent is not null))
        {
            var sent = entries.Count(entry => entry.Sent is not null);
            throw failure.Kind.For(
                failure.Target,
                $"{failure.Message} {sent} change(s) of this run were sent already, and their outcome could not be written down: the journal keeps them "
                    + "open until the next connection looks.",
                failure
            );
        }

        foreach (var entry in entries)
            keep(entry.At, entry.Outcome!, entry.Sent is not null);
    }

    private async Task<Entry> WriteAsync(Entry entry, ReadingBack? reading, Guard guard, RunContext run)
    {
        var change = entry.Planned;
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
            return entry with { Outcome = new(change, ChangeState.Failed, failure) };
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            return entry with { Outcome = new(change, ChangeState.Skipped, null), Stopped = true };
        }
        if (Compare(change, before) is { } decided)
            return entry with { Outcome = decided, MadeBy = decided.State == ChangeState.Done ? MadeBy(change, before!, guard) : null };
        try
        {
            if (await RefusalAsync(entry, before!, guard, run).ConfigureAwait(false) is { } refusal)
                return entry with { Outcome = new(change, ChangeState.Conflict, refusal) };
            run.Cancellation.ThrowIfCancellationRequested();
        }
        catch (PicsOnefileException failure)
        {
            return entry with { Outcome = new(change, ChangeState.Failed, failure) };
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            return entry with { Outcome = new(change, ChangeState.Skipped, null), Stopped = true };
        }
        PicsOnefileException? refused = null;
        try
        {
            await system.WriteAsync(before!, change.Field, change.NewValue, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            // An answer that was lost says nothing about the write: only reading back tells.
            refused = failure;
        }
        entry = entry with { Sent = new(change, before!, refused) };
        return reading is null ? entry : entry with { Outcome = await reading.SinglyAsync(entry.Sent, run).ConfigureAwait(false) };
    }

    private async Task<PicsOnefileException?> RefusalAsync(Entry entry, RemoteRecord before, Guard guard, RunContext run)
    {
        var change = entry.Planned;
        if (guard.Unique is { } unique && await unique.RefusalAsync(change, entry.Claims, run).ConfigureAwait(false) is { } taken)
            return taken;
        // What an ended run began and did not make is decided now, before this run's own write would look like it.
        before.Fields.TryGetValue(change.Field, out var value);
        journal.Append([
            .. guard.Earlier[(change.Kind.ToString(), change.Key, change.Field)].Select(left => Recovery.Decide(left with { IsQuiet = true }, value)!),
        ]);
        return journal.Claims.Confirm(entry.Intent!)
            ? null
            : ErrorKinds.ValueClaimed.For(change.Key, $"{change.Target}: another run took this one for ended, and has settled what it had begun.");
    }

    // What is there already, an ended run may have written whose reading back failed.
    private static Change? MadeBy(PlannedChange change, RemoteRecord before, Guard guard)
    {
        before.Fields.TryGetValue(change.Field, out var value);
        return guard
            .Earlier[(change.Kind.ToString(), change.Key, change.Field)]
            .Select(left => Recovery.Decide(left, value))
            .LastOrDefault(outcome => outcome?.State == ChangeState.Done);
    }

    private static ChangeOutcome? Compare(PlannedChange change, RemoteRecord? before)
    {
        if (before is null)
            return new(change, ChangeState.Failed, ErrorKinds.RecordUnknown.For(change.Key, $"{change.Target} is not there any more."));
        before.Fields.TryGetValue(change.Field, out var value);
        if (ChangeOutcome.Holds(value, change.NewValue, change.OldValue))
            return new(change, ChangeState.Done, null);
        return ChangeOutcome.SameValue(value, change.OldValue) || ChangeOutcome.SameValue(value, change.NewValue)
            ? null
            : new(
                change,
                ChangeState.Conflict,
                ErrorKinds.ValueChanged.For(
                    change.Key,
                    $"{change.Target}: {change.Field} is {ChangeOutcome.Show(value)} and was expected to be {ChangeOutcome.Show(change.OldValue)}."
                )
            );
    }

    private static void RefuseTwoOnOneField(IReadOnlyList<PlannedChange> plan)
    {
        var seen = new HashSet<(RecordKind, string, string)>();
        if (plan.FirstOrDefault(change => !seen.Add((change.Kind, change.RecordId, change.Field))) is { } second)
            throw new ArgumentException($"Two changes are about {second.Field} of {second.Kind} {second.Key}.", nameof(plan));
    }

    // The outcome keeps the value as it was read, to the letter: it is what an undo brings back.
    private Change Row(string runId, Entry entry, ChangeState state, string? error)
    {
        var row = entry.Planned.Row(runId, entry.ChangeId, environment) with { State = state, Error = error };
        return entry.Sent is { } sent && sent.Before.Fields.TryGetValue(entry.Planned.Field, out var was) && !string.IsNullOrEmpty(was)
            ? row with
            {
                OldValue = was,
            }
            : row;
    }

    /// <summary>One change of a block: what was sent of it, and what it came to.</summary>
    private sealed record Entry(int At, string ChangeId, PlannedChange Planned)
    {
        /// <summary>The intent as it is in the journal.</summary>
        public Change? Intent { get; init; }

        /// <summary>Other runs' claims to the value.</summary>
        public IEnumerable<Claim> Claims { get; init; } = [];

        /// <summary>Null while nothing was sent.</summary>
        public SentChange? Sent { get; init; }

        /// <summary>Null while it is not known.</summary>
        public ChangeOutcome? Outcome { get; init; }

        /// <summary>The outcome of an earlier run's change that had put the value there; null where none had.</summary>
        public Change? MadeBy { get; init; }

        public bool Stopped { get; init; }

        public string? Error => Stopped ? "Stopped before it was written." : Outcome?.Failure?.Message;
    }

    /// <summary>What a write has to look at besides its record.</summary>
    /// <param name="Unique">Holds values unique; null where that is not asked for.</param>
    /// <param name="Earlier">What ended runs left open, by its field.</param>
    private sealed record Guard(UniqueValues? Unique, ILookup<(string Kind, string Key, string Field), LeftIntent> Earlier);
}
