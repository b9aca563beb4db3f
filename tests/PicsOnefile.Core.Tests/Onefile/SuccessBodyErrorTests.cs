using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class SuccessBodyErrorTests
{
    [Fact]
    public async Task An_error_of_unknown_code_under_a_status_of_success_is_asked_again_and_told_if_it_stays()
    {
        using var system = new TestSystem { Errors = OnefileErrors.Table };
        system.Server.Otherwise = _ => ScriptedServer.Answer(200, """{"code":-1,"message":"secret"}""");

        PicsOnefileException failure = await system.FailAsync(TestSystem.Post("User/5"));

        Assert.Equal(ErrorKinds.OnefileRefused, failure.Kind);
        Assert.Equal(
            "Onefile answered 200 to POST /User/5, but the body is an error: code -1 (application/json, 30 characters) (6 attempts).",
            failure.Message
        );
    }

    [Fact]
    public async Task A_page_of_HTML_is_no_answer_to_any_call()
    {
        using var system = new TestSystem { Errors = OnefileErrors.Table };
        system.Server.Then(200, " <!DOCTYPE html><p>Busy").Then(200, "OK");

        Assert.Equal("OK", (await system.Elapse(system.SendAsync(TestSystem.Post("User/5")))).Body);
    }

    [Fact]
    public async Task A_fault_that_a_call_recognises_by_itself_is_asked_again_and_a_few_times_only_where_it_may_be_final()
    {
        using var system = new TestSystem();
        system.Server.Otherwise = _ => ScriptedServer.Answer(200, "<html>Welcome</html>");
        var request = TestSystem.Post("Authentication") with
        {
            ErrorInSuccessBody = _ => new(ErrorKinds.ApiMissing, "the body is a web page") { MayBeFinal = true },
        };

        PicsOnefileException failure = await system.FailAsync(request);

        Assert.Equal((ErrorKinds.ApiMissing, 3), (failure.Kind, system.Server.Requests.Count));
    }

    [Theory]
    [InlineData("""{"code":-11}""")]
    [InlineData("""{"ID":5,"code":3}""")]
    [InlineData("5")]
    [InlineData("")]
    public async Task A_final_answer_is_not_asked_for_again(string body)
    {
        using var system = new TestSystem { Errors = OnefileErrors.Table };
        system.Server.Then(200, body);

        Assert.Equal(body, (await system.SendAsync(TestSystem.Post("User/5"))).Body);
    }
}
