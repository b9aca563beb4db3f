using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb;

/// <summary>One tenant, by its API and its exported lists together: each operation by the API where the tenant offers it, and from a list otherwise.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PicsWebTenant : IPicsWeb
{
    private readonly PicsWebApi? _api;
    private readonly ExportedLists _lists;
    private readonly TenantOperations _offered;

    /// <summary>Joins what was found out; <see cref="OpenAsync"/> finds it out itself.</summary>
    /// <param name="api">The API, or null where only exported lists are used.</param>
    /// <param name="operations">What the API offers; an operation that is not named is missing.</param>
    /// <param name="lists">The exported lists.</param>
    public PicsWebTenant(PicsWebApi? api, IReadOnlyDictionary<PicsWebOperation, OperationAvailability> operations, ExportedLists lists)
    {
        _api = api;
        _lists = lists;
        _offered = new TenantOperations(api, operations, lists);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<PicsWebOperation, OperationAvailability> Operations => _offered.Availability;

    /// <summary>Signs in and checks what the tenant offers. A tenant without the API opens as well: its lists take over.</summary>
    /// <param name="api">The API, or null where only exported lists are used.</param>
    /// <param name="lists">The exported lists.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="PicsOnefileException">The API user is refused, or PICSWeb cannot be reached.</exception>
    public static async Task<PicsWebTenant> OpenAsync(PicsWebApi? api, ExportedLists lists, RunContext run)
    {
        var operations = api is null ? new Dictionary<PicsWebOperation, OperationAvailability>() : await api.CheckAsync(run).ConfigureAwait(false);
        if (api?.Absence is { } absence)
            run.Log.Warning(
                $"No PICSWeb API was found: {absence}. If your PICSWeb has the API, this is not its address. Without the API exported lists are read, and a "
                    + "person keys in what has to change."
            );
        return new PicsWebTenant(api, operations, lists);
    }

    /// <inheritdoc/>
    public bool CanRead(PicsWebOperation list) => _offered.Has(list) || _lists.Has(list);

    /// <inheritdoc/>
    public UnavailableList? FindUnavailable(PicsWebOperation list) => _offered.FindUnavailable(list);

    /// <inheritdoc/>
    public ListSource SourceOf(PicsWebOperation list) => (_offered.Has(list) ? null : _lists.SourceOf(list)) ?? new ListSource(_api?.MapName ?? "API");

    /// <inheritdoc/>
    public bool CanWrite(RecordKind kind) =>
        RecordRoutes.Find(kind) is { } routes
        && _api is not null
        && _api.CanWrite(kind)
        && _offered.Has(routes.Update)
        && (_api.TakesPartialUpdates(kind) || _offered.Has(routes.Get))
        // Only the API's own list knows the keys by which it updates.
        && (routes.List is not { } list || _offered.Has(list));

    /// <inheritdoc/>
    public bool RowsConfirmWrites(RecordKind kind) => RecordRoutes.Find(kind)?.List is { } list && _offered.Has(list) && _api!.RowsConfirmWrites(kind);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Officer>> GetOfficersAsync(RunContext run) =>
        ReadListAsync(PicsWebOperation.OfficersList, reader => reader.GetOfficersAsync(run), run);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(RunContext run) =>
        ReadListAsync(PicsWebOperation.OrganisationsList, reader => reader.GetOrganisationsAsync(run), run);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Qualification>> GetQualificationsAsync(RunContext run) =>
        ReadListAsync(PicsWebOperation.QualificationsList, reader => reader.GetQualificationsAsync(run), run);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Learner>> GetLearnersAsync(RunContext run) =>
        ReadListAsync(PicsWebOperation.LearnersList, reader => reader.GetLearnersAsync(run), run);

    /// <inheritdoc/>
    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run)
    {
        var routes = Routes(kind);
        if (_offered.Has(routes.Get))
        {
            try
            {
                var record = await _api!.ReadAsync(kind, recordId, run).ConfigureAwait(false);
                if (record is not null)
                    _offered.MarkAvailable(routes.Get);
                if (record is not null || await ReadsSingleRecordsAsync(kind, routes, run).ConfigureAwait(false))
                    return record;
            }
            catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.OperationMissing)
            {
                _offered.MarkMissing(routes.Get, exception, run);
            }
            catch (PicsOnefileException exception) when (IsPage(exception) && _offered[routes.Get] != OperationAvailability.Available)
            {
                if (await ReadsSingleRecordsAsync(kind, routes, run).ConfigureAwait(false))
                    throw;
            }
        }

        return routes.List is { } list && _offered.Has(list)
            ? await _api!.FindInListAsync(kind, recordId, run).ConfigureAwait(false)
            : throw _offered.Missing(routes.Get);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run)
    {
        var update = Routes(record.Kind).Update;
        try
        {
            await CallAsync(update, api => api.WriteAsync(record, field, value, run), run).ConfigureAwait(false);
        }
        catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.PicsWebNotFound && _offered[update] == OperationAvailability.Unverified)
        {
            // No such record, or no such route? If the record can still be read, it is the route.
            if (await ReadAsync(record.Kind, record.RecordId, run).ConfigureAwait(false) is null)
                throw;
            _offered.MarkMissing(update, exception, run);
            throw _offered.Missing(update);
        }
    }

    /// <summary>PICSWeb is not asked for a value: its lists are read whole.</summary>
    public Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run) =>
        Task.FromResult<IReadOnlyList<RemoteRecord>?>(null);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run)
    {
        if (RecordRoutes.Find(kind)?.List is not { } list || !_offered.Has(list))
            return null;
        try
        {
            return await CallAsync(list, api => api.ListAsync(kind, field, run), run).ConfigureAwait(false);
        }
        catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.OperationMissing)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<IntegrationSettings> GetIntegrationAsync(RunContext run) =>
        CallAsync(PicsWebOperation.IntegrationGet, api => api.GetIntegrationAsync(run), run);

    /// <inheritdoc/>
    public Task UpdateIntegrationAsync(IReadOnlyDictionary<string, object?> changes, RunContext run) =>
        CallAsync(PicsWebOperation.IntegrationUpdate, api => api.UpdateIntegrationAsync(changes, run), run);

    /// <inheritdoc/>
    public Task RefreshQualificationLinksAsync(RunContext run) =>
        CallAsync(PicsWebOperation.IntegrationRefreshQualificationLinks, api => api.RefreshQualificationLinksAsync(run), run);

    /// <inheritdoc/>
    public Task<Qualification> CreateQualificationAsync(Qualification qualification, RunContext run) =>
        CallAsync(PicsWebOperation.QualificationsCreate, api => api.CreateQualificationAsync(qualification, run), run);

    private async Task<IReadOnlyList<T>> ReadListAsync<T>(PicsWebOperation list, Func<IPicsWebReader, Task<IReadOnlyList<T>>> read, RunContext run)
    {
        if (_offered.Has(list))
        {
            try
            {
                return await CallAsync(list, api => read(api), run).ConfigureAwait(false);
            }
            catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.OperationMissing && _lists.Has(list))
            {
                // The exported list stands in for it.
            }
        }

        return _lists.Has(list) ? await read(_lists).ConfigureAwait(false) : throw _offered.Missing(list);
    }

    private Task<bool> CallAsync(PicsWebOperation operation, Func<PicsWebApi, Task> call, RunContext run) =>
        CallAsync(
            operation,
            async api =>
            {
                await call(api).ConfigureAwait(false);
                return true;
            },
            run
        );

    private async Task<T> CallAsync<T>(PicsWebOperation operation, Func<PicsWebApi, Task<T>> call, RunContext run)
    {
        if (!_offered.Has(operation))
            throw _offered.Missing(operation);
        try
        {
            var result = await call(_api!).ConfigureAwait(false);
            _offered.MarkAvailable(operation);
            return result;
        }
        catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.OperationMissing)
        {
            _offered.MarkMissing(operation, exception, run);
            throw;
        }
    }

    // 404 for a single read may mean a missing record or a missing route. Until one read has succeeded, a listed record decides.
    private async Task<bool> ReadsSingleRecordsAsync(RecordKind kind, RecordRoutes routes, RunContext run)
    {
        if (_offered[routes.Get] == OperationAvailability.Available)
            return true;
        if (routes.List is not { } list || !_offered.Has(list) || await _api!.AnyIdAsync(kind, run).ConfigureAwait(false) is not { } known)
            return true;
        if (!await CanReadAsync(kind, known, run).ConfigureAwait(false))
        {
            _offered.Withdraw(routes.Get);
            run.Log.Verbose($"{OperationRules.For(routes.Get).Name} does not answer for a record of the list: this PICSWeb's API does not have it.");
            return false;
        }

        _offered.MarkAvailable(routes.Get);
        return true;
    }

    private async Task<bool> CanReadAsync(RecordKind kind, string known, RunContext run)
    {
        try
        {
            return await _api!.ReadAsync(kind, known, run).ConfigureAwait(false) is not null;
        }
        catch (PicsOnefileException exception) when (IsPage(exception))
        {
            return false;
        }
    }

    // A page with 404 in place of a record; other calls have other targets.
    private static bool IsPage(PicsOnefileException exception) =>
        exception.Kind == ErrorKinds.BlockedOnTheWay && exception.Target is string name && OperationRules.Find(name) is not null;

    private static RecordRoutes Routes(RecordKind kind) =>
        RecordRoutes.Find(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not a kind of record of PICSWeb.");
}
