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

/// <summary>Makes the calls that the API map describes.</summary>
internal sealed class PicsWebCalls(IRestPipeline pipeline, PicsWebSession session)
{
    // Answered by a server that has no such route, or not with this method.
    private static readonly int[] NoRouteStatusCodes = [404, 405, 410, 501];

    /// <summary>The entry of an operation.</summary>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.OperationMissing"/>: the map says that the tenant does not have it.</exception>
    public ApiOperation Entry(PicsWebOperation operation) => session.Map.Find(operation) ?? throw Missing(OperationRules.For(operation), "the API map says so");

    /// <summary>The entry of an operation, or null where the map says that the tenant does not have it.</summary>
    public ApiOperation? Find(PicsWebOperation operation) => session.Map.Find(operation);

    /// <summary>Asks for something. Null for a record that is not there.</summary>
    /// <param name="entry">The operation.</param>
    /// <param name="id">The record; null for an operation that takes none.</param>
    /// <param name="query">The query, or null.</param>
    /// <param name="run">The run.</param>
    /// <param name="isOwnPage">Whether a web page with 404 is the one with which PICSWeb itself says that a record is not there; null takes none for
    /// it.</param>
    /// <exception cref="PicsOnefileException">
    /// <see cref="ErrorKinds.OperationMissing"/>: the tenant has no such route; <see cref="ErrorKinds.BlockedOnTheWay"/> with the operation as its target: a
    /// web page came in place of the record, so that it is not known whether the record or the route is not there, or something on the way answered.
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

    /// <summary>Sends something and answers what came back.</summary>
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
            // What PICSWeb answers to a write is not known; a page of a gateway is no answer to one. Reading back tells of everything else.
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

    /// <summary>The failure of an operation that the tenant does not offer, with what to do instead.</summary>
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

/// <summary>What a call was answered with.</summary>
/// <param name="Request">The call, for messages.</param>
/// <param name="Body">The answer, or null for an empty one.</param>
/// <param name="ETag">The ETag, or null.</param>
internal sealed record ApiResponse(RestRequest Request, JToken? Body, string? ETag)
{
    /// <summary>What the map's path leads to in the answer; the answer itself where the map names none.</summary>
    public JToken? Get(string? path) => path is null || Body is null ? Body : JsonRecord.Get(Body, path);

    /// <summary>The names of the answer's properties, for messages about a map that does not fit.</summary>
    public string Properties() => Body is JObject record ? JsonRecord.Names(record) : "none";
}
