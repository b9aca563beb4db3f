using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Finds out what a tenant offers of the API map: whether it has the API at all, where, and which of its routes.</summary>
internal sealed class OpenApiCheck(IRestPipeline pipeline, PicsWebSession session)
{
    // Whatever keeps the document from being served leaves its operations unverified; what may pass (408, 429, 502 to 504) is tried again by the pipeline.
    private static readonly int[] UnavailableStatusCodes = [.. Enumerable.Range(300, 202).Except([408, 429])];

    /// <summary>The requests and their responses where no API was found, as clauses of a sentence; null where there is one.</summary>
    public string? Absence { get; private set; }

    /// <summary>The availability of every operation.</summary>
    public async Task<IReadOnlyDictionary<PicsWebOperation, OperationAvailability>> RunAsync(RunContext run)
    {
        var (hasApi, body) = await DocumentAsync(run).ConfigureAwait(false);
        var document = body is null ? null : OpenApiDocument.TryRead(body);
        var result = OperationRules.All.ToDictionary(rule => rule.Operation, rule => Availability(rule.Operation, hasApi, document));
        var reason =
            !hasApi ? "it has no API"
            : document is null ? "it serves no OpenAPI document"
            : "by its OpenAPI document";
        run.Log.Verbose(
            $"Of {result.Count} operations PICSWeb offers {Names(result, OperationAvailability.Available)}; "
                + $"missing {Names(result, OperationAvailability.Missing)}; unverified {Names(result, OperationAvailability.Unverified)} ({reason})."
        );
        return result;
    }

    private OperationAvailability Availability(PicsWebOperation operation, bool hasApi, OpenApiDocument? document)
    {
        if (!hasApi || session.Map.Find(operation) is not { } entry)
            return OperationAvailability.Missing;
        // Signing in has just worked.
        if (operation == PicsWebOperation.Authenticate)
            return OperationAvailability.Available;
        if (document is null)
            return OperationAvailability.Unverified;
        return document.Has(entry.Method, entry.Path, session.Prefix) ? OperationAvailability.Available : OperationAvailability.Missing;
    }

    private async Task<(bool HasApi, string? Body)> DocumentAsync(RunContext run)
    {
        var told = new List<string>();
        while (true)
        {
            try
            {
                var request = new RestRequest(HttpMethod.Get, session.Map.OpenApiPath) { AcceptedStatusCodes = UnavailableStatusCodes };
                var answer = await pipeline.SendAsync(request, run).ConfigureAwait(false);
                return (true, answer.Status is >= 200 and < 300 ? answer.Body : null);
            }
            catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.ApiMissing)
            {
                run.Log.Verbose(exception.Message);
                told.Add(exception.Message.TrimEnd('.'));
                if (session.TryNextPrefix())
                    continue;
                Absence = string.Join("; ", told);
                return (false, null);
            }
            catch (PicsOnefileException exception) when (exception.Kind == ErrorKinds.AnswerTooLarge)
            {
                run.Log.Verbose(exception.Message);
                return (true, null);
            }
        }
    }

    private static string Names(Dictionary<PicsWebOperation, OperationAvailability> result, OperationAvailability wanted)
    {
        var names = result.Where(pair => pair.Value == wanted).Select(pair => OperationRules.For(pair.Key).Name).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}

/// <summary>The routes of an OpenAPI document, version 2 or 3.</summary>
internal sealed class OpenApiDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "options", "head"];
    private readonly List<(string Method, string[] Path)> _routes;
    private readonly bool _hasBasePath;

    private OpenApiDocument(List<(string Method, string[] Path)> routes, bool saysWhereItStarts)
    {
        _routes = routes;
        _hasBasePath = saysWhereItStarts;
    }

    /// <summary>The document, or null for a text that is none: a web page, another JSON.</summary>
    public static OpenApiDocument? TryRead(string text)
    {
        if (JsonResponse.TryRead(text) is not JObject root || Get(root, "paths") is not JObject paths)
            return null;
        var starts = GetBasePaths(root).Where(start => start.Length > 0).ToList();
        var routes =
            from path in paths.Properties()
            from method in (path.Value as JObject)?.Properties().Select(property => property.Name.ToLowerInvariant()).Where(Methods.Contains) ?? []
            from start in starts.Prepend([])
            select (method, (string[])[.. start, .. Parts(path.Name)]);
        return new OpenApiDocument([.. routes], starts.Count > 0);
    }

    /// <summary>Whether the document has a route, whatever its parameters are called, in any letter case, wherever its paths begin.</summary>
    public bool Has(string method, string path, string prefix)
    {
        var full = Parts(ApiPath.Full(path, prefix));
        return _routes.Any(route =>
            string.Equals(route.Method, method, StringComparison.OrdinalIgnoreCase)
            && (EndsWith(route.Path, full) || (!_hasBasePath && route.Path.SequenceEqual(Parts(path))))
        );
    }

    // Version 2 has one basePath, version 3 a list of servers whose address may be whole or a path.
    private static IEnumerable<string[]> GetBasePaths(JObject root)
    {
        if (Get(root, "basePath") is { Type: JTokenType.String } basePath)
            yield return Parts(basePath.Value<string>()!);
        foreach (var server in Get(root, "servers") as JArray ?? [])
        {
            if (server is JObject holder && Get(holder, "url") is { Type: JTokenType.String } url)
                yield return Parts(GetPath(url.Value<string>()!));
        }
    }

    private static string GetPath(string url) => Uri.TryCreate(url, UriKind.Absolute, out var whole) && !whole.IsFile ? whole.AbsolutePath : url;

    private static bool EndsWith(string[] path, string[] end) => path.Length >= end.Length && path.Skip(path.Length - end.Length).SequenceEqual(end);

    private static string[] Parts(string path) =>
        [.. path.Split('?')[0].Split(['/'], StringSplitOptions.RemoveEmptyEntries).Select(part => part[0] == '{' ? "{}" : part.ToLowerInvariant())];

    private static JToken? Get(JObject holder, string name) => holder.GetValue(name, StringComparison.OrdinalIgnoreCase);
}
