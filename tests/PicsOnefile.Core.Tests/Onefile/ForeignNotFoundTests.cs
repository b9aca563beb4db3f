using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

/// <summary>A record is gone where Onefile's API says so, and not where a proxy's page has the same status.</summary>
public sealed class ForeignNotFoundTests : IDisposable
{
    private readonly OnefileStandIn _onefile = new();

    public void Dispose() => _onefile.Dispose();

    private static async Task BlockedAsync(Func<Task> read)
    {
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(read);
        Assert.Equal("BlockedOnTheWay", failure.Kind.Id);
        Assert.Contains("a web page titled 'Gone away'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>Gone away</title>", "application/json")]
    [InlineData("<html><head><title>Gone away</title></head></html>", "text/plain")]
    [InlineData("<p><title>Gone away</title>", "text/html")]
    public async Task A_page_with_404_says_nothing_of_the_record(string body, string type)
    {
        _onefile.Server.Otherwise = _ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent(body, Encoding.UTF8, type) };

        await BlockedAsync(() => _onefile.Client.GetAssessorAsync(new Assessor { AssessorId = "5" }, _onefile.Run));
        await BlockedAsync(() => _onefile.Client.GetPlacementAsync(new Placement { PlacementId = "5" }, _onefile.Run));
        await BlockedAsync(() => _onefile.Client.ReadAsync(RecordKind.Assessor, "5", _onefile.Run));
    }

    [Fact]
    public async Task A_page_that_Onefile_itself_has_for_whoever_is_not_there_says_that_it_is_gone()
    {
        _onefile.Pages("Placement", ["3"]).On("GET /Placement/3", """{"ID":3}""");
        _onefile.Server.Otherwise = Before(_onefile.Server.Otherwise!, request => $"<html><title>No {request.Path.Split('/')[^1]}</title></html>");
        await _onefile.PlacementIdsAsync();

        Assert.Null(await _onefile.Client.GetPlacementAsync(new Placement { PlacementId = "5" }, _onefile.Run));
        Assert.Equal(3, _onefile.Server.Requests.Count(request => request.Method == HttpMethod.Get.Method));
        Assert.Null(await _onefile.Client.GetPlacementAsync(new Placement { PlacementId = "6" }, _onefile.Run));
        Assert.Equal(4, _onefile.Server.Requests.Count(request => request.Method == HttpMethod.Get.Method));
    }

    [Theory]
    // A proxy that has its page for one record, for whoever is there, or for everybody.
    [InlineData("5", "<html><title>Gone away</title></html>", "<html><title>No such record</title></html>", true)]
    [InlineData("5", "<html><title>Gone away</title></html>", "", true)]
    [InlineData("5", "<html><title>Gone away</title></html>", "<html><title>Gone away</title></html>", false)]
    public async Task A_page_that_comes_for_this_one_alone_or_for_a_record_that_is_there_too_is_not_Onefiles(
        string id,
        string page,
        string pageOfNobody,
        bool knownIsThere
    )
    {
        _onefile.Pages("Placement", ["3"]);
        if (knownIsThere)
            _onefile.On("GET /Placement/3", """{"ID":3}""");
        _onefile.Server.Otherwise = Before(_onefile.Server.Otherwise!, request =>
            request.Path.EndsWith("/2147483647", StringComparison.Ordinal) ? pageOfNobody : page
        );
        await _onefile.PlacementIdsAsync();

        await BlockedAsync(() => _onefile.Client.GetPlacementAsync(new Placement { PlacementId = id }, _onefile.Run));
    }

    private static Func<SentRequest, HttpResponseMessage> Before(Func<SentRequest, HttpResponseMessage> routes, Func<SentRequest, string> page) =>
        request =>
        {
            var answer = routes(request);
            return answer.StatusCode == HttpStatusCode.NotFound ? ScriptedServer.Answer(404, page(request)) : answer;
        };

    [Theory]
    [InlineData("")]
    [InlineData("{\"code\":-1,\"message\":\"not found\"}")]
    [InlineData("Not Found")]
    public async Task Any_other_404_says_that_it_is_gone(string body)
    {
        _onefile.Server.Otherwise = _ => ScriptedServer.Answer(404, body);

        Assert.Null(await _onefile.Client.GetAssessorAsync(new Assessor { AssessorId = "5" }, _onefile.Run));
        Assert.Null(await _onefile.Client.ReadAsync(RecordKind.Placement, "5", _onefile.Run));
    }
}
