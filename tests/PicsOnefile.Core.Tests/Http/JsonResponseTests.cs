using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

public sealed class JsonResponseTests : IDisposable
{
    private const string Sound = """[{"ID":5,"Name":"Änne O'Neil","Tags":["a",null,true,1.5e3]},{"ID":"6"}]""";

    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("""[{"ID":5,""")]
    [InlineData("<html><title>502</title></html>")]
    [InlineData("Service Unavailable")]
    public async Task An_answer_that_is_no_JSON_is_asked_for_again(string body)
    {
        _system.Server.Then(200, body).Then(200, Sound);

        JToken? answer = await _system.Elapse(_system.Pipeline.SendForJsonAsync(TestSystem.Get("User/5"), _system.Run));

        Assert.Equal(2, answer!.Count());
    }

    [Fact]
    public async Task An_answer_that_stays_unreadable_is_told_without_showing_it()
    {
        _system.Server.Otherwise = _ => ScriptedServer.Answer(200, "<html>Jane Roe, born 1 May</html>");

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _system.Elapse(_system.Pipeline.SendForJsonAsync(TestSystem.Get("User/5"), _system.Run))
        );

        Assert.Equal(ErrorKinds.AnswerUnreadable, failure.Kind);
        Assert.Equal(
            "Onefile answered 200 to GET /User/5, but the body is a page of HTML or XML (application/json, 33 characters) (6 attempts).",
            failure.Message
        );
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public async Task A_create_whose_answer_is_unreadable_is_not_sent_again()
    {
        _system.Server.Then(200, "<html>");

        await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _system.Pipeline.SendForJsonAsync(TestSystem.Post("User") with { Idempotent = false }, _system.Run)
        );

        Assert.Single(_system.Server.Requests);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "  \r\n")]
    [InlineData(404, "")]
    [InlineData(404, "<html>Not found</html>")]
    public async Task An_empty_answer_and_an_expected_status_are_nothing(int status, string body)
    {
        _system.Server.Then(status, body);

        Assert.Null(await _system.Pipeline.SendForJsonAsync(TestSystem.Get("User/5") with { AcceptedStatusCodes = [404] }, _system.Run));
    }

    [Fact]
    public void An_answer_cut_off_anywhere_is_noticed()
    {
        Assert.Null(JsonResponse.FindError(Sound));
        Assert.All(Enumerable.Range(1, Sound.Length - 1), length => Assert.NotNull(JsonResponse.FindError(Sound[..length])));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    public void Every_kind_of_JSON_is_sound(string body)
    {
        Assert.Null(JsonResponse.FindError(body));
        Assert.NotNull(JsonResponse.TryRead(body));
    }

    [Theory]
    [InlineData("[] []")]
    [InlineData("{} x")]
    [InlineData("17 18")]
    public void Text_after_the_end_is_not_sound(string body)
    {
        Assert.NotNull(JsonResponse.FindError(body));
        Assert.Null(JsonResponse.TryRead(body));
        Assert.Throws<PicsOnefileException>(() => JsonResponse.Read(TestSystem.Get("User/5"), new RestResponse(200, body, null)));
    }

    [Theory]
    [InlineData(JsonResponse.LargestDepth, true)]
    [InlineData(JsonResponse.LargestDepth + 1, false)]
    [InlineData(1_000_000, false)]
    public void What_is_nested_too_deep_is_refused(int depth, bool sound)
    {
        string body = new string('[', depth) + new string(']', depth);

        Assert.Equal(sound, JsonResponse.FindError(body) is null);
        Assert.Equal(sound, JsonResponse.TryRead(body) is not null);
    }

    [Fact]
    public void Dates_stay_text_and_the_last_of_two_equal_keys_counts()
    {
        JToken answer = JsonResponse.Read(TestSystem.Get("User/5"), new RestResponse(200, """{"At":"2022-02-23T12:49:33.150Z","ID":1,"ID":2}""", null))!;

        Assert.Equal(JTokenType.String, answer["At"]!.Type);
        Assert.Equal(2, (int)answer["ID"]!);
    }
}
