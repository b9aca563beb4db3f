using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

public sealed class PacingTests
{
    [Fact]
    public async Task Every_attempt_is_counted_against_the_call_limit_authentication_too()
    {
        var limiter = new Mock<IRateLimiter>();
        using var system = new TestSystem { Session = new TestSession(), Limiter = limiter.Object };
        system.Server.Then(200, "session-1").Then(500).Then(200);

        await system.Elapse(system.SendAsync(TestSystem.Get("User/5")));

        limiter.Verify(limit => limit.AcquireAsync(It.IsAny<CancellationToken>(), It.IsAny<Action<TimeSpan>?>()), Times.Exactly(3));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(0)]
    public async Task A_call_keeps_its_place_under_the_limit_until_its_answer_was_read_or_it_failed(int status)
    {
        var place = new Mock<IDisposable>();
        var limiter = new Mock<IRateLimiter>();
        limiter.Setup(limit => limit.AcquireAsync(It.IsAny<CancellationToken>(), It.IsAny<Action<TimeSpan>?>())).ReturnsAsync(place.Object);
        using var system = new TestSystem
        {
            Limiter = limiter.Object,
            Options = new() { Address = new Uri("https://onefile.example"), Attempts = 1 },
        };
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        system.Server.Otherwise = _ => ScriptedServer.Answer(status == 0 ? 200 : status);
        system.Server.Before = (_, cancellation) => status == 0 ? ScriptedServer.Never(cancellation) : arrived.Task;

        Task<RestResponse> call = system.SendAsync(TestSystem.Get("User/5"));
        place.Verify(one => one.Dispose(), Times.Never());
        arrived.SetResult();
        await Record.ExceptionAsync(() => system.Elapse(call));

        place.Verify(one => one.Dispose(), Times.Once());
    }

    [Fact]
    public void A_time_out_that_is_longer_than_a_call_keeps_its_place_is_refused()
    {
        using var system = new TestSystem
        {
            Limiter = Mock.Of<IRateLimiter>(),
            Options = new() { Address = new Uri("https://onefile.example"), Timeout = TimeSpan.FromSeconds(101) },
        };

        Assert.Throws<ArgumentOutOfRangeException>(() => system.Pipeline);
    }

    [Fact]
    public async Task Waiting_for_the_call_limit_does_not_use_up_the_time_out()
    {
        var granted = new TaskCompletionSource<IDisposable>();
        var limiter = new Mock<IRateLimiter>();
        limiter.Setup(limit => limit.AcquireAsync(It.IsAny<CancellationToken>(), It.IsAny<Action<TimeSpan>?>())).Returns(granted.Task);
        using var system = new TestSystem { Limiter = limiter.Object };
        system.Server.Then(200, "fine");

        Task<RestResponse> call = system.SendAsync(TestSystem.Get("User/5"));
        system.Pass(TimeSpan.FromHours(1));
        granted.SetResult(Mock.Of<IDisposable>());

        Assert.Equal("fine", (await call).Body);
    }

    [Fact]
    public async Task No_more_calls_are_under_way_than_allowed()
    {
        using var system = new TestSystem
        {
            Options = new() { Address = new Uri("https://onefile.example"), ConcurrentCalls = 3 },
        };
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        system.Server.Otherwise = _ => ScriptedServer.Answer(200);
        system.Server.Before = (_, _) => release.Task;

        Task<RestResponse>[] calls = [.. Enumerable.Range(0, 10).Select(id => system.SendAsync(TestSystem.Get($"User/{id}")))];
        int underWay = system.Server.Requests.Count;
        release.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(3, underWay);
        Assert.Equal(10, system.Server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_asked_for_again()
    {
        using var system = new TestSystem();
        system.Server.Then(200, "fine");
        int calls = 0;
        system.Server.Before = (_, cancellation) => ++calls == 1 ? ScriptedServer.Never(cancellation) : Task.CompletedTask;

        RestResponse answer = await system.Elapse(system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal("fine", answer.Body);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_time_out()
    {
        using var system = new TestSystem
        {
            Options = new()
            {
                Address = new Uri("https://onefile.example"),
                Timeout = TimeSpan.FromSeconds(5),
                Attempts = 2,
            },
        };
        system.Server.Before = (_, cancellation) => ScriptedServer.Never(cancellation);

        PicsOnefileException failure = await system.FailAsync(TestSystem.Post("User/Search/1/100"));

        Assert.Equal(ErrorKinds.TimedOut, failure.Kind);
        Assert.Equal("Onefile did not answer POST /User/Search/1/100 within 5 s (2 attempts).", failure.Message);
    }

    [Fact]
    public async Task Stopping_the_run_ends_a_call_that_is_under_way()
    {
        using var system = new TestSystem();
        using var stop = new CancellationTokenSource();
        system.Server.Before = (_, cancellation) => ScriptedServer.Never(cancellation);

        Task<RestResponse> call = system.Pipeline.SendAsync(TestSystem.Get("User/5"), new RunContext(system.Log, stop.Token));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(system.Server.Requests);
    }

    [Fact]
    public async Task Stopping_the_run_ends_the_wait_for_the_next_attempt()
    {
        using var system = new TestSystem();
        using var stop = new CancellationTokenSource();
        system.Server.Then(429);

        Task<RestResponse> call = system.Pipeline.SendAsync(TestSystem.Get("User/5"), new RunContext(system.Log, stop.Token));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_closed_pipeline_says_so()
    {
        using var system = new TestSystem();
        system.Pipeline.Dispose();

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => system.SendAsync(new RestRequest(HttpMethod.Get, "User/5")));

        Assert.Equal(ErrorKinds.NotConnected, failure.Kind);
    }
}
