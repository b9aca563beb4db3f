using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>Reads many records back at once by listing, where that costs fewer calls than single reads.</summary>
/// <remarks>
/// A row of a list can only confirm a change. Any difference (another value, an emptied field, no row at all) is read singly before it is judged. The outcome
/// therefore means the same either way.
/// </remarks>
/// <param name="systems">The system that keeps a kind of record.</param>
/// <param name="listingCalls">How many calls listing a kind cost last time; null where it is not known.</param>
/// <param name="singly">Reads one record back and judges it.</param>
/// <param name="onRows">Called with the rows of each listing and the changes that it was made for; null for no call.</param>
internal sealed class ReadingBack(
    Func<RecordKind, IRemoteRecords> systems,
    Func<RecordKind, int?> listingCalls,
    Func<WriteStep<PlannedChange, RemoteRecord>, RunContext, Task<WriteStep<PlannedChange, RemoteRecord>>> singly,
    Action<IReadOnlyList<PlannedChange>, IEnumerable<RemoteRecord>>? onRows = null
)
{
    /// <summary>
    /// The number of writes that wait for a listing at most, in records. It bounds the intents that a killed process leaves open. It also bounds the records
    /// that are written before a loss is noticed that the first write of their kind did not have.
    /// </summary>
    public const int MostUnread = 64;

    private const int AtOnce = 16;

    // The cost of a listing in this run, in calls; null where listing has turned out to be of no use.
    private readonly Dictionary<RecordKind, int?> _calls = [];

    /// <summary>Checks whether so many changes are read back with fewer calls by listing.</summary>
    /// <returns>True where a listing costs less.</returns>
    public bool IsByRows(RecordKind kind, int changes)
    {
        if (!_calls.TryGetValue(kind, out var calls))
            _calls[kind] = calls = systems(kind).RowsConfirmWrites(kind) ? listingCalls(kind) : null;
        return calls < Math.Min(changes, MostUnread);
    }

    /// <summary>Reads records of one kind back by listing, and singly what the rows do not confirm.</summary>
    /// <returns>The changes with their outcomes, in the given order.</returns>
    public async Task<IReadOnlyList<WriteStep<PlannedChange, RemoteRecord>>> ByRowsAsync(
        IReadOnlyList<WriteStep<PlannedChange, RemoteRecord>> sent,
        RunContext run
    )
    {
        var rows = await ListAsync(sent[0].Request, run).ConfigureAwait(false);
        var carried = new HashSet<string>(rows.Values.SelectMany(row => row.Fields.Keys), StringComparer.Ordinal);
        var steps = sent.Select(one =>
                rows.TryGetValue(one.Request.RecordId, out var row) && Confirms(one, row, carried)
                    ? one with
                    {
                        Outcome = FieldChanges.Sent(one, ChangeState.Done, null),
                    }
                    : one
            )
            .ToArray();
        var open = Enumerable.Range(0, sent.Count).Where(at => steps[at].Outcome is null).ToList();
        if (rows.Count > 0)
            onRows?.Invoke([.. sent.Select(one => one.Request)], rows.Values);
        if (open.Count * 2 > sent.Count)
            _calls[sent[0].Request.Kind] = null;
        for (var start = 0; start < open.Count; start += AtOnce)
        {
            var block = open.Skip(start).Take(AtOnce).ToList();
            var read = await Task.WhenAll(block.Select(at => singly(sent[at], run))).ConfigureAwait(false);
            foreach (var (at, step) in block.Zip(read, (at, step) => (at, step)))
                steps[at] = step;
        }
        return steps;
    }

    private async Task<IReadOnlyDictionary<string, RemoteRecord>> ListAsync(PlannedChange change, RunContext run)
    {
        var calls = run.Calls;
        IReadOnlyDictionary<string, RemoteRecord>? rows = null;
        try
        {
            rows = await systems(change.Kind).ListAsync(change.Kind, change.Field, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException error)
        {
            run.Log.Verbose($"What was written could not be read back by listing: {error.Message} Each record is read instead.");
        }
        _calls[change.Kind] = rows is null ? null : run.Calls - calls;
        return rows ?? new Dictionary<string, RemoteRecord>();
    }

    // A field that no row of the list has is not carried by rows. A field that only this row lacks may have been emptied.
    private static bool Confirms(WriteStep<PlannedChange, RemoteRecord> sent, RemoteRecord row, HashSet<string> carried) =>
        ChangeOutcome.Holds(FieldChanges.Value(row, sent.Request.Field), sent.Request.NewValue, sent.Request.OldValue)
        && !FieldChanges.Lost(sent, row).Any(carried.Contains);
}
