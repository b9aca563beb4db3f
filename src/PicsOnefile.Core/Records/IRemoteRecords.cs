using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Runs;

namespace PicsOnefile.Records;

/// <summary>The records of a system as the write protocol needs them: read one, write one field, list one field.</summary>
/// <remarks>Every method with a run throws <see cref="Errors.PicsOnefileException"/> for an error of the system.</remarks>
public interface IRemoteRecords
{
    /// <summary>Whether this system can write a field of this kind of record.</summary>
    bool CanWrite(RecordKind kind);

    /// <summary>Returns the current record, or null where it does not exist; one call.</summary>
    Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run);

    /// <summary>Writes one field; everything else of the record is sent back as it was read, where the system needs the whole.</summary>
    /// <param name="record">The record as it was read just before; for a kind whose partial update is confirmed, only its ID is used.</param>
    /// <param name="field">The module's name of the field.</param>
    /// <param name="value">The new value; null or empty clears it.</param>
    /// <param name="run">The run.</param>
    Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run);

    /// <summary>
    /// Returns all records of a kind as its list shows them, by their keys, with fewer calls than single reads; null where the rows lack the field.
    /// </summary>
    Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run);

    /// <summary>
    /// Returns the records of a kind with a value, by the server's filter, with fewer calls than the list; null where the system has no such filter.
    /// </summary>
    Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run);

    /// <summary>
    /// Whether a row of the list confirms a write. The row must hold the field. It must also hold the rest of the record, unless a partial update is
    /// confirmed.
    /// </summary>
    bool RowsConfirmWrites(RecordKind kind);
}
