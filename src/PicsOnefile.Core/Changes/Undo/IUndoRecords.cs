using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes.Undo;

/// <summary>What undo has to know of the records of both systems, and cannot read itself.</summary>
public interface IUndoRecords
{
    /// <summary>Reads the lists that these kinds of record are in.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="anew">True to read whatever the cache holds; false to read lists that are old.</param>
    /// <param name="run">The run.</param>
    Task<ICurrentValues> ReadAsync(IEnumerable<RecordKind> kinds, bool anew, RunContext run);

    /// <summary>The IDs of the connected customer's centres.</summary>
    Task<IReadOnlyList<string>> CentreIdsAsync(RunContext run);
}

/// <summary>A record as the lists show it.</summary>
/// <param name="RecordId">Its key in its system's API; null where no list shows it.</param>
/// <param name="Value">What its field holds; null for nothing, or where rows do not carry the field.</param>
/// <param name="Name">Its name, or null where it is in no list.</param>
public sealed record CurrentValue(string? RecordId, string? Value, string? Name);

/// <summary>The current values of records, and what is remembered of their links.</summary>
public interface ICurrentValues
{
    /// <summary>
    /// The record. Only PICSWeb's lists know the keys of its officers and organisations; Onefile's records are known by their IDs, so that one that no list
    /// shows can still be asked for.
    /// </summary>
    CurrentValue Find(RecordKind kind, string key);

    /// <summary>Whether the new value of a change links two records. What was there before a run need not have been a link.</summary>
    bool IsLink(PlannedChange change);

    /// <summary>Keeps a change that was made: the cache and the ledger take its value.</summary>
    void KeepWritten(PlannedChange change);

    /// <summary>Keeps a change that is left to a person: the link waits.</summary>
    void KeepWaiting(PlannedChange change);

    /// <summary>Forgets the waiting link of a record.</summary>
    void ForgetWaiting(RecordKind kind, string key);
}
