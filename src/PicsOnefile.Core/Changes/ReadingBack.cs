using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>A write that has left, and what judging it needs.</summary>
/// <param name="Planned">The change.</param>
/// <param name="Before">The record as it was read just before.</param>
/// <param name="Refused">What the write was answered with, where that was not a success: an answer that was lost says nothing about the write.</param>
internal sealed record SentChange(PlannedChange Planned, RemoteRecord Before, PicsOnefileException? Refused);

/// <summary>Reads back what was written: each record by itself, or many at once by listing where that costs fewer calls.</summary>
/// <remarks>
/// A row of a list can only confirm a change. Whatever it does not show as it should be (another value, an emptied field, no row at all) is read singly before
/// it is judged, so that the outcome means the same either way.
/// </remarks>
/// <param name="systems">The system that keeps a kind of record.</param>
/// <param name="listingCalls">How many calls listing a kind cost last time; null where it is not known.</param>
/// <param name="onRows">Told the rows of each listing, with the changes that it was made for; null for nobody.</param>
internal sealed class ReadingBack(
    Func<RecordKind, IRemoteRecords> systems,
    Func<RecordKind, int?> listingCalls,
    Action<IReadOnlyList<PlannedChange>, IEnumerable<RemoteRecord>>? onRows = null
)
{
    /// <summary>
    /// So many writes wait for a listing at most, in records. It bounds the intents that a killed process leaves open, and the records that are written
    /// before a loss shows that the first write of their kind did not have.
    /// </summary>
    public const int MostUnread = 64;

    private const int AtOnce = 16;

    // What a listing cost in this run, in calls; null where listing has turned out to be of no use.
    private readonly Dictionary<RecordKind, int?> _calls = [];

    /// <summary>Whether so many changes are read back with fewer calls by listing.</summary>
    public bool IsByRows(RecordKind kind, int changes)
    {
        if (!_calls.TryGetValue(kind, out var calls))
            _calls[kind] = calls = systems(kind).RowsConfirmWrites(kind) ? listingCalls(kind) : null;
        return calls < Math.Min(changes, MostUnread);
    }

    /// <summary>Reads one record back and judges. Intended where the system could not be asked: the intent stays open.</summary>
    public async Task<ChangeOutcome> SinglyAsync(SentChange sent, RunContext run)
    {
        var change = sent.Planned;
        try
        {
            return Judge(sent, await systems(change.Kind).ReadAsync(change.Kind, change.RecordId, run).ConfigureAwait(false));
        }
        catch (PicsOnefileException failure)
        {
            return new(change, ChangeState.Intended, sent.Refused ?? failure);
        }
    }

    /// <summary>Reads records of one kind back by listing, and singly what the rows do not confirm; answers in the given order.</summary>
    public async Task<IReadOnlyList<ChangeOutcome>> ByRowsAsync(IReadOnlyList<SentChange> sent, RunContext run)
    {
        var rows = await ListAsync(sent[0].Planned, run).ConfigureAwait(false);
        var carried = new HashSet<string>(rows.Values.SelectMany(row => row.Fields.Keys), StringComparer.Ordinal);
        var outcomes = sent.Select(one =>
                rows.TryGetValue(one.Planned.RecordId, out var row) && Confirms(one, row, carried)
                    ? new ChangeOutcome(one.Planned, ChangeState.Done, null)
                    : null
            )
            .ToArray();
        var open = Enumerable.Range(0, sent.Count).Where(at => outcomes[at] is null).ToList();
        if (rows.Count > 0)
            onRows?.Invoke([.. sent.Select(one => one.Planned)], rows.Values);
        if (open.Count * 2 > sent.Count)
            _calls[sent[0].Planned.Kind] = null;
        for (var start = 0; start < open.Count; start += AtOnce)
        {
            var block = open.Skip(start).Take(AtOnce).ToList();
            var read = await Task.WhenAll(block.Select(at => SinglyAsync(sent[at], run))).ConfigureAwait(false);
            foreach (var (at, outcome) in block.Zip(read, (at, outcome) => (at, outcome)))
                outcomes[at] = outcome;
        }
        return outcomes!;
    }

    private async Task<IReadOnlyDictionary<string, RemoteRecord>> ListAsync(PlannedChange change, RunContext run)
    {
        var calls = run.Calls;
        IReadOnlyDictionary<string, RemoteRecord>? rows = null;
        try
        {
            rows = await systems(change.Kind).ListAsync(change.Kind, change.Field, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"What was written could not be read back by listing: {failure.Message} Each record is read instead.");
        }
        _calls[change.Kind] = rows is null ? null : run.Calls - calls;
        return rows ?? new Dictionary<string, RemoteRecord>();
    }

    // A field that no row of the list has is not carried by rows; one that only this row lacks may have been emptied.
    private static bool Confirms(SentChange sent, RemoteRecord row, HashSet<string> carried) =>
        ChangeOutcome.Holds(Value(row, sent.Planned.Field), sent.Planned.NewValue, sent.Planned.OldValue) && !Lost(sent, row).Any(carried.Contains);

    private static ChangeOutcome Judge(SentChange sent, RemoteRecord? after)
    {
        var change = sent.Planned;
        var value = after is null ? null : Value(after, change.Field);
        if (after is null || !ChangeOutcome.Holds(value, change.NewValue, change.OldValue))
        {
            var state = sent.Refused?.Kind == ErrorKinds.PicsWebChangedMeanwhile ? ChangeState.Conflict : ChangeState.Failed;
            return new(
                change,
                state,
                sent.Refused
                    ?? ErrorKinds.NotWritten.For(
                        change.Key,
                        $"{change.Target}: {change.Field} is {ChangeOutcome.Show(value)} after {ChangeOutcome.Show(change.NewValue)} was written."
                    )
            );
        }
        var lost = Lost(sent, after).ToList();
        return new(
            change,
            ChangeState.Done,
            lost.Count == 0
                ? null
                : ErrorKinds.FieldsEmptied.For(
                    change.Key,
                    $"{change.Target}: {change.Field} was written, and these fields were emptied by it: {string.Join(", ", lost)}."
                )
        );
    }

    // A field that somebody else changed in the same second is none of our business; one that our write emptied is.
    private static IEnumerable<string> Lost(SentChange sent, RemoteRecord after) =>
        sent
            .Before.Fields.Where(field =>
                field.Key != sent.Planned.Field
                && !string.IsNullOrEmpty(field.Value)
                && string.IsNullOrEmpty(Value(after, field.Key))
                && !IsChangedFieldItself(field, sent.Planned)
            )
            .Select(field => field.Key);

    // The changed field stands twice: by the module's name and by the system's own. Clearing it must not look like a loss.
    private static bool IsChangedFieldItself(KeyValuePair<string, string?> field, PlannedChange change) =>
        string.IsNullOrEmpty(change.NewValue) && ChangeOutcome.SameValue(field.Value, change.OldValue);

    private static string? Value(RemoteRecord record, string field) => record.Fields.TryGetValue(field, out var value) ? value : null;
}
