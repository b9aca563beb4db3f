using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>What apply, verify and record have to know of the records that are changed, and cannot read themselves.</summary>
public interface IChangedRecords
{
    /// <summary>The system that keeps a kind of record.</summary>
    IRemoteRecords SystemOf(RecordKind kind);

    /// <summary>
    /// Reads the list of a kind anew, whatever the cache holds of it: it may be older than a write whose outcome was not seen.
    /// </summary>
    /// <returns>
    /// The API's keys by the keys that the journal knows, of kinds whose two keys differ; empty where they are one, or where the list cannot be read here.
    /// </returns>
    Task<IReadOnlyDictionary<string, string>> ReadKeysAsync(RecordKind kind, RunContext run);

    /// <summary>
    /// Every value that the module may ever write, read anew from both systems. What PICSWeb does not offer is left out, and so is a MIS Value that was never
    /// seen: "unknown" must not come back as "empty".
    /// </summary>
    Task<IReadOnlyCollection<BackedUpValue>> ReadValuesAsync(RunContext run);

    /// <summary>Forgets what was looked up singly of records that have been written since.</summary>
    void Forget(IEnumerable<(string Kind, string Key)> records);
}
