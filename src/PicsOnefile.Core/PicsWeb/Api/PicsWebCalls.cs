using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Sends the requests that the API map describes.</summary>
internal sealed class PicsWebCalls(IRestPipeline pipeline, PicsWebSession session)
{
    // Returned by a server without this route, or without this method on it.
    private static readonly int[] NoRouteStatusCodes = [404, 405, 410, 501];

    /// <summary>Returns the entry of an operation.</summary>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.OperationMissing"/>: the map says that the tenant does not have it.</exception>
    public ApiOperation Entry(PicsWebOperation operation) => session.Map.Find(operation) ?? throw Missing(OperationRules.For(operation), "the API map says so");

    /// <summary>Returns the entry of an operation, or null where the map excludes it.</summary>
    public ApiOperation? Find(PicsWebOperation operation) => session.Map.Find(operation);

    /// <summary>Sends a query.</summary>
    /// <param name="entry">The operation.</param>
    /// <param name="id">The record; null for an operation that takes none.</param>
    /// <param name="query">The query, or null.</param>
    /// <param name="run">The run.</param>
    /// <param name="isOwnPage">Whether a web page with 404 is PICSWeb's own; null where no page is.</param>
    /// <returns>The response, or null where the record does not exist.</returns>
    /// <exception cref="PicsOnefileException">
    /// <see cref="ErrorKinds.OperationMissing"/>: the tenant has no such route. <see cref="ErrorKinds.BlockedOnTheWay"/> with the operation as its target: a
    /// web page came in place of the record, and its origin is not known.
    /// </exception>
    public async Task<ApiResponse?> QueryAsync(
        ApiOperation entry,
        string? id,
        IEnumerable<KeyValuePair<string, string>>? query,
        RunContext run,
        Func<string, Task<bool>>? isOwnPage = null
    )
    {
        var askedFor = ExpectedNames(entry);
        var request = Request(entry, id, query) with { ExpectsJson = true, ErrorInSuccessBody = body => PicsWebErrors.ErrorInSuccessBody(body, askedFor) };
        var response = await pipeline.SendAsync(request, run).ConfigureAwait(false);
        if (IsSuccess(response))
            return new ApiResponse(request, JsonRecord.Read(request, response), response.ETag);
        if (!entry.Rule.TakesId || !IsGone(response))
            throw Missing(entry.Rule, $"it answered {response.Status} to {request}");
        return response.Page is not { } page || (isOwnPage is not null && await isOwnPage(response.Body).ConfigureAwait(false))
            ? null
            : throw ErrorKinds.BlockedOnTheWay.For(entry.Rule.Name, $"{page}.");
    }

    /// <summary>Sends a command: an update, a create or an action.</summary>
    /// <returns>The response; its body is only read for a create.</returns>
    /// <exception cref="PicsOnefileException">
    /// <see cref="ErrorKinds.OperationMissing"/>: the tenant has no such route; <see cref="ErrorKinds.PicsWebNotFound"/>: no such record, or no such route.
    /// </exception>
    public async Task<ApiResponse> SendAsync(
        ApiOperation entry,
        string? id,
        JObject? body,
        string? ifMatch,
        IReadOnlyCollection<Secret> secrets,
        RunContext run
    )
    {
        var request = Request(entry, id, null) with
        {
            Json = body?.ToString(Formatting.None),
            Idempotent = entry.Rule.Shape != OperationShape.Create,
            Secrets = secrets,
            // PICSWeb's response to a write is not known. A gateway's page is none; reading back shows everything else.
            ErrorInSuccessBody = body => PicsWebErrors.ErrorInSuccessBody(body, []),
            Headers = ifMatch is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["If-Match"] = ifMatch },
        };
        var response = await pipeline.SendAsync(request, run).ConfigureAwait(false);
        if (IsSuccess(response))
            return new ApiResponse(request, entry.Rule.Shape == OperationShape.Create ? JsonRecord.Read(request, response) : null, response.ETag);
        if (entry.Rule.TakesId && IsGone(response))
            throw ErrorKinds.PicsWebNotFound.For(id, $"PICSWeb answered {response.Status} to {request}.");
        throw Missing(entry.Rule, $"it answered {response.Status} to {request}");
    }

    /// <summary>Creates the error for an operation that the tenant does not offer, with the alternative.</summary>
    public static PicsOnefileException Missing(OperationRule rule, string reason) =>
        ErrorKinds.OperationMissing.For(rule.Name, $"This PICSWeb's API does not offer {rule.Name}: {reason}. {rule.Instead}");

    private RestRequest Request(ApiOperation entry, string? id, IEnumerable<KeyValuePair<string, string>>? query) =>
        new(new HttpMethod(entry.Method), ApiPath.Build(entry.Path, session.Prefix, id, query)) { AcceptedStatusCodes = NoRouteStatusCodes };

    // The envelope, or the record itself.
    private static IReadOnlyCollection<string> ExpectedNames(ApiOperation entry) =>
        [.. new[] { entry.Items, entry.Total, entry.Version }.OfType<string>(), .. entry.Fields.Values];

    private static bool IsSuccess(RestResponse response) => response.Status is >= 200 and < 300;

    private static bool IsGone(RestResponse response) => response.Status is 404 or 410;
}

/// <summary>The response to a request of the API map.</summary>
/// <param name="Request">The request, for messages.</param>
/// <param name="Body">The parsed body, or null for an empty one.</param>
/// <param name="ETag">The ETag, or null.</param>
internal sealed record ApiResponse(RestRequest Request, JToken? Body, string? ETag)
{
    /// <summary>Returns the value at a path of the map; the whole body for a null path.</summary>
    public JToken? Get(string? path) => path is null || Body is null ? Body : JsonRecord.Get(Body, path);

    /// <summary>Returns the names of the body's properties, for messages about a map that does not fit.</summary>
    public string Properties() => Body is JObject record ? JsonRecord.Names(record) : "none";
}
