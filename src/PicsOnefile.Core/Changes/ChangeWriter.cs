using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>Writes a plan about fields of records by the write protocol, in blocks.</summary>
/// <remarks>
/// Reading back can be shared. A change costs three calls by itself, and little more than two where the list's rows confirm it (see <see cref="ReadingBack"/>).
/// </remarks>
/// <param name="journal">The journal of intents and outcomes.</param>
/// <param name="environment">The connected environment.</param>
/// <param name="systems">The system that keeps a kind of record.</param>
/// <param name="listingCalls">How many calls listing a kind cost last time. Where it is not known (null), nothing is read back by listing.</param>
/// <param name="known">PICSWeb's records of a kind at the last reading. Null where only this run writes, so that values need not be held unique.</param>
public sealed class ChangeWriter(
    IJournal journal,
    OnefileEnvironment environment,
    Func<RecordKind, IRemoteRecords> systems,
    Func<RecordKind, int?>? listingCalls = null,
    Func<RecordKind, IReadOnlyCollection<KnownRecord>>? known = null
)
{
    // The journal is flushed to the disk per block, not per change. An interrupted block leaves at most this many open intents to recover.
    private const int BlockSize = 16;

    /// <summary>Writes the changes, several at a time.</summary>
    /// <remarks>
    /// The first write of each kind of record goes alone and is read back whole. Where a write turns out to have emptied other fields, no further record of its
    /// kind is touched, and those changes are Skipped. A value that another run claims, or has given to another record meanwhile, is a Conflict. A value that
    /// another record has afterwards is Done with ValueHeldTwice.
    /// </remarks>
    /// <param name="runId">The run, from <see cref="IJournal.BeginRun(string)"/>.</param>
    /// <param name="plan">The changes; no two may be about one field of one record.</param>
    /// <param name="run">The run: its log, and whether to stop. A change that has not begun by then is left alone.</param>
    /// <param name="onOutcome">Called with each outcome as it is in the journal.</param>
    /// <returns>The outcomes in the order of the plan.</returns>
    /// <exception cref="ArgumentException">Two changes are about one field of one record; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before the plan was done. <paramref name="onOutcome"/> was called with the outcomes so
    /// far.</exception>
    public async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(
        string runId,
        IReadOnlyList<PlannedChange> plan,
        RunContext run,
        Action<ChangeOutcome>? onOutcome = null
    )
    {
        RefuseTwoOnOneField(plan);
        var outcomes = new Dictionary<PlannedChange, ChangeOutcome>();
        var proven = new HashSet<RecordKind>();
        var harmed = new HashSet<RecordKind>();
        var calls = listingCalls ?? (_ => null);
        var unique = known is null ? null : new UniqueValues(systems, known, calls, plan);
        var protocol = new WriteProtocol<PlannedChange, RemoteRecord>(
            journal,
            environment,
            new FieldChanges(systems, unique),
            runId,
            step => Keep(new(step.Request, step.Outcome!.Rows[0].State, step.Outcome.Error) { IsAnothers = step.IsAnothers }, step.IsSent)
        );
        var reading = new ReadingBack(systems, calls, protocol.ReadBackAsync, unique is null ? null : (changes, rows) => unique.Look(changes, rows, run));
        var unread = new List<WriteStep<PlannedChange, RemoteRecord>>();
        for (var at = 0; at < plan.Count;)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var kind = plan[at].Kind;
            if (harmed.Contains(kind))
            {
                Keep(
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
                var block = plan.Skip(at).Take(proven.Contains(kind) ? BlockSize : 1).TakeWhile(change => change.Kind == kind).ToList();
                var written = await protocol.WriteAsync(block, readsBack: !byRows, run).ConfigureAwait(false);
                unread.AddRange(written.Where(step => step.Outcome is null));
                at += block.Count;
            }
            if (unread.Count > 0 && (unread.Count + BlockSize > ReadingBack.MostUnread || at == plan.Count || plan[at].Kind != unread[0].Request.Kind))
            {
                protocol.Conclude(await reading.ByRowsAsync(unread, run).ConfigureAwait(false));
                unread.Clear();
            }
            run.Log.Progress(new RunProgress("Writing changes", at, plan.Count, at == plan.Count) { CallsToMake = CallsFrom(plan, at) });
        }
        var twice = unique is null
            ? null
            : await unique.HeldTwiceAsync([.. plan.Where(change => IsClean(outcomes[change]))], run).ConfigureAwait(false);
        return
        [
            .. plan.Select(change => outcomes[change])
                .Select(outcome =>
                    IsClean(outcome) && twice is not null && twice.TryGetValue(outcome.Planned, out var error) ? outcome with { Error = error } : outcome
                ),
        ];

        void Keep(ChangeOutcome outcome, bool sent)
        {
            outcomes[outcome.Planned] = outcome;
            if (outcome.Error?.Kind == ErrorKinds.FieldsEmptied)
                harmed.Add(outcome.Planned.Kind);
            else if (sent)
                proven.Add(outcome.Planned.Kind);
            onOutcome?.Invoke(outcome);
        }
    }

    private static bool IsClean(ChangeOutcome outcome) => outcome is { State: ChangeState.Done, Error: null };

    private static int CallsFrom(IReadOnlyList<PlannedChange> plan, int at) => plan.Skip(at).Sum(change => RecordType.For(change.Kind).CallsForWrite);

    private static void RefuseTwoOnOneField(IReadOnlyList<PlannedChange> plan)
    {
        var seen = new HashSet<(RecordKind, string, string)>();
        if (plan.FirstOrDefault(change => !seen.Add((change.Kind, change.RecordId, change.Field))) is { } second)
            throw new ArgumentException($"Two changes are about {second.Field} of {second.Kind} {second.Key}.", nameof(plan));
    }
}
