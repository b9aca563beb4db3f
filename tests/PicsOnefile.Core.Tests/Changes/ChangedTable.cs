using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>The records of a <see cref="RemoteTable"/>, of which a list shows the keys.</summary>
internal sealed class ChangedTable(RemoteTable table) : IChangedRecords
{
    private static readonly string[] Keys = ["A", "B", "C"];

    /// <summary>The API's key that the list shows for a record of the journal; null for a record that is not in it.</summary>
    public Func<string, string?> RecordId { get; set; } = key => $"id-{key}";

    /// <summary>The kinds whose lists were read.</summary>
    public List<RecordKind> ListsRead { get; } = [];

    public IRemoteRecords SystemOf(RecordKind kind) => table;

    public Task<IReadOnlyDictionary<string, string>> ReadKeysAsync(RecordKind kind, RunContext run)
    {
        ListsRead.Add(kind);
        return Task.FromResult<IReadOnlyDictionary<string, string>>(
            Keys.Where(key => RecordId(key) is not null).ToDictionary(key => key, key => RecordId(key)!)
        );
    }

    public Task<IReadOnlyCollection<BackedUpValue>> ReadValuesAsync(RunContext run) => Task.FromResult<IReadOnlyCollection<BackedUpValue>>([]);

    public void Forget(IEnumerable<(string Kind, string Key)> records) { }
}
