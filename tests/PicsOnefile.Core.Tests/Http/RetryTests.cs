using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

public sealed class RetryTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_fault_is_not_seen_by_the_caller(int status)
    {
        _system.Server.Then(status).Then(200, "fine");

        RestResponse answer = await _system.Elapse(_system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal("fine", answer.Body);
        Assert.Equal(2, _system.Server.Requests.Count);
    }

    [Theory]
    [InlineData(400, "OnefileRefused")]
    [InlineData(401, "CustomerTokenRefused")]
    [InlineData(403, "OnefileDenied")]
    [InlineData(404, "OnefileNotFound")]
    [InlineData(409, "OnefileRefused")]
    [InlineData(418, "OnefileRefused")]
    [InlineData(501, "ServerError")]
    public async Task A_refusal_is_told_at_once_and_by_its_kind(int status, string id)
    {
        _system.Server.Then(status);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal(id, failure.Kind.Id);
        Assert.Equal($"Onefile answered {status} to GET /User/5.", failure.Message);
    }

    [Theory]
    [InlineData(429, "TooManyCalls")]
    [InlineData(500, "ServerError")]
    [InlineData(503, "ServerError")]
    [InlineData(504, "TimedOut")]
    public async Task A_fault_that_stays_ends_after_the_last_attempt_with_its_kind(int status, string id)
    {
        _system.Server.Otherwise = _ => ScriptedServer.Answer(status);

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("User/5"));

        Assert.Equal(id, failure.Kind.Id);
        Assert.Equal($"Onefile answered {status} to GET /User/5 (6 attempts).", failure.Message);
        Assert.Equal(6, _system.Server.Requests.Count);
    }

    [Fact]
    public async Task A_429_without_Retry_After_waits_for_the_rest_of_the_minute()
    {
        _system.Server.Then(200).Then(429).Then(200);
        await _system.SendAsync(TestSystem.Get("User/5"));
        _system.Pass(TimeSpan.FromSeconds(20));

        Task<RestResponse> second = _system.SendAsync(TestSystem.Get("User/6"));
        _system.Pass(TimeSpan.FromSeconds(39));
        Assert.Equal(2, _system.Server.Requests.Count);
        _system.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await second).Status);
    }

    [Fact]
    public async Task After_a_429_no_other_call_of_the_pipeline_is_sent_before_the_minute_is_over()
    {
        _system.Server.Then(429).Then(200).Then(200);
        Task<RestResponse> refused = _system.SendAsync(TestSystem.Get("User/5"));
        Task<RestResponse> other = _system.SendAsync(TestSystem.Get("User/6"));

        Assert.Single(_system.Server.Requests);
        _system.Pass(TimeSpan.FromSeconds(60));

        await Task.WhenAll(refused, other);
        Assert.Equal(3, _system.Server.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Retry_After_in_seconds_is_honoured(int status)
    {
        _system.Server.Then(status, "", ("Retry-After", "7")).Then(200);

        Task<RestResponse> call = _system.SendAsync(TestSystem.Get("User/5"));
        _system.Pass(TimeSpan.FromSeconds(6.9));
        Assert.Single(_system.Server.Requests);
        _system.Pass(TimeSpan.FromSeconds(0.1));

        Assert.Equal(200, (await call).Status);
    }

    [Fact]
    public async Task Retry_After_as_a_date_is_measured_by_the_servers_own_clock()
    {
        _system.Server.Then(429, "", ("Date", "Mon, 02 Mar 2026 10:00:00 GMT"), ("Retry-After", "Mon, 02 Mar 2026 10:00:12 GMT")).Then(200);

        Task<RestResponse> call = _system.SendAsync(TestSystem.Get("User/5"));
        _system.Pass(TimeSpan.FromSeconds(11));
        Assert.Single(_system.Server.Requests);
        _system.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await call).Status);
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_is_not_waited_for()
    {
        _system.Server.Then(503, "", ("Retry-After", "3600"));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal("Onefile answered 503 to GET /User/5, and asks to wait 3600 s.", failure.Message);
    }

    [Fact]
    public async Task The_back_off_grows_from_attempt_to_attempt()
    {
        _system.Server.Otherwise = _ => ScriptedServer.Answer(500);

        await _system.FailAsync(TestSystem.Get("User/5"));

        double[] waits =
        [
            .. _system.Log.VerboseLines.Select(line =>
                double.Parse(line.Split(" follows in ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];
        Assert.Equal(5, waits.Length);
        Assert.True(waits.Sum() > 8, "Five back-offs of 1, 2, 4, 8 and 16 s, spread by jitter, cannot be this short together.");
        Assert.All(waits, wait => Assert.InRange(wait, 0, 30));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_create_is_not_sent_twice_when_its_answer_was_lost(int status)
    {
        _system.Server.Then(status);

        await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Post("User") with { Idempotent = false }));

        Assert.Single(_system.Server.Requests);
    }

    [Fact]
    public async Task A_create_is_not_sent_twice_when_the_connection_broke()
    {
        _system.Server.ThenThrow(() => new HttpRequestException("", new IOException("", new SocketException((int)SocketError.ConnectionReset))));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _system.SendAsync(TestSystem.Post("User") with { Idempotent = false })
        );

        Assert.Equal(ErrorKinds.HostUnreachable, failure.Kind);
        Assert.Single(_system.Server.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_create_is_sent_again_where_the_server_surely_did_nothing(int status)
    {
        _system.Server.Then(status).Then(200, "17");

        RestResponse answer = await _system.Elapse(_system.SendAsync(TestSystem.Post("User") with { Idempotent = false }));

        Assert.Equal("17", answer.Body);
    }

    [Fact]
    public async Task A_create_is_sent_again_when_no_connection_was_made()
    {
        _system.Server.ThenThrow(Refused).Then(200, "17");

        RestResponse answer = await _system.Elapse(_system.SendAsync(TestSystem.Post("User") with { Idempotent = false }));

        Assert.Equal("17", answer.Body);
    }

    [Fact]
    public async Task A_host_where_nobody_answers_is_given_up_sooner_than_one_that_falters()
    {
        _system.Server.Otherwise = _ => throw Refused();

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("User/5"));

        Assert.Equal(ErrorKinds.HostUnreachable, failure.Kind);
        Assert.StartsWith("Onefile could not be reached at onefile.example for GET /User/5: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(_system.Options.ConnectAttempts, _system.Server.Requests.Count);
    }

    private static HttpRequestException Refused() => new("", new SocketException((int)SocketError.ConnectionRefused));
}
