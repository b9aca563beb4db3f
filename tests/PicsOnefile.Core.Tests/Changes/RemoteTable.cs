using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>A system that keeps its records in memory, and what can happen to it between two calls.</summary>
internal sealed class RemoteTable : IRemoteRecords
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string?>> _records = new();

    /// <summary>"read 1", "write 1=value" in the order in which the calls came.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public IEnumerable<string> Writes => Calls.Where(call => call.StartsWith("write", StringComparison.Ordinal));

    /// <summary>Happens before a record is read.</summary>
    public Func<string, Task> OnRead { get; set; } = _ => Task.CompletedTask;

    /// <summary>Happens when a write has come in, before it is kept; whatever it throws is what the caller sees, and nothing is kept.</summary>
    public Func<string, Task> OnWrite { get; set; } = _ => Task.CompletedTask;

    /// <summary>Happens when a write was kept, before its answer: what it throws is a lost answer.</summary>
    public Func<string, Task> OnWritten { get; set; } = _ => Task.CompletedTask;

    public string? this[string id, string field = "AdditionalId"]
    {
        get => _records[id].TryGetValue(field, out var value) ? value : null;
        set =>
            _records[id] = new Dictionary<string, string?>(_records.TryGetValue(id, out var record) ? record : new Dictionary<string, string?>())
            {
                [field] = value,
            };
    }

    public void Delete(string id) => _records.TryRemove(id, out _);

    public bool CanWrite(RecordKind kind) => true;

    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run)
    {
        Calls.Enqueue($"read {recordId}");
        await OnRead(recordId);
        return _records.TryGetValue(recordId, out var fields) ? new RemoteRecord(kind, recordId, fields, null, null) : null;
    }

    public async Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run)
    {
        Calls.Enqueue($"write {record.RecordId}={value}");
        await OnWrite(record.RecordId);
        this[record.RecordId, field] = value;
        await OnWritten(record.RecordId);
    }

    /// <summary>What a listing shows; by default every record as it is.</summary>
    public Func<IReadOnlyDictionary<string, RemoteRecord>, IReadOnlyDictionary<string, RemoteRecord>?> OnList { get; set; } = rows => rows;

    public Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run)
    {
        Calls.Enqueue("list");
        run.CountCall();
        return Task.FromResult(OnList(_records.ToDictionary(record => record.Key, record => new RemoteRecord(kind, record.Key, record.Value, null, null))));
    }

    public Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run) =>
        Task.FromResult<IReadOnlyList<RemoteRecord>?>(null);

    public bool RowsConfirmWrites(RecordKind kind) => kind != RecordKind.Placement;
}
