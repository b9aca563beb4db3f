using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>A twin with a small world and a clock that stands still, and a plain HTTP client for both sides, signed in.</summary>
public sealed class TestTwin : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private TestTwin(TwinServer server) => Server = server;

    public static TwinOptions Small { get; } =
        new()
        {
            FrozenClock = true,
            CallLimit = 100_000,
            World = new WorldOptions
            {
                Seed = 7,
                Assessors = 20,
                Placements = 12,
                Standards = 4,
            },
        };

    public TwinServer Server { get; }

    public Twin Twin => Server.Twin;

    public TwinWorld World => Server.Twin.World;

    public string Session { get; set; } = "";

    public string Bearer { get; set; } = "";

    public static Task<TestTwin> StartAsync(params string[] switches) => StartAsync(Small, switches);

    public static async Task<TestTwin> StartAsync(TwinOptions options, params string[] switches)
    {
        var twin = new TestTwin(await TwinServer.StartAsync(options with { Switches = switches.Aggregate(options.Switches, SwitchTable.Apply) }));
        twin.Session = twin.Twin.OnefileSessions.Make();
        twin.Bearer = twin.Twin.PicsWebSessions.Make();
        return twin;
    }

    /// <summary>A world of one centre (or more) that holds nothing else.</summary>
    public static TwinWorld EmptyWorld(int centres = 1)
    {
        var world = new TwinWorld { CustomerName = "Test" };
        for (int id = 1; id <= centres; id++)
            world.Centres.Add(id, new Centre { Id = id, Name = $"Centre {id}" });
        return world;
    }

    public Task<Reply> Onefile(HttpMethod method, string path, object? body = null) =>
        Send(method, Server.OnefileAddress + path, Content(body), request => request.Headers.Add("X-TokenID", Session));

    public Task<Reply> OnefileForm(HttpMethod method, string path, string? form) =>
        Send(method, Server.OnefileAddress + path, new StringContent(form ?? "", Encoding.UTF8, "application/x-www-form-urlencoded"), request =>
            request.Headers.Add("X-TokenID", Session)
        );

    /// <summary>A body as it stands, under a content type as it stands (none when it is empty), with the session and other headers.</summary>
    public Task<Reply> Raw(HttpMethod method, string path, string body, string contentType, params (string Name, string Value)[] headers) =>
        Raw(method, path, Encoding.UTF8.GetBytes(body), contentType, headers);

    public Task<Reply> RawPicsWeb(HttpMethod method, string path, string body, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return Send(method, Server.PicsWebAddress + path, content, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer));
    }

    public Task<Reply> Raw(HttpMethod method, string path, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        if (contentType.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return Send(method, Server.OnefileAddress + path, content, request =>
        {
            request.Headers.Add("X-TokenID", Session);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
        });
    }

    public Task<Reply> Authenticate(string token) =>
        Send(HttpMethod.Post, Server.OnefileAddress + "/Authentication", null, request => request.Headers.Add("X-CustomerToken", token));

    public Task<Reply> PicsWeb(HttpMethod method, string path, object? body = null, string? ifMatch = null) =>
        Send(method, Server.PicsWebAddress + path, Content(body), request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
            if (ifMatch is not null)
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        });

    public Task<Reply> Control(HttpMethod method, string path, object? body = null) => Send(method, Server.Address + "twin" + path, Content(body), _ => { });

    public async Task<List<JsonNode>> AllRows(string entity, object filter, int size)
    {
        var rows = new List<JsonNode>();
        for (int page = 1; ; page++)
        {
            var reply = await Onefile(HttpMethod.Post, $"/{entity}/Search/{page}/{size}", filter);
            if (reply.Status == HttpStatusCode.NoContent)
                return rows;
            rows.AddRange(reply.Json.AsArray().Select(row => row!));
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }

    private static StringContent? Content(object? body) =>
        body is null ? null : new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private async Task<Reply> Send(HttpMethod method, string address, HttpContent? content, Action<HttpRequestMessage> prepare)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        prepare(request);
        using var response = await client.SendAsync(request);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        return new Reply(
            response.StatusCode,
            Encoding.UTF8.GetString(bytes),
            bytes,
            response.Content.Headers.ContentType?.MediaType ?? "",
            response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase)
        );
    }
}

/// <summary>An answer that has been read.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, byte[] Bytes, string ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public int Number => int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
