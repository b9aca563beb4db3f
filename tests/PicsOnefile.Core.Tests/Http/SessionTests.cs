using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

public sealed class SessionTests : IDisposable
{
    private readonly TestSystem _system = new() { Session = new TestSession() };
    private int _sessions;

    public SessionTests()
    {
        _system.Server.Otherwise = request =>
            request.Path.EndsWith("/Authentication", StringComparison.Ordinal)
                ? ScriptedServer.Answer(200, $"session-{Interlocked.Increment(ref _sessions)}")
                : ScriptedServer.Answer(200, "fine");
    }

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task The_first_call_makes_the_session_and_the_next_ones_use_it()
    {
        await _system.SendAsync(TestSystem.Get("User/5"));
        await _system.SendAsync(TestSystem.Get("User/6"));

        Assert.Equal(["POST /api/v2.1/Authentication", "GET /api/v2.1/User/5", "GET /api/v2.1/User/6"], _system.Server.Calls);
        Assert.Equal(TestSystem.Token, _system.Server.Requests[0].Headers["X-CustomerToken"]);
        Assert.All(_system.Server.Requests.Skip(1), request => Assert.Equal("session-1", request.Headers["X-TokenID"]));
        Assert.All(_system.Server.Requests.Skip(1), request => Assert.DoesNotContain("X-CustomerToken", request.Headers.Keys));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task An_expired_session_is_renewed_once(int status)
    {
        await _system.SendAsync(TestSystem.Get("User/5"));
        _system.Server.Then(status);

        RestResponse answer = await _system.SendAsync(TestSystem.Get("User/6"));

        Assert.Equal("fine", answer.Body);
        Assert.Equal(
            ["session-1", "session-2"],
            _system.Server.Requests.Where(request => request.Path.EndsWith("/6", StringComparison.Ordinal)).Select(request => request.Headers["X-TokenID"])
        );
    }

    [Theory]
    [InlineData(401, "CustomerTokenRefused")]
    [InlineData(403, "OnefileDenied")]
    public async Task A_new_session_that_is_refused_as_well_is_a_clear_error(int status, string id)
    {
        _system.Server.Then(200, "session-a").Then(status).Then(200, "session-b").Then(status);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal(id, failure.Kind.Id);
        Assert.Equal($"Onefile answered {status} to GET /User/5, although the session had just been renewed.", failure.Message);
        Assert.Equal(4, _system.Server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_keeps_ending_sessions_is_asked_again_where_the_token_has_worked_before()
    {
        await _system.SendAsync(TestSystem.Get("User/5"));
        _system.Server.Then(401).Then(200, "session-a").Then(401).Then(200, "session-b").Then(401);

        RestResponse answer = await _system.Elapse(_system.SendAsync(TestSystem.Get("User/6")));

        Assert.Equal("fine", answer.Body);
    }

    [Fact]
    public async Task A_call_that_is_refused_with_every_session_ends_after_the_last_attempt()
    {
        await _system.SendAsync(TestSystem.Get("User/5"));
        var others = _system.Server.Otherwise;
        _system.Server.Otherwise = request => request.Path.EndsWith("/6", StringComparison.Ordinal) ? ScriptedServer.Answer(401) : others(request);

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("User/6"));

        Assert.Equal("Onefile answered 401 to GET /User/6, although the session had just been renewed (6 attempts).", failure.Message);
    }

    [Fact]
    public async Task A_session_is_renewed_before_it_expires()
    {
        await _system.SendAsync(TestSystem.Get("User/5"));
        _system.Pass(TimeSpan.FromHours(22.9));
        await _system.SendAsync(TestSystem.Get("User/6"));
        _system.Pass(TimeSpan.FromHours(0.1));
        await _system.SendAsync(TestSystem.Get("User/7"));

        Assert.Equal(
            ["session-1", "session-1", "session-2"],
            _system.Server.Requests.Where(request => request.Method == "GET").Select(request => request.Headers["X-TokenID"])
        );
    }

    [Fact]
    public async Task However_many_calls_need_a_session_one_authentication_call_makes_it()
    {
        var authentication = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _system.Server.Before = (request, _) => request.Method == "POST" ? authentication.Task : Task.CompletedTask;

        Task<RestResponse>[] calls = [.. Enumerable.Range(0, 20).Select(id => _system.SendAsync(TestSystem.Get($"User/{id}")))];
        authentication.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, _sessions);
        Assert.Equal(21, _system.Server.Requests.Count);
    }

    [Fact]
    public async Task Callers_that_waited_for_a_refused_renewal_do_not_ask_again_themselves()
    {
        var authentication = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _system.Server.Then(401).Before = (_, _) => authentication.Task;

        Task<PicsOnefileException>[] calls =
        [
            .. Enumerable.Range(0, 20).Select(id => Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get($"User/{id}")))),
        ];
        authentication.SetResult();
        PicsOnefileException[] failures = await Task.WhenAll(calls);

        Assert.All(failures, failure => Assert.Equal(ErrorKinds.CustomerTokenRefused, failure.Kind));
        Assert.Equal(["POST /api/v2.1/Authentication"], _system.Server.Calls);
    }

    [Fact]
    public async Task A_caller_that_stops_does_not_take_the_renewal_from_the_others()
    {
        using var stop = new CancellationTokenSource();
        var authentication = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _system.Server.Before = (request, cancellation) => request.Method == "POST" ? authentication.Task.WaitAsync(cancellation) : Task.CompletedTask;

        Task<RestResponse> stopped = _system.Pipeline.SendAsync(TestSystem.Get("User/5"), new RunContext(_system.Log, stop.Token));
        Task<RestResponse> other = _system.SendAsync(TestSystem.Get("User/6"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        authentication.SetResult();

        Assert.Equal("fine", (await other).Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("two\r\nlines")]
    public async Task What_cannot_be_a_session_is_never_sent_as_one(string body)
    {
        _system.Server.Then(200, body);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal(ErrorKinds.AnswerUnreadable, failure.Kind);
        Assert.Single(_system.Server.Requests);
    }

    [Fact]
    public async Task A_refused_token_shows_when_the_connection_is_opened()
    {
        _system.Server.Then(403);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.Pipeline.OpenAsync(_system.Run));

        Assert.Equal(ErrorKinds.CustomerTokenRefused, failure.Kind);
    }
}
