using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.PicsWeb;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>A PICSWeb tenant that holds its records in memory.</summary>
internal sealed class PicsWebInMemory : IPicsWeb
{
    public List<Officer> Officers { get; } = [];

    public List<Organisation> Organisations { get; } = [];

    public List<Qualification> Qualifications { get; } = [];

    public List<Learner> Learners { get; } = [];

    /// <summary>What the tenant says it cannot do.</summary>
    public HashSet<PicsWebOperation> Missing { get; } = [];

    /// <summary>What turns out to be missing at the first call.</summary>
    public HashSet<PicsWebOperation> FoundMissing { get; } = [];

    public bool Writable { get; set; } = true;

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Happens at each call.</summary>
    public Func<string, Task> OnCall { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyDictionary<PicsWebOperation, OperationAvailability> Operations =>
        Enum.GetValues<PicsWebOperation>()
            .ToDictionary(operation => operation, operation => Missing.Contains(operation) ? OperationAvailability.Missing : OperationAvailability.Available);

    public bool CanRead(PicsWebOperation list) => !Missing.Contains(list);

    public UnavailableList? FindUnavailable(PicsWebOperation list) => FoundMissing.Contains(list) ? new($"{list} is not there.", WasAvailable: false) : null;

    /// <summary>Where the lists are read from; the API by default.</summary>
    public ListSource Source { get; set; } = new("API");

    public ListSource SourceOf(PicsWebOperation list) => Source;

    public bool CanWrite(RecordKind kind) => Writable;

    public Task<IReadOnlyList<Officer>> GetOfficersAsync(RunContext run) => ListAsync(PicsWebOperation.OfficersList, Officers, run);

    public Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(RunContext run) => ListAsync(PicsWebOperation.OrganisationsList, Organisations, run);

    public Task<IReadOnlyList<Qualification>> GetQualificationsAsync(RunContext run) => ListAsync(PicsWebOperation.QualificationsList, Qualifications, run);

    public Task<IReadOnlyList<Learner>> GetLearnersAsync(RunContext run) => ListAsync(PicsWebOperation.LearnersList, Learners, run);

    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run)
    {
        await CallAsync($"read {kind} {recordId}", run);
        return Rows(kind).FirstOrDefault(row => row.RecordId == recordId) is { } record ? Remote(kind, record) : null;
    }

    public async Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run)
    {
        await CallAsync($"write {record.Kind} {record.RecordId}={value}", run);
        if (record.Kind == RecordKind.Officer)
            Officers[Officers.FindIndex(row => row.OfficerId == record.RecordId)] = Officers.Find(row => row.OfficerId == record.RecordId)! with
            {
                AdditionalId = value,
            };
        else
            Organisations[Organisations.FindIndex(row => row.OrganisationId == record.RecordId)] = Organisations.Find(row =>
                row.OrganisationId == record.RecordId
            )! with
            {
                AdditionalId = value,
            };
    }

    public async Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run)
    {
        await CallAsync($"list {kind}", run);
        return Rows(kind).ToDictionary(row => row.RecordId, row => Remote(kind, row));
    }

    public Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run) =>
        Task.FromResult<IReadOnlyList<RemoteRecord>?>(null);

    public bool RowsConfirmWrites(RecordKind kind) => true;

    public Task<IntegrationSettings> GetIntegrationAsync(RunContext run) =>
        throw ErrorKinds.OperationMissing.For("integration.get", "The integration settings are not offered.");

    public Task UpdateIntegrationAsync(IReadOnlyDictionary<string, object?> changes, RunContext run) => throw new NotSupportedException();

    public Task RefreshQualificationLinksAsync(RunContext run) => throw new NotSupportedException();

    public Task<Qualification> CreateQualificationAsync(Qualification qualification, RunContext run) => throw new NotSupportedException();

    private IEnumerable<IPicsWebRecord> Rows(RecordKind kind) => kind == RecordKind.Officer ? Officers : Organisations;

    private static RemoteRecord Remote(RecordKind kind, IPicsWebRecord record) =>
        new(kind, record.RecordId, new Dictionary<string, string?> { ["AdditionalId"] = record.AdditionalId }, null, null);

    private async Task<IReadOnlyList<T>> ListAsync<T>(PicsWebOperation list, List<T> records, RunContext run)
    {
        await CallAsync($"{list}", run);
        return FoundMissing.Contains(list) ? throw ErrorKinds.OperationMissing.For(list, $"{list} is not there.") : [.. records];
    }

    private async Task CallAsync(string call, RunContext run)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        run.CountCall();
        Calls.Enqueue(call);
        await OnCall(call);
    }
}
