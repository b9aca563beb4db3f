using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Onefile;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>A Onefile that holds its records in memory; each call is one call of the run.</summary>
internal sealed class OnefileInMemory : IOnefileClient
{
    public List<Centre> Centres { get; } = [new() { CentreId = "1", Name = "Abertawe" }];

    public List<Assessor> Assessors { get; } = [];

    public List<Placement> Placements { get; } = [];

    public List<OnefileLearner> Learners { get; } = [];

    /// <summary>Records that single reads answer and no list shows.</summary>
    public HashSet<string> Unlisted { get; } = [];

    /// <summary>Records that lists show and single reads answer with 404.</summary>
    public HashSet<string> Unreadable { get; } = [];

    /// <summary>True: rows are as bare as Onefile's, without e-mail and MIS Value.</summary>
    public bool BareRows { get; set; }

    /// <summary>True: rows do not say whether an account is archived.</summary>
    public bool RowsLackTheFlag { get; set; }

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Happens at each call.</summary>
    public Func<string, Task> OnCall { get; set; } = _ => Task.CompletedTask;

    public bool CanWrite(RecordKind kind) => true;

    public async Task<OnefileCustomer> GetCustomerAsync(RunContext run)
    {
        await CallAsync("customer", run);
        return new("9", "Made-up Training");
    }

    public async Task<IReadOnlyList<Centre>> GetCentresAsync(OnefileCustomer customer, RunContext run)
    {
        await CallAsync("centres", run);
        return [.. Centres];
    }

    public async IAsyncEnumerable<Assessor> SearchAssessorsAsync(Centre centre, AssessorFilter filter, RunContext run)
    {
        await CallAsync($"assessors of {centre.CentreId}{(filter.Email is null ? "" : $" with {filter.Email}")}", run);
        foreach (
            var row in Assessors
                .Where(row => row.CentreId == centre.CentreId && !Unlisted.Contains(row.AssessorId) && (filter.Email is null || filter.Email == row.Email))
                .ToList()
        )
            yield return row with
            {
                Email = null,
                Telephone = null,
                MisId = BareRows ? null : row.MisId,
                Archived = RowsLackTheFlag ? null : row.Archived,
            };
    }

    public async Task<Assessor?> GetAssessorAsync(Assessor row, RunContext run)
    {
        await CallAsync($"assessor {row.AssessorId}", run);
        return Unreadable.Contains(row.AssessorId) ? null : Assessors.Find(known => known.AssessorId == row.AssessorId);
    }

    public async IAsyncEnumerable<Placement> SearchPlacementsAsync(Centre centre, string? name, RunContext run)
    {
        await CallAsync($"placements of {centre.CentreId}", run);
        foreach (var row in Placements.Where(row => row.CentreId == centre.CentreId && !Unlisted.Contains(row.PlacementId)).ToList())
            yield return row with
            {
                Address = null,
                MisId = BareRows ? null : row.MisId,
            };
    }

    public async Task<Placement?> GetPlacementAsync(Placement row, RunContext run)
    {
        await CallAsync($"placement {row.PlacementId}", run);
        return Unreadable.Contains(row.PlacementId) ? null : Placements.Find(known => known.PlacementId == row.PlacementId);
    }

    public async IAsyncEnumerable<OnefileLearner> SearchLearnersAsync(Centre centre, RunContext run)
    {
        await CallAsync($"learners of {centre.CentreId}", run);
        foreach (var row in Learners.Where(row => row.CentreId == centre.CentreId).ToList())
            yield return row with
            {
                Uln = null,
                DateOfBirth = null,
            };
    }

    public async Task<OnefileLearner?> GetLearnerAsync(OnefileLearner row, RunContext run)
    {
        await CallAsync($"learner {row.OnefileId}", run);
        return Learners.Find(known => known.OnefileId == row.OnefileId);
    }

    public async Task<IReadOnlyList<LearningAim>> GetLearningAimsAsync(Centre centre, RunContext run)
    {
        await CallAsync($"learning aims of {centre.CentreId}", run);
        return [];
    }

    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run)
    {
        await CallAsync($"read {kind} {recordId}", run);
        return Rows(kind).FirstOrDefault(row => row.OnefileId == recordId) is { } record ? Remote(kind, record) : null;
    }

    public async Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run)
    {
        await CallAsync($"write {record.Kind} {record.RecordId}={value}", run);
        if (record.Kind == RecordKind.Assessor)
            Assessors[Assessors.FindIndex(row => row.AssessorId == record.RecordId)] = Assessors.Find(row => row.AssessorId == record.RecordId)! with
            {
                MisId = value,
            };
        else
            Placements[Placements.FindIndex(row => row.PlacementId == record.RecordId)] = Placements.Find(row => row.PlacementId == record.RecordId)! with
            {
                MisId = value,
            };
    }

    public async Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run)
    {
        if (kind != RecordKind.Assessor)
            return null;
        await CallAsync($"find {kind} {value} in {centreId}", run);
        return [.. Assessors.Where(row => row.CentreId == centreId && row.MisId == value).Select(row => Remote(kind, row))];
    }

    public async Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run)
    {
        await CallAsync($"list {kind}", run);
        return BareRows ? null : Rows(kind).ToDictionary(row => row.OnefileId, row => Remote(kind, row));
    }

    public bool RowsConfirmWrites(RecordKind kind) => kind == RecordKind.Assessor && !BareRows;

    private IEnumerable<IOnefileRecord> Rows(RecordKind kind) => kind == RecordKind.Assessor ? Assessors : Placements;

    private static RemoteRecord Remote(RecordKind kind, IOnefileRecord record) =>
        new(kind, record.OnefileId, new Dictionary<string, string?> { ["MisId"] = record.MisId, ["Name"] = record.DisplayName }, null, null)
        {
            CentreId = record.CentreId,
        };

    private async Task CallAsync(string call, RunContext run)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        run.CountCall();
        Calls.Enqueue(call);
        await OnCall(call);
    }
}
