using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Http;
using PicsOnefile.Onefile;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

/// <summary>The client over a pipeline whose answers a test writes down route by route; what is not written down is a 404.</summary>
internal sealed class OnefileStandIn : IDisposable
{
    private readonly Dictionary<string, Func<SentRequest, HttpResponseMessage>> _routes = [];
    private readonly RestPipeline _pipeline;

    public OnefileStandIn(OnefileClientOptions? options = null)
    {
        Run = new RunContext(Log, CancellationToken.None);
        Server.Otherwise = request => _routes.TryGetValue($"{request.Method} {request.Path}", out var answer) ? answer(request) : ScriptedServer.Answer(404);
        _pipeline = new RestPipeline(new() { Address = new Uri("https://onefile.example"), Attempts = 1 }, OnefileErrors.Table, time: Clock, handler: Server);
        Client = new OnefileClient(_pipeline, options, Clock);
    }

    public static Centre Centre { get; } = new() { CentreId = "7", Name = "North" };

    public FakeTimeProvider Clock { get; } = new();

    public ScriptedServer Server { get; } = new();

    public CollectedLog Log { get; } = new();

    public RunContext Run { get; }

    public OnefileClient Client { get; }

    public OnefileStandIn On(string route, string body, int status = 200)
    {
        _routes[route] = _ => ScriptedServer.Answer(status, body);
        return this;
    }

    public OnefileStandIn On(string route, Func<SentRequest, string> body)
    {
        _routes[route] = request => ScriptedServer.Answer(200, body(request));
        return this;
    }

    /// <summary>Pages of a list with the records' IDs; after the last one Onefile answers 204.</summary>
    public OnefileStandIn Pages(string entity, params string[][] pages)
    {
        for (int page = 1; page <= pages.Length; page++)
            On($"POST /{entity}/Search/{page}/100", Rows(pages[page - 1]));

        return On($"POST /{entity}/Search/{pages.Length + 1}/100", "", 204);
    }

    public static string Rows(params string[] ids) => $"[{string.Join(',', ids.Select(id => $$"""{"ID":{{id}},"Name":"Name {{id}}"}"""))}]";

    public async Task<string[]> PlacementIdsAsync() => [.. (await DrainAsync(Client.SearchPlacementsAsync(Centre, null, Run))).Select(row => row.PlacementId)];

    /// <summary>The placement whose search row is this JSON.</summary>
    public async Task<Placement> PlacementAsync(string json) =>
        Assert.Single(
            await DrainAsync(
                On("POST /Placement/Search/1/100", $"[{json}]").On("POST /Placement/Search/2/100", "[]").Client.SearchPlacementsAsync(Centre, null, Run)
            )
        );

    /// <summary>The assessor whose search row is this JSON.</summary>
    public async Task<Assessor> AssessorAsync(string json)
    {
        On("POST /User/Search/1/100", request => request.Body.Contains("\"Role\":5", StringComparison.Ordinal) ? $"[{json}]" : "[]")
            .On("POST /User/Search/2/100", "[]");
        return Assert.Single(await DrainAsync(Client.SearchAssessorsAsync(Centre, AssessorFilter.None, Run)));
    }

    public static async Task<List<T>> DrainAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (T row in rows)
            list.Add(row);

        return list;
    }

    public void Dispose() => _pipeline.Dispose();
}
