using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb;

/// <summary>Which operations the API of one tenant offers, as its OpenAPI document and its calls show it.</summary>
/// <remarks>
/// An operation without an entry in an OpenAPI document is unverified. It becomes available when its first call succeeds, and missing when the tenant has no
/// such route. Thread-safe.
/// </remarks>
internal sealed class TenantOperations
{
    private readonly PicsWebApi? _api;
    private readonly ExportedLists _lists;
    private readonly ConcurrentDictionary<PicsWebOperation, OperationAvailability> _availability;
    private readonly ConcurrentDictionary<PicsWebOperation, UnavailableList> _unavailable = new();

    /// <summary>Starts with what was found out when the connection was opened.</summary>
    /// <param name="api">The API, or null where only exported lists are used.</param>
    /// <param name="found">What the API offers; an operation that is not named is missing.</param>
    /// <param name="lists">The exported lists, which stand in for lists of the API.</param>
    public TenantOperations(PicsWebApi? api, IReadOnlyDictionary<PicsWebOperation, OperationAvailability> found, ExportedLists lists)
    {
        _api = api;
        _lists = lists;
        _availability = new ConcurrentDictionary<PicsWebOperation, OperationAvailability>(
            OperationRules.All.ToDictionary(
                rule => rule.Operation,
                rule => api is not null && found.TryGetValue(rule.Operation, out var state) ? state : OperationAvailability.Missing
            )
        );
    }

    /// <summary>The availability of each operation.</summary>
    public IReadOnlyDictionary<PicsWebOperation, OperationAvailability> Availability => _availability;

    /// <summary>The availability of one operation.</summary>
    public OperationAvailability this[PicsWebOperation operation] => _availability[operation];

    /// <summary>Whether the API has the operation, as far as is known.</summary>
    public bool Has(PicsWebOperation operation) => _availability[operation] != OperationAvailability.Missing;

    /// <summary>The outage of a list that the API was expected to return and no exported list stands in for; otherwise null.</summary>
    public UnavailableList? FindUnavailable(PicsWebOperation list) => _unavailable.TryGetValue(list, out var lost) && !_lists.Has(list) ? lost : null;

    /// <summary>A call of the operation has succeeded.</summary>
    public void MarkAvailable(PicsWebOperation operation)
    {
        _availability.TryUpdate(operation, OperationAvailability.Available, OperationAvailability.Unverified);
        _unavailable.TryRemove(operation, out _);
    }

    /// <summary>The tenant has answered that it does not have the operation, or another one that was needed on the way.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="reason">The error; its target names the operation that is missing, such as reading the record that is to go back whole.</param>
    /// <param name="run">The run.</param>
    public void MarkMissing(PicsWebOperation operation, PicsOnefileException reason, RunContext run)
    {
        if (reason.Target is string name && OperationRules.Find(name) is { } rule)
            operation = rule.Operation;
        var wasThere = _availability[operation] == OperationAvailability.Available;
        var isList = OperationRules.For(operation).Shape == OperationShape.List;
        if (isList && Has(operation))
            _unavailable[operation] = new(reason.Message, wasThere);
        // A list that surely exists and has no substitute is read again, for an outage passes.
        if (!(isList && wasThere && !_lists.Has(operation)))
            Withdraw(operation);
        run.Log.Verbose(reason.Message);
    }

    /// <summary>The operation is taken for missing from now on.</summary>
    public void Withdraw(PicsWebOperation operation) => _availability[operation] = OperationAvailability.Missing;

    /// <summary>The error of an operation that neither the API nor an exported list has; it says what to do instead.</summary>
    public PicsOnefileException Missing(PicsWebOperation operation)
    {
        var rule = OperationRules.For(operation);
        if (_availability.Values.Any(state => state != OperationAvailability.Missing))
            return PicsWebCalls.Missing(rule, "its OpenAPI document, the API map or an earlier call said so");
        var noList = rule.Shape == OperationShape.List ? ", and no exported list was given" : "";
        var told = _api?.Absence is { } absence ? $" When the connection was opened, {absence}." : "";
        return ErrorKinds.ApiMissing.For(rule.Name, $"There is no PICSWeb API for {rule.Name}{noList}.{told} {rule.Instead}");
    }
}
