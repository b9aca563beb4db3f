using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class OnefileSessionTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("quoted")]
    public async Task The_customer_token_opens_a_session_in_either_form(string form)
    {
        await using var twin = await TestTwin.StartAsync($"session-text={form}");
        var reply = await twin.Authenticate(twin.Twin.Credentials.CustomerToken);
        Assert.Equal(form == "quoted", reply.Text.StartsWith('"'));
        twin.Session = reply.Text.Trim('"', ' ');
        Assert.False(double.TryParse(twin.Session, out _));
        Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
    }

    [Fact]
    public async Task A_token_of_another_environment_is_refused()
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { Environment = "Practice" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.Authenticate(twin.Twin.Credentials.CustomerTokens["Live"])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.Authenticate("wrong")).Status);
        Assert.Equal(HttpStatusCode.OK, (await twin.Authenticate(twin.Twin.Credentials.CustomerTokens["Practice"])).Status);
    }

    [Fact]
    public async Task A_session_ends_after_24_hours_of_the_twins_clock()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
        twin.Twin.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
    }

    [Fact]
    public async Task A_call_without_a_session_is_refused()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Session = "nobody";
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.Onefile(HttpMethod.Post, "/User/Search/1/10", new { Role = 5 })).Status);
    }

    [Theory]
    [InlineData("sliding", "yes", true)]
    [InlineData("fixed", "no", false)]
    public async Task The_call_over_the_limit_is_answered_429_until_the_minute_is_over(string window, string retryAfter, bool hasHeader)
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { CallLimit = 5 }, $"call-window={window}", $"retry-after={retryAfter}");
        for (int call = 0; call < 5; call++)
            Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
        var refused = await twin.Onefile(HttpMethod.Get, "/Customer");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(hasHeader, refused.Header("Retry-After") is not null);
        twin.Twin.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
        Assert.Equal(5, twin.Twin.Limit.Peak);
    }

    [Fact]
    public async Task A_sliding_window_still_counts_the_calls_from_before_the_turn_of_the_minute()
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAfterTheTurnOfTheMinute("sliding"));
        Assert.Equal(HttpStatusCode.OK, await StatusAfterTheTurnOfTheMinute("fixed"));
    }

    [Theory]
    [InlineData("yes", HttpStatusCode.TooManyRequests)]
    [InlineData("no", HttpStatusCode.OK)]
    public async Task Authentication_counts_towards_the_limit_by_switch(string counts, HttpStatusCode expected)
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { CallLimit = 1 }, $"authentication-counts={counts}");
        await twin.Onefile(HttpMethod.Get, "/Customer");
        Assert.Equal(expected, (await twin.Authenticate(twin.Twin.Credentials.CustomerToken)).Status);
    }

    private static async Task<HttpStatusCode> StatusAfterTheTurnOfTheMinute(string window)
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { CallLimit = 2 }, $"call-window={window}");
        var now = twin.Twin.Clock.GetUtcNow();
        twin.Twin.Clock.Advance(TimeSpan.FromSeconds(119 - now.Second) - TimeSpan.FromMilliseconds(now.Millisecond));
        await twin.Onefile(HttpMethod.Get, "/Customer");
        await twin.Onefile(HttpMethod.Get, "/Customer");
        twin.Twin.Clock.Advance(TimeSpan.FromSeconds(2));
        return (await twin.Onefile(HttpMethod.Get, "/Customer")).Status;
    }
}
