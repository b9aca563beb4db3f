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
/// Holds values unique while they are written. A plan uses a list that may be older than the writes of another run. So a value that another run's intent claims
/// is refused just before the write. Afterwards the system is searched for other records with the value.
/// </summary>
/// <param name="systems">The system that keeps a kind of record.</param>
/// <param name="known">PICSWeb's records of a kind as they were last read; empty for Onefile's, whose key is their ID.</param>
/// <param name="listingCalls">How many calls listing a kind cost last time; null where it is not known.</param>
/// <param name="plan">The changes of this run.</param>
internal sealed class UniqueValues(
    Func<RecordKind, IRemoteRecords> systems,
    Func<RecordKind, IReadOnlyCollection<KnownRecord>> known,
    Func<RecordKind, int?> listingCalls,
    IReadOnlyList<PlannedChange> plan
)
{
    // Finding the accounts of one value costs a search for each of two roles.
    private const int CallsOfASearch = 2;

    private readonly Dictionary<RecordKind, IReadOnlyCollection<KnownRecord>> _known = [];

    // The changes that rows have confirmed already.
    private readonly HashSet<PlannedChange> _looked = [];
    private readonly Dictionary<PlannedChange, PicsOnefileException> _found = [];

    // A value that this run itself takes away from a record is no obstacle.
    private readonly Dictionary<(string, string, string), PlannedChange> _planned = plan.ToDictionary(change =>
        (change.Kind.ToString(), change.Key, change.Field)
    );

    /// <summary>Checks whether a change may be written. A claim whose run has ended is decided by a look at the record.</summary>
    /// <returns>Why it may not be written, or null.</returns>
    public async Task<PicsOnefileException?> RefusalAsync(PlannedChange change, IEnumerable<Claim> claims, RunContext run)
    {
        foreach (var claim in claims)
        {
            if (_planned.TryGetValue((claim.Kind, claim.Key, claim.Field), out var own) && !ChangeOutcome.SameValue(own.NewValue, claim.Value))
                continue;
            if (!claim.IsDone && claim.State.Run == RunActivity.UnderWay)
                return ErrorKinds.ValueClaimed.For(change.Key, $"{change.Target}: {ClaimWords.Describe(claim, run.Terms)}");
            if (await HoldsAsync(claim, run).ConfigureAwait(false) is { } holder)
                return ErrorKinds.AlreadyLinkedElsewhere.For(
                    change.Key,
                    $"{change.Target}: {run.Terms.Record(claim.Kind, claim.Key, holder.Name)} holds '{claim.Value}' now (run {claim.RunId}). Take it off "
                        + "there first."
                );
            if (!claim.IsDone && claim.State.Run == RunActivity.JustEnded)
                return ErrorKinds.ValueClaimed.For(change.Key, $"{change.Target}: {ClaimWords.Describe(claim, run.Terms)}");
        }
        return null;
    }

    /// <summary>Looks in rows that were listed to read changes back whether others hold their values too.</summary>
    public void Look(IReadOnlyList<PlannedChange> changes, IEnumerable<RemoteRecord> rows, RunContext run)
    {
        var unique = changes.Where(IsUnique).ToList();
        if (unique.Count == 0)
            return;
        var others = Others(unique, rows).ToLookup(pair => pair.Change, pair => pair.Holder);
        foreach (var change in unique)
        {
            // A value that this run has still to take off another record is looked at afterwards.
            if (
                !others[change]
                    .Any(holder => _planned.Values.Any(own => own.Kind == change.Kind && own.RecordId == holder.RecordId && own.Field == change.Field))
            )
                Note(change, others[change], run);
        }
    }

    /// <summary>
    /// Finds the changes after which another record has the value too, each with its error. The value came from another computer, or by hand. Values that no
    /// listing has shown are searched for.
    /// </summary>
    public async Task<IReadOnlyDictionary<PlannedChange, PicsOnefileException>> HeldTwiceAsync(IReadOnlyCollection<PlannedChange> written, RunContext run)
    {
        foreach (var kind in written.Where(IsUnique).Where(change => !_looked.Contains(change)).GroupBy(change => (change.Kind, change.Field)).ToList())
        {
            List<PlannedChange> changes = [.. kind];
            var others = (await OthersAsync(kind.Key.Kind, kind.Key.Field, changes, run).ConfigureAwait(false)).ToLookup(
                pair => pair.Change,
                pair => pair.Holder
            );
            foreach (var change in changes)
                Note(change, others[change], run);
        }
        return _found;
    }

    private void Note(PlannedChange change, IEnumerable<RemoteRecord> holders, RunContext run)
    {
        _looked.Add(change);
        foreach (var holder in holders)
        {
            var other = Known(change.Kind).FirstOrDefault(record => record.RecordId == holder.RecordId);
            if (other is { IsInUse: false })
                continue;
            _found[change] = ErrorKinds.ValueHeldTwice.For(
                change.Key,
                $"{change.Target}: '{change.NewValue}' was written, and "
                    + $"{run.Terms.Record(change.Kind.ToString(), other?.Key ?? holder.RecordId, other?.Name)} holds it too. It was put there elsewhere (on "
                    + "another computer, or on a screen) since the list was read."
            );
            return;
        }
    }

    private static bool IsUnique(PlannedChange change) => !change.MayBeShared && !string.IsNullOrEmpty(change.NewValue) && Field(change) is not null;

    private static UniqueField? Field(PlannedChange change) => UniqueField.Find(change.Kind.ToString(), change.Field);

    private async Task<IReadOnlyList<(PlannedChange Change, RemoteRecord Holder)>> OthersAsync(
        RecordKind kind,
        string field,
        List<PlannedChange> changes,
        RunContext run
    )
    {
        try
        {
            var holders = new List<RemoteRecord>();
            if (
                changes.Count * CallsOfASearch < (listingCalls(kind) ?? int.MaxValue)
                && await FoundAsync(kind, field, changes, run).ConfigureAwait(false) is { } searched
            )
                holders.AddRange(searched);
            else if (await systems(kind).ListAsync(kind, field, run).ConfigureAwait(false) is { } listed)
                holders.AddRange(listed.Values);
            else
                run.Log.Verbose(
                    $"The lists of {run.Terms.From(kind.ToString()).Many} do not show the value that was written: whether another record holds it too could "
                        + "not be checked."
                );
            return Others(changes, holders);
        }
        catch (PicsOnefileException error)
        {
            run.Log.Warning(
                $"Whether another record holds a value that was written could not be checked: {error.Message} Test-PicsWebSync finds values that two "
                    + "records hold."
            );
            return [];
        }
    }

    private static IReadOnlyList<(PlannedChange Change, RemoteRecord Holder)> Others(List<PlannedChange> changes, IEnumerable<RemoteRecord> rows)
    {
        var (field, unique) = (changes[0].Field, Field(changes[0])!);
        var held = rows.Where(row => !string.IsNullOrWhiteSpace(FieldChanges.Value(row, field)))
            .ToLookup(row => FieldChanges.Value(row, field)!.Trim(), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from change in changes
            from row in held[change.NewValue!.Trim()]
            where row.RecordId != change.RecordId
            where unique.AreEqual(FieldChanges.Value(row, field), change.NewValue)
            where !unique.PerCentre || row.CentreId == change.CentreId
            select (change, row),
        ];
    }

    private async Task<IReadOnlyList<RemoteRecord>?> FoundAsync(RecordKind kind, string field, List<PlannedChange> changes, RunContext run)
    {
        var found = new List<RemoteRecord>();
        foreach (var change in changes)
        {
            if (await systems(kind).FindAsync(kind, field, change.NewValue!, change.CentreId, run).ConfigureAwait(false) is not { } records)
                return null;
            found.AddRange(records);
        }
        return found;
    }

    // The record where it holds the value. One that is in no list, or not in use, holds nothing.
    private async Task<KnownRecord?> HoldsAsync(Claim claim, RunContext run)
    {
        if (!Enum.TryParse<RecordKind>(claim.Kind, out var kind))
            return null;
        var record = RecordType.For(kind).IsOnefiles
            ? new KnownRecord(claim.Key, claim.Key, true, null)
            : Known(kind).FirstOrDefault(known => known.Key == claim.Key);
        if (
            record is not { IsInUse: true, RecordId.Length: > 0 }
            || await systems(kind).ReadAsync(kind, record.RecordId, run).ConfigureAwait(false) is not { } now
        )
            return null;
        return UniqueField.Find(claim.Kind, claim.Field)!.AreEqual(FieldChanges.Value(now, claim.Field), claim.Value) ? record : null;
    }

    private IReadOnlyCollection<KnownRecord> Known(RecordKind kind)
    {
        lock (_known)
            return _known.TryGetValue(kind, out var records) ? records : _known[kind] = known(kind);
    }
}
