using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb.Api;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A firewall, a proxy, a load balancer or a hotel's sign-in page answers in place of the system: it is told as what it is.</summary>
public sealed class ForeignPageTests : IDisposable
{
    private const string Page =
        "<!DOCTYPE html>\r\n<html><head><title>\r\n Access&nbsp;Denied | Web Filter </title></head><body>Category: Education</body></html>";

    private TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("Onefile", 403, "BlockedOnTheWay")]
    [InlineData("PICSWeb", 403, "BlockedOnTheWay")]
    [InlineData("PICSWeb", 400, "BlockedOnTheWay")]
    [InlineData("Onefile", 406, "BlockedOnTheWay")]
    [InlineData("PICSWeb", 451, "BlockedOnTheWay")]
    [InlineData("PICSWeb", 511, "BlockedOnTheWay")]
    [InlineData("PICSWeb", 401, "PicsWebDenied")]
    [InlineData("Onefile", 404, "OnefileNotFound")]
    [InlineData("PICSWeb", 412, "PicsWebChangedMeanwhile")]
    [InlineData("PICSWeb", 407, "ProxyRefused")]
    [InlineData("PICSWeb", 500, "ServerError")]
    [InlineData("Onefile", 502, "ServerError")]
    [InlineData("PICSWeb", 503, "ServerError")]
    [InlineData("PICSWeb", 504, "TimedOut")]
    [InlineData("PICSWeb", 429, "TooManyCalls")]
    public async Task A_web_page_in_place_of_an_answer_is_told_with_its_title(string name, int status, string id)
    {
        On(name).Otherwise = _ => ScriptedServer.Answer(status, Page);

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.Equal(id, failure.Kind.Id);
        Assert.StartsWith(
            $"{name} answered {status} to GET /x, with a web page titled 'Access Denied | Web Filter': it may come from something on the way, such as a "
                + $"firewall or a proxy, and not from {name}",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<html><body>no</body></html>", "application/json")]
    [InlineData("blocked", "text/html")]
    [InlineData("\uFEFF <HTML>no</HTML>", "text/plain")]
    [InlineData("<!-- x --><html>", "text/html; charset=utf-8")]
    public async Task A_page_is_known_by_what_it_holds_or_by_what_it_is_called(string body, string type)
    {
        On("PICSWeb")
            .Then(_ => new HttpResponseMessage(HttpStatusCode.Forbidden)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { { "Content-Type", type } } },
            });

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.Equal("BlockedOnTheWay", failure.Kind.Id);
        Assert.StartsWith("PICSWeb answered 403 to GET /x, with a web page: it may come from ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Onefile", "OnefileDenied", "")]
    [InlineData("Onefile", "OnefileDenied", """{"code":-3,"message":"no rights"}""")]
    [InlineData("PICSWeb", "PicsWebDenied", """{"title":"Forbidden","detail":"<b>no</b> rights"}""")]
    [InlineData("PICSWeb", "PicsWebDenied", "\"forbidden\"")]
    public async Task The_systems_own_refusal_stays_a_lack_of_rights(string name, string id, string body)
    {
        On(name).Then(403, body);

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.Equal(id, failure.Kind.Id);
        Assert.DoesNotContain("web page", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    public async Task A_page_at_the_sign_in_is_no_refusal_of_the_token(int status)
    {
        _system.Dispose();
        _system = new TestSystem { Errors = OnefileErrors.Table, Session = new TestSession() };
        _system.Server.Then(status, Page);

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.Equal("BlockedOnTheWay", failure.Kind.Id);
        Assert.Single(_system.Server.Requests);
    }

    [Fact]
    public async Task A_page_does_not_make_a_session_be_renewed()
    {
        _system.Dispose();
        _system = new TestSystem { Errors = OnefileErrors.Table, Session = new TestSession() };
        _system.Server.Then(200, "session-1").Then(403, Page);

        await _system.FailAsync(TestSystem.Get("x"));

        Assert.Equal(["POST /api/v2.1/Authentication", "GET /api/v2.1/x"], _system.Server.Calls);
    }

    [Fact]
    public async Task A_title_that_repeats_a_secret_or_never_ends_is_harmless()
    {
        _system.Dispose();
        _system = new TestSystem { Errors = OnefileErrors.Table, Session = new TestSession() };
        _system.Server.Then(403, $"<html><title>{TestSystem.Token} \u001b[31m {new string('x', 5000)}</title>");

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Get("x"));

        Assert.DoesNotContain(TestSystem.Token, failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Length < 400, failure.Message);
        Assert.DoesNotContain('\u001b', failure.Message);
    }

    private ScriptedServer On(string name)
    {
        _system.Dispose();
        _system = new TestSystem { Errors = name == "Onefile" ? OnefileErrors.Table : PicsWebErrors.Table };
        return _system.Server;
    }
}
