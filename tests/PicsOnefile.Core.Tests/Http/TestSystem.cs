using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A made-up system behind a pipeline, with a clock that only the test moves.</summary>
internal sealed class TestSystem : IDisposable
{
    public const string Token = "made-up/token+1";

    private RestPipeline? _pipeline;

    public TestSystem()
    {
        Run = new RunContext(Log, CancellationToken.None);
    }

    public static SystemErrors Table { get; } =
        new(
            "Onefile",
            new Dictionary<int, ErrorKind>
            {
                [401] = ErrorKinds.CustomerTokenRefused,
                [403] = ErrorKinds.OnefileDenied,
                [404] = ErrorKinds.OnefileNotFound,
            },
            ErrorKinds.OnefileRefused,
            body => body.Length == 0 ? null : body
        );

    public SystemErrors Errors { get; init; } = Table;

    public FakeTimeProvider Clock { get; } = new();

    public ScriptedServer Server { get; } = new();

    public CollectedLog Log { get; } = new();

    public RunContext Run { get; init; }

    public RestPipelineOptions Options { get; init; } = new() { Address = new Uri("https://onefile.example/api/v2.1") };

    public ISessionSource? Session { get; init; }

    public IRateLimiter? Limiter { get; init; }

    public RestPipeline Pipeline => _pipeline ??= new RestPipeline(Options, Errors, Session, Limiter, Clock, Server);

    public static RestRequest Get(string path) => new(HttpMethod.Get, path);

    public static RestRequest Post(string path, string json = "{}") => new(HttpMethod.Post, path, json);

    public Task<RestResponse> SendAsync(RestRequest request) => Pipeline.SendAsync(request, Run);

    /// <summary>Moves the clock. What waited for it goes on before this comes back, which it only does outside of the test runner's own context.</summary>
    public void Pass(TimeSpan time)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Clock.Advance(time);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Lets the clock run, second by second, until the work is done.</summary>
    public async Task<T> Elapse<T>(Task<T> work)
    {
        for (int second = 0; second < 3600 && !work.IsCompleted; second++)
        {
            Pass(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(work.IsCompleted, "The work was still waiting after an hour of the test's clock.");
        return await work;
    }

    public async Task<PicsOnefileException> FailAsync(RestRequest request) => await Assert.ThrowsAsync<PicsOnefileException>(() => Elapse(SendAsync(request)));

    public void Dispose() => _pipeline?.Dispose();
}

/// <summary>Sessions "session-1", "session-2" ... by whatever the server answers to POST /Authentication.</summary>
internal sealed class TestSession : ISessionSource
{
    private readonly Secret _token = Secret.FromText(TestSystem.Token);

    public RestRequest AuthenticationCall { get; } = new(HttpMethod.Post, "Authentication");

    public TimeSpan RenewAfter { get; init; } = TimeSpan.FromHours(23);

    public IReadOnlyCollection<int> RenewOn { get; init; } = [401, 403];

    public IReadOnlyCollection<Secret> Secrets => [_token];

    public void AddSecret(HttpRequestMessage message) => message.Headers.Add("X-CustomerToken", _token.Reveal());

    public string ReadSession(RestResponse answer) => answer.Body;

    public void AddSession(HttpRequestMessage message, string session) => message.Headers.Add("X-TokenID", session);

    public ErrorKind? RefusedBy(int status) => status is 400 or 401 or 403 ? ErrorKinds.CustomerTokenRefused : null;
}
