using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>The records that are changed, as far as apply, verify and record need them and cannot read them.</summary>
public interface IChangedRecords
{
    /// <summary>The system that keeps a kind of record.</summary>
    IRemoteRecords SystemOf(RecordKind kind);

    /// <summary>Reads the list of a kind anew, whatever the cache has. The list may be older than a write whose outcome was not seen.</summary>
    /// <returns>The API's keys by the journal's keys, where the two differ. Empty where they are one, or where the list cannot be read here.</returns>
    Task<IReadOnlyDictionary<string, string>> ReadKeysAsync(RecordKind kind, RunContext run);

    /// <summary>
    /// Reads every value that the module may ever write anew from both systems. Values that PICSWeb does not offer are left out. So is a MIS Value that was
    /// never seen: "unknown" must not come back as "empty".
    /// </summary>
    Task<IReadOnlyCollection<BackedUpValue>> ReadValuesAsync(RunContext run);

    /// <summary>Forgets what was looked up singly of records that have been written since.</summary>
    void Forget(IEnumerable<(string Kind, string Key)> records);
}
