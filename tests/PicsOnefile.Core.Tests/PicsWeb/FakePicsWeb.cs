using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.PicsWeb;

/// <summary>A PICSWeb behind the real pipeline: the routes that a test gives it, 404 for all others, and a sign-in for the API user.</summary>
internal sealed class FakePicsWeb : HttpMessageHandler
{
    public const string Password = "made-up-password";

    private readonly Dictionary<string, Func<Call, Reply>> _routes = new(StringComparer.OrdinalIgnoreCase);

    public FakePicsWeb() => On("POST /api/v1/Authentication", _ => Reply.Json("\"token-1\""));

    public ConcurrentQueue<Call> Calls { get; } = new();

    public RunRecord Log { get; } = new();

    public RunContext Run => new(Log, CancellationToken.None);

    /// <summary>Sets what a route answers; the path without its query.</summary>
    public FakePicsWeb On(string route, Func<Call, Reply> answer)
    {
        _routes[route] = answer;
        return this;
    }

    public FakePicsWeb On(string route, string json) => On(route, _ => Reply.Json(json));

    public FakePicsWeb Without(string route)
    {
        _routes.Remove(route);
        return this;
    }

    /// <summary>Serves an OpenAPI document with the given routes.</summary>
    public FakePicsWeb Documents(params string[] routes)
    {
        var paths = new JObject();
        foreach (var route in routes.Select(route => route.Split(' ')))
            (paths[route[1]] ??= new JObject())[route[0].ToLowerInvariant()] = new JObject();
        return On("GET /app/api/swagger/v1/swagger.json", new JObject { ["openapi"] = "3.0.1", ["paths"] = paths }.ToString());
    }

    public PicsWebApi Api(string? map = null, TimeProvider? time = null)
    {
        var session = new PicsWebSession(map is null ? ApiMap.Default : ApiMap.Parse(map, "test.json"), new NetworkCredential("api", Password));
        var options = new RestPipelineOptions { Address = new Uri("https://tenant.example"), Attempts = 1 };
        return new PicsWebApi(new RestPipeline(options, PicsWebErrors.Table, session, time: time, handler: this), session);
    }

    public Task<PicsWebTenant> OpenAsync(ExportedLists? lists = null, string? map = null) =>
        PicsWebTenant.OpenAsync(Api(map), lists ?? new ExportedLists(), Run);

    /// <summary>The calls to a route, without the query.</summary>
    public IReadOnlyList<Call> CallsTo(string route) => [.. Calls.Where(call => string.Equals(call.Route, route, StringComparison.OrdinalIgnoreCase))];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new Call(
            $"{request.Method} {request.RequestUri!.AbsolutePath}",
            request.RequestUri.Query,
            body,
            request.Headers.Authorization?.ToString(),
            request.Headers.TryGetValues("If-Match", out var tags) ? tags.Single() : null
        );
        Calls.Enqueue(call);
        var reply = _routes.TryGetValue(call.Route, out var answer) ? answer(call) : new Reply(404);
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = new StringContent(reply.Body, Encoding.UTF8, "application/json") };
        if (reply.ETag is not null)
            response.Headers.TryAddWithoutValidation("ETag", reply.ETag);
        return response;
    }
}

internal sealed record Call(string Route, string Query, string Body, string? Authorization, string? IfMatch)
{
    public JObject Json => JObject.Parse(Body);

    public int Page => int.Parse(System.Web.HttpUtility.ParseQueryString(Query)["pageNumber"]!, System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record Reply(int Status, string Body = "", string? ETag = null)
{
    public static Reply Json(string json, string? etag = null) => new(200, json, etag);
}

/// <summary>What a run told.</summary>
internal sealed class RunRecord : IRunLog
{
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ConcurrentQueue<string> _all = new();

    private readonly ConcurrentQueue<PicsOnefileException> _failures = new();

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public IReadOnlyList<PicsOnefileException> Failures => [.. _failures];

    public string Everything => string.Join('\n', _all);

    public void Verbose(string message) => _all.Enqueue(message);

    public void Debug(string message) => _all.Enqueue(message);

    public void Warning(string message)
    {
        _all.Enqueue(message);
        _warnings.Enqueue(message);
    }

    public void RecordError(PicsOnefileException recordError)
    {
        _all.Enqueue(recordError.Message);
        _failures.Enqueue(recordError);
    }

    public void Progress(RunProgress progress) { }
}
