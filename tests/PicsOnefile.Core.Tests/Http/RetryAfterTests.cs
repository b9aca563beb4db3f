using System;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>What either system may write into Retry-After: it is honoured where it can be read, told where it cannot, and no wait is silent.</summary>
public sealed class RetryAfterTests : IDisposable
{
    private TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("Onefile", "12", 12)]
    [InlineData("PICSWeb", "12", 12)]
    [InlineData("PICSWeb", " 12 ", 12)]
    [InlineData("PICSWeb", "1.5", 2)]
    [InlineData("PICSWeb", "5, 12", 12)]
    [InlineData("PICSWeb", "Mon, 02 Mar 2026 10:00:12 GMT", 12)]
    [InlineData("Onefile", "Monday, 02-Mar-26 10:00:12 GMT", 12)]
    [InlineData("PICSWeb", "Mon Mar  2 10:00:12 2026", 12)]
    [InlineData("PICSWeb", "2026-03-02T10:00:12Z", 12)]
    [InlineData("PICSWeb", "0", 1)]
    [InlineData("PICSWeb", "-30", 1)]
    [InlineData("Onefile", "Mon, 02 Mar 2026 09:00:00 GMT", 1)]
    public void Every_form_of_a_wait_is_honoured_and_no_wait_is_shorter_than_a_second(string name, string written, int seconds)
    {
        On(name).Then(429, "", ("Date", "Mon, 02 Mar 2026 10:00:00 GMT"), ("Retry-After", written)).Then(200);

        Task<RestResponse> call = _system.SendAsync(TestSystem.Get("x"));
        _system.Pass(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.Single(_system.Server.Requests);
        _system.Pass(TimeSpan.FromSeconds(0.1));

        Assert.True(call.IsCompletedSuccessfully, "The call still waits.");
    }

    [Theory]
    [InlineData("Onefile", 429, "3600")]
    [InlineData("PICSWeb", 429, "99999999999999999999")]
    [InlineData("PICSWeb", 503, "2147483648")]
    [InlineData("PICSWeb", 503, "1e12")]
    [InlineData("Onefile", 503, "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_that_is_too_long_ends_the_call_at_once_and_says_how_long(string name, int status, string written)
    {
        On(name).Then(status, "", ("Retry-After", written));

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.StartsWith($"{name} answered {status} to GET /x, and asks to wait ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(" s.", failure.Message, StringComparison.Ordinal);
        Assert.Single(_system.Server.Requests);
    }

    [Theory]
    [InlineData("Onefile", "soon")]
    [InlineData("PICSWeb", "soon")]
    [InlineData("PICSWeb", "PT30S")]
    [InlineData("PICSWeb", "NaN")]
    [InlineData("Onefile", "٣٠")]
    public async Task What_is_no_time_is_told_with_the_wait_that_follows(string name, string written)
    {
        On(name).Then(429, "", ("Retry-After", written)).Then(200);

        await _system.Elapse(_system.SendAsync(TestSystem.Get("x")));

        Assert.Contains(_system.Log.VerboseLines, line =>
            line.StartsWith(
                $"{name} answered 429 to GET /x, with a Retry-After that is not a time ('{written}'); attempt 2 of 6 follows in 60",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void A_wait_is_shown_as_progress_with_its_reason_until_it_is_over()
    {
        On("PICSWeb").Then(429, "", ("Retry-After", "12")).Then(200);

        Task<RestResponse> call = _system.SendAsync(TestSystem.Get("x"));
        RunProgress shown = Assert.Single(_system.Log.ProgressReports);
        Assert.Equal(("waiting 12 s: PICSWeb answered 429", false), (shown.Status, shown.Completed));
        _system.Pass(TimeSpan.FromSeconds(12));

        Assert.True(call.IsCompletedSuccessfully, "The call still waits.");
        Assert.True(_system.Log.ProgressReports[^1].Completed);
        Assert.DoesNotContain("Onefile", string.Join("\n", _system.Log.Everything), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_waits_because_another_was_refused_says_so_too()
    {
        On("PICSWeb").Then(429, "", ("Retry-After", "30")).Then(200).Then(200);
        Task<RestResponse> refused = _system.SendAsync(TestSystem.Get("x"));

        Task<RestResponse> other = _system.SendAsync(TestSystem.Get("y"));

        Assert.Contains("GET /y waits 30 s: PICSWeb asked for it when it answered 429.", _system.Log.VerboseLines);
        await _system.Elapse(Task.WhenAll(refused, other));
    }

    [Fact]
    public async Task A_wait_behind_another_calls_429_can_be_stopped()
    {
        On("PICSWeb").Then(429, "", ("Retry-After", "30"));
        using var stop = new CancellationTokenSource();
        var run = new RunContext(_system.Log, stop.Token);
        Task<RestResponse> refused = _system.Pipeline.SendAsync(TestSystem.Get("x"), run);
        Task<RestResponse> other = _system.Pipeline.SendAsync(TestSystem.Get("y"), run);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refused);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
    }

    [Theory]
    [InlineData("PICSWeb", false)]
    [InlineData("Onefile", true)]
    public async Task The_advice_speaks_of_the_call_limit_only_where_there_is_one(string name, bool hasLimit)
    {
        On(name).Otherwise = _ => ScriptedServer.Answer(429, "", ("Retry-After", "3600"));

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.Equal("TooManyCalls", failure.Kind.Id);
        Assert.Equal(hasLimit, failure.Kind.Action.Contains("-CallLimit", StringComparison.Ordinal));
        Assert.Equal(!hasLimit, failure.Kind.Action.Contains("PICSWeb", StringComparison.Ordinal));
    }

    private ScriptedServer On(string name)
    {
        _system.Dispose();
        _system = new TestSystem { Errors = name == "Onefile" ? OnefileErrors.Table : PicsWebErrors.Table };
        return _system.Server;
    }
}
