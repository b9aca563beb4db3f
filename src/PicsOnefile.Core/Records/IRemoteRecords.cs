using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Runs;

namespace PicsOnefile.Records;

/// <summary>A system's records as the protocol of writing needs them: read one, write one field, list one field.</summary>
public interface IRemoteRecords
{
    /// <summary>Whether a field of this kind of record can be written in this system at all.</summary>
    bool CanWrite(RecordKind kind);

    /// <summary>The record as it is now, or null if the system does not have it.</summary>
    Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run);

    /// <summary>Writes one field; everything else of the record is sent back as it was read, where the system needs the whole.</summary>
    /// <param name="record">The record as it was read just before; for a kind whose partial update is confirmed, only its ID is used.</param>
    /// <param name="field">The module's name of the field.</param>
    /// <param name="value">The new value; null or empty clears it.</param>
    /// <param name="run">The run.</param>
    Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run);

    /// <summary>
    /// All records of a kind as the rows of its list show them, by their keys (fewer calls than single reads); null where the rows do not carry the field.
    /// </summary>
    Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run);

    /// <summary>
    /// The records of a kind that hold a value, found by asking for it (fewer calls than the whole list); null where the system cannot be asked so.
    /// </summary>
    Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run);

    /// <summary>
    /// True where a row of the list is enough to read a write back: it carries the field, and either the rest of the record too or it is confirmed that an
    /// update leaves the rest alone.
    /// </summary>
    bool RowsConfirmWrites(RecordKind kind);
}
