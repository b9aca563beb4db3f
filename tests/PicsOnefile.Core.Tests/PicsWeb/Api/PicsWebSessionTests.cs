using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Api;

public class PicsWebSessionTests
{
    [Theory]
    [InlineData("abc.def-1")]
    [InlineData("\"abc.def-1\"")]
    [InlineData("  abc.def-1\r\n")]
    [InlineData("""{ "token": "abc.def-1" }""")]
    [InlineData("""{ "Token": "abc.def-1", "expires": 86400 }""")]
    [InlineData("""{ "accessToken": "abc.def-1" }""")]
    [InlineData("""{ "ACCESSTOKEN": "abc.def-1" }""")]
    public async Task The_token_is_found_in_every_form_of_the_answer(string answer)
    {
        var web = new FakePicsWeb().On("POST /api/v1/Authentication", answer).On("GET /api/v1/officers", "[]");

        await web.Api().GetOfficersAsync(web.Run);

        Assert.Equal("Bearer abc.def-1", web.CallsTo("GET /api/v1/officers")[0].Authorization);
        Assert.Equal("""{"username":"api","password":"made-up-password"}""", web.Calls.First().Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{ "result": "abc" }""")]
    [InlineData("two words")]
    [InlineData("[\"abc\"]")]
    public async Task An_answer_without_a_token_is_an_error_that_says_so(string answer)
    {
        var web = new FakePicsWeb().On("POST /api/v1/Authentication", answer);

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().GetOfficersAsync(web.Run));

        Assert.Same(ErrorKinds.AnswerUnreadable, exception.Kind);
        Assert.Contains("no token", exception.Message);
    }

    [Fact]
    public async Task A_web_page_in_place_of_a_token_says_that_there_is_no_API()
    {
        var web = new FakePicsWeb().On("POST /api/v1/Authentication", "<html>Welcome</html>");

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().GetOfficersAsync(web.Run));

        Assert.Same(ErrorKinds.ApiMissing, exception.Kind);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_wrong_password_is_told_as_such_and_never_shown(int status)
    {
        var web = new FakePicsWeb().On("POST /api/v1/Authentication", call => new Reply(status, $$"""{ "message": "wrong: {{FakePicsWeb.Password}}" }"""));

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.OpenAsync());

        Assert.Same(ErrorKinds.ApiUserRefused, exception.Kind);
        Assert.DoesNotContain(FakePicsWeb.Password, exception + web.Log.Everything);
    }

    [Fact]
    public async Task An_ended_session_is_renewed_and_the_call_made_once_more()
    {
        var tokens = 0;
        var web = new FakePicsWeb()
            .On("POST /api/v1/Authentication", _ => Reply.Json($"token-{++tokens}"))
            .On("GET /api/v1/officers", call => call.Authorization == "Bearer token-1" ? new Reply(401) : Reply.Json("""[{ "id": 1, "ident": "A" }]"""));

        var officers = await web.Api().GetOfficersAsync(web.Run);

        Assert.Single(officers);
        Assert.Equal(2, tokens);
    }

    [Fact]
    public async Task A_session_is_renewed_an_hour_before_its_twenty_four_are_over()
    {
        var clock = new FakeTimeProvider();
        var web = new FakePicsWeb().On("GET /api/v1/officers", "[]");
        var api = web.Api(time: clock);

        await api.GetOfficersAsync(web.Run);
        clock.Advance(TimeSpan.FromMinutes((23 * 60) - 1));
        await api.GetOfficersAsync(web.Run);
        Assert.Single(web.CallsTo("POST /api/v1/Authentication"));
        clock.Advance(TimeSpan.FromMinutes(2));
        await api.GetOfficersAsync(web.Run);

        Assert.Equal(2, web.CallsTo("POST /api/v1/Authentication").Count);
    }

    [Fact]
    public async Task A_call_that_the_API_user_may_not_make_is_told_apart_from_a_wrong_password()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", _ => new Reply(403));

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().GetOfficersAsync(web.Run));

        Assert.Same(ErrorKinds.PicsWebDenied, exception.Kind);
    }

    [Fact]
    public async Task The_API_is_found_under_the_second_prefix_too()
    {
        var web = new FakePicsWeb()
            .Without("POST /api/v1/Authentication")
            .On("POST /app/api/v1/Authentication", "\"token\"")
            .On("GET /app/api/v1/officers", "[]");

        var tenant = await web.OpenAsync();
        await tenant.GetOfficersAsync(web.Run);

        Assert.Equal(OperationAvailability.Available, tenant.Operations[PicsWebOperation.OfficersList]);
        Assert.Single(web.CallsTo("GET /app/api/v1/officers"));
    }
}
