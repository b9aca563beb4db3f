using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>PICSWeb by its REST API, as the tenant's API map describes it.</summary>
/// <remarks>An operation that the tenant has no route for throws <see cref="ErrorKinds.OperationMissing"/>.</remarks>
public sealed class PicsWebApi : IPicsWebReader, IRemoteRecords
{
    private readonly IRestPipeline _pipeline;
    private readonly PicsWebSession _session;
    private readonly PicsWebCalls _calls;
    private readonly PicsWebRecords _records;
    private readonly NotFoundPages _pages = new();

    /// <summary>Creates the client; no request is sent yet.</summary>
    /// <param name="pipeline">The way to PICSWeb, signing in by the same session.</param>
    /// <param name="session">The API user's session, which carries the API map.</param>
    public PicsWebApi(IRestPipeline pipeline, PicsWebSession session)
    {
        _pipeline = pipeline;
        _session = session;
        _calls = new PicsWebCalls(pipeline, session);
        _records = new PicsWebRecords(_calls);
    }

    /// <summary>The name of the API map that says how lists are read.</summary>
    public string MapName => _session.Map.Name;

    /// <summary>Signs in, finds out where the API is, and asks the tenant's OpenAPI document what it offers of the API map.</summary>
    /// <exception cref="PicsOnefileException">The API user is refused, or PICSWeb cannot be reached.</exception>
    public async Task<IReadOnlyDictionary<PicsWebOperation, OperationAvailability>> CheckAsync(RunContext run)
    {
        var check = new OpenApiCheck(_pipeline, _session);
        var operations = await check.RunAsync(run).ConfigureAwait(false);
        Absence = check.Absence;
        return operations;
    }

    /// <summary>
    /// The requests and their responses where no API was found, as clauses of a sentence; null where it was found, and before the check.
    /// </summary>
    public string? Absence { get; private set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Officer>> GetOfficersAsync(RunContext run) =>
        ListAsync(RecordKind.Officer, $"Reading {run.Terms.Officer.Many}", (mapping, row) => mapping.Officer(row), one => one.OfficerIdent, run);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(RunContext run) =>
        ListAsync(
            RecordKind.Organisation,
            $"Reading {run.Terms.Organisation.Many}",
            (mapping, row) => mapping.Organisation(row),
            one => one.OrganisationIdent,
            run
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<Qualification>> GetQualificationsAsync(RunContext run) =>
        ListAsync(RecordKind.Qualification, "Reading qualifications", (mapping, row) => mapping.Qualification(row), one => one.QualificationId, run);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Learner>> GetLearnersAsync(RunContext run)
    {
        var entry = _calls.Entry(PicsWebOperation.LearnersList);
        var mapping = new RecordMapping(entry);
        var rows = await new PagedList(_calls, entry, "Reading learners", run).ReadAsync().ConfigureAwait(false);
        return new CountedList<Learner>(Named(rows, mapping.Learner, learner => learner.LearnerIdent, entry, run), rows.Missing);
    }

    /// <inheritdoc/>
    public bool CanWrite(RecordKind kind) => _records.CanWrite(kind);

    /// <summary>Whether an update may carry the changed field alone.</summary>
    public bool TakesPartialUpdates(RecordKind kind) => _records.TakesPartialUpdates(kind);

    /// <summary>Rows show the record as a single read does, where the map has the written field in the list.</summary>
    public bool RowsConfirmWrites(RecordKind kind) =>
        RecordRoutes.Find(kind) is { List: { } list } routes
        && _calls.Find(list) is { } entry
        && OperationRules.For(routes.Update).Fields.All(entry.Fields.ContainsKey);

    /// <inheritdoc/>
    public Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run) =>
        _records.ReadAsync(kind, recordId, run, page => IsPicsWebPageAsync(kind, recordId, page, run));

    /// <inheritdoc/>
    public Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run) => _records.WriteAsync(record, field, value, run);

    /// <summary>PICSWeb is not asked for a value: its lists are read whole.</summary>
    public Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run) =>
        Task.FromResult<IReadOnlyList<RemoteRecord>?>(null);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run)
    {
        if (RecordRoutes.Find(kind)?.List is not { } list)
            return null;
        var entry = _calls.Entry(list);
        var mapping = new RecordMapping(entry);
        if (!entry.Fields.ContainsKey(field))
            return null;
        var rows = await new PagedList(_calls, entry, $"Reading {entry.Rule.Name}", run).ReadAsync().ConfigureAwait(false);
        if (rows.Count > 0 && !mapping.Carries(rows, field))
            return null;
        return rows.Select(row => _records.FromRow(kind, mapping.Text(row, "id")!, row)).ToDictionary(record => record.RecordId, StringComparer.Ordinal);
    }

    /// <summary>The integration settings and the Integration Status.</summary>
    public async Task<IntegrationSettings> GetIntegrationAsync(RunContext run)
    {
        var record = await ReadSettingsAsync(run).ConfigureAwait(false);
        return new RecordMapping(_calls.Entry(PicsWebOperation.IntegrationGet)).Integration(((PicsWebBody)record.Body!).Record);
    }

    /// <summary>Changes integration settings; what is not named goes back as it was read.</summary>
    /// <param name="changes">By the names of <see cref="IntegrationSettings"/>, and CustomerToken (text or SecureString), which is never shown again.</param>
    /// <param name="run">The run.</param>
    public async Task UpdateIntegrationAsync(IReadOnlyDictionary<string, object?> changes, RunContext run)
    {
        var settings = new SettingChanges(changes);
        var record = TakesPartialUpdates(RecordKind.Integration)
            ? new RemoteRecord(RecordKind.Integration, PicsWebRecords.SettingsId, new Dictionary<string, string?>(), null, null)
            : await ReadSettingsAsync(run).ConfigureAwait(false);
        await _records.WriteAsync(record, settings.Values, settings.Secrets, run).ConfigureAwait(false);
    }

    /// <summary>Presses <i>Refresh Qualification Links</i>.</summary>
    public Task RefreshQualificationLinksAsync(RunContext run) =>
        _calls.SendAsync(_calls.Entry(PicsWebOperation.IntegrationRefreshQualificationLinks), null, null, null, [], run);

    /// <summary>Adds a qualification and returns it as PICSWeb stores it. The call is never retried.</summary>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.NotWritten"/>: PICSWeb did not refuse it and does not have it.</exception>
    public Task<Qualification> CreateQualificationAsync(Qualification qualification, RunContext run) =>
        new QualificationCreation(_calls, _records).RunAsync(qualification, GetQualificationsAsync, run);

    /// <summary>A record as the list shows it, where the tenant cannot read one alone; null where it is not in the list.</summary>
    internal async Task<RemoteRecord?> FindInListAsync(RecordKind kind, string recordId, RunContext run)
    {
        var entry = _calls.Entry(RecordRoutes.Find(kind)!.List!.Value);
        var rows = await new PagedList(_calls, entry, $"Reading {entry.Rule.Name}", run).ReadAsync().ConfigureAwait(false);
        return rows.FirstOrDefault(row => JsonRecord.Text(row, entry.Fields["id"]) == recordId) is { } found ? _records.FromRow(kind, recordId, found) : null;
    }

    /// <summary>The key of any record of a kind, or null where there is none; to try out whether single records can be read.</summary>
    internal async Task<string?> AnyIdAsync(RecordKind kind, RunContext run)
    {
        var entry = _calls.Entry(RecordRoutes.Find(kind)!.List!.Value);
        var rows = await new PagedList(_calls, entry, $"Reading {entry.Rule.Name}", run).ReadAsync().ConfigureAwait(false);
        return rows.Count == 0 ? null : JsonRecord.Text(rows[0], entry.Fields["id"]);
    }

    // Only PICSWeb's own 404 proves that a record is gone.
    private async Task<bool> IsPicsWebPageAsync(RecordKind kind, string recordId, string page, RunContext run)
    {
        if (RecordRoutes.Find(kind)?.List is not { } list || _calls.Find(list) is null)
            return false;
        string? known = null;
        return await _pages
            .IsOwnAsync(
                page,
                recordId,
                async () =>
                    (known = await AnyIdAsync(kind, run).ConfigureAwait(false)) is not null
                    && known != recordId
                    && await IsThereAsync(kind, known, null, run).ConfigureAwait(false),
                async () =>
                {
                    // Of the form that the tenant's keys have: another might not even be a route.
                    var nobody = Guid.TryParse(known, out _) ? Guid.NewGuid().ToString() : int.MaxValue.ToString(CultureInfo.InvariantCulture);
                    string? body = null;
                    await IsThereAsync(kind, nobody, found => body = found, run).ConfigureAwait(false);
                    return body is null ? null : (nobody, body);
                }
            )
            .ConfigureAwait(false);
    }

    private async Task<bool> IsThereAsync(RecordKind kind, string recordId, Action<string>? page, RunContext run) =>
        await _records
            .ReadAsync(kind, recordId, run, body =>
            {
                page?.Invoke(body);
                return Task.FromResult(true);
            })
            .ConfigureAwait(false)
            is not null;

    private async Task<RemoteRecord> ReadSettingsAsync(RunContext run) =>
        (await _records.ReadAsync(RecordKind.Integration, PicsWebRecords.SettingsId, run).ConfigureAwait(false))!;

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        RecordKind kind,
        string activity,
        Func<RecordMapping, JObject, T> map,
        Func<T, string> ident,
        RunContext run
    )
    {
        var routes = RecordRoutes.Find(kind)!;
        var entry = _calls.Entry(routes.List!.Value);
        var rows = await new PagedList(_calls, entry, activity, run).ReadAsync().ConfigureAwait(false);
        var field = OperationRules.For(routes.Update).Fields[0];
        if (!entry.Fields.ContainsKey(field) && _calls.Find(routes.Get) is { } single)
            (rows, entry) = (await DetailsAsync(kind, rows, entry, activity, run).ConfigureAwait(false), single);
        else if (rows.Count > 0 && !new RecordMapping(entry).Carries(rows, field))
            run.Log.Warning(
                $"No record of {entry.Rule.Name} has '{(entry.Fields.TryGetValue(field, out var name) ? name : field)}'. Either it is empty everywhere, "
                    + "or the API map does not fit: give null for the field there if only single records carry it."
            );
        var mapping = new RecordMapping(entry);
        return new CountedList<T>(Named(rows, row => map(mapping, row), ident, entry, run), rows.Missing);
    }

    private static List<T> Named<T>(IReadOnlyList<JObject> rows, Func<JObject, T> map, Func<T, string> ident, ApiOperation entry, RunContext run)
    {
        var records = rows.Select(map).ToList();
        var nameless = records.RemoveAll(record => ident(record).Length == 0);
        if (nameless > 0 && records.Count == 0)
            throw ErrorKinds.AnswerUnreadable.For(
                entry.Rule.Name,
                $"No record of {entry.Rule.Name} has '{entry.Fields["ident"]}'. Correct its fields in the API map."
            );
        if (nameless > 0)
            run.Log.Warning($"{nameless} records of {entry.Rule.Name} have no Ident and were left out.");
        return records;
    }

    // Only where the map says that rows do not carry the field: one call a record.
    private async Task<CountedList<JObject>> DetailsAsync(RecordKind kind, CountedList<JObject> rows, ApiOperation entry, string activity, RunContext run)
    {
        var details = new List<JObject>(rows.Count);
        foreach (var row in rows)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (await ReadAsync(kind, JsonRecord.Text(row, entry.Fields["id"])!, run).ConfigureAwait(false) is { Body: PicsWebBody body })
                details.Add(body.Record);
            run.Log.Progress(new RunProgress(activity, details.Count, rows.Count));
        }

        run.Log.Progress(new RunProgress(activity, details.Count, rows.Count, Completed: true));
        return new(details, rows.Missing);
    }
}
