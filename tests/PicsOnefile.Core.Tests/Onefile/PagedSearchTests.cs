using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class PagedSearchTests : IDisposable
{
    private readonly OnefileStandIn _onefile = new();

    public void Dispose() => _onefile.Dispose();

    [Fact]
    public async Task A_short_page_is_not_the_end()
    {
        _onefile.Pages("Placement", ["1", "2", "3"], ["4"], ["5", "6"]);

        Assert.Equal(["1", "2", "3", "4", "5", "6"], await _onefile.PlacementIdsAsync());
        Assert.Equal(4, _onefile.Server.Requests.Count);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(200, "")]
    public async Task Nothing_found_is_an_empty_list_in_every_form(int status, string body)
    {
        _onefile.On("POST /Placement/Search/1/100", body, status);

        Assert.Empty(await _onefile.PlacementIdsAsync());
        Assert.Single(_onefile.Server.Requests);
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_number_is_read_once()
    {
        _onefile.Server.Otherwise = _ => ScriptedServer.Answer(200, OnefileStandIn.Rows("1", "2", "3"));

        Assert.Equal(["1", "2", "3"], await _onefile.PlacementIdsAsync());
        Assert.Equal(3, _onefile.Server.Requests.Count);
        Assert.Empty(_onefile.Log.VerboseLines);
    }

    [Fact]
    public async Task A_server_that_repeats_its_last_page_for_ever_is_not_read_for_ever()
    {
        _onefile.Server.Otherwise = request =>
            ScriptedServer.Answer(
                200,
                request.Path.EndsWith("/1/100", StringComparison.Ordinal) ? OnefileStandIn.Rows("1", "2") : OnefileStandIn.Rows("3", "4")
            );

        Assert.Equal(["1", "2", "3", "4"], await _onefile.PlacementIdsAsync());
        Assert.Equal(4, _onefile.Server.Requests.Count);
    }

    [Fact]
    public async Task A_page_without_news_between_others_is_not_the_end()
    {
        _onefile.Pages("Placement", ["1", "2"], ["1", "2"], ["3"]);

        Assert.Equal(["1", "2", "3"], await _onefile.PlacementIdsAsync());
    }

    [Fact]
    public async Task A_list_that_shifted_while_it_was_read_is_read_once_more_and_united()
    {
        _onefile
            .Server.Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("2", "4"))
            .Then(204)
            .Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("3", "4"))
            .Then(204);

        Assert.Equal(["1", "2", "4", "3"], await _onefile.PlacementIdsAsync());
        Assert.Equal(["The order of Placement/Search shifted while it was read: read once more, 1 more records found."], _onefile.Log.VerboseLines);
    }

    [Fact]
    public async Task A_page_that_came_in_place_of_the_last_one_is_seen_in_another_reading()
    {
        _onefile
            .Server.Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(204)
            .Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("3"))
            .Then(204);

        Assert.Equal(["1", "2", "3"], await _onefile.PlacementIdsAsync());
    }

    [Fact]
    public async Task A_page_that_came_in_place_of_another_is_seen_in_another_reading()
    {
        _onefile
            .Server.Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("5"))
            .Then(204)
            .Then(200, OnefileStandIn.Rows("1", "2"))
            .Then(200, OnefileStandIn.Rows("3", "4"))
            .Then(200, OnefileStandIn.Rows("5"))
            .Then(204);

        Assert.Equal(["1", "2", "3", "4", "5"], (await _onefile.PlacementIdsAsync()).Order());
    }

    [Fact]
    public async Task A_list_that_keeps_shifting_is_read_until_two_readings_bring_nothing_new_and_no_more()
    {
        _onefile.Pages("Placement", ["1", "2"], ["2", "3"]);

        Assert.Equal(["1", "2", "3"], await _onefile.PlacementIdsAsync());
        Assert.Equal(9, _onefile.Server.Requests.Count);
    }

    [Fact]
    public async Task Whoever_has_enough_stops_the_paging()
    {
        _onefile.Pages("Placement", ["1", "2"], ["3"]);

        await foreach (Placement placement in _onefile.Client.SearchPlacementsAsync(OnefileStandIn.Centre, null, _onefile.Run))
        {
            Assert.Equal("1", placement.PlacementId);
            break;
        }

        Assert.Single(_onefile.Server.Requests);
    }

    [Fact]
    public async Task A_server_that_invents_records_without_end_is_given_up()
    {
        using var onefile = new OnefileStandIn(new OnefileClientOptions { MostPages = 5 });
        onefile.Server.Otherwise = request => ScriptedServer.Answer(200, OnefileStandIn.Rows(request.Path.Split('/')[3]));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(onefile.PlacementIdsAsync);

        Assert.Equal(ErrorKinds.AnswerTooLarge, failure.Kind);
        Assert.Equal(5, onefile.Server.Requests.Count);
    }

    [Fact]
    public async Task The_page_size_can_be_set()
    {
        using var onefile = new OnefileStandIn(new OnefileClientOptions { PageSize = 25 });
        onefile.On("POST /Placement/Search/1/25", "", 204);

        Assert.Empty(await onefile.PlacementIdsAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"results":[]}""")]
    [InlineData("""[{"Name":"No ID"}]""")]
    [InlineData("""[["1"]]""")]
    [InlineData("17")]
    public async Task What_is_no_list_of_records_is_never_taken_for_an_empty_list(string body)
    {
        _onefile.On("POST /Placement/Search/1/100", body);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(_onefile.PlacementIdsAsync);

        Assert.Equal(ErrorKinds.AnswerUnreadable, failure.Kind);
    }

    [Theory]
    [InlineData(400, "Onefile answered 400 to POST /Placement/Search/1/100: centre not found (code -11): \"No such organisation\".")]
    [InlineData(200, "Onefile refused POST /Placement/Search/1/100: centre not found (code -11).")]
    public async Task Onefiles_error_codes_are_told_in_words_whatever_the_status(int status, string message)
    {
        _onefile.On("POST /Placement/Search/1/100", """{"code":-11,"message":"No such organisation"}""", status);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(_onefile.PlacementIdsAsync);

        Assert.Equal(ErrorKinds.OnefileRefused, failure.Kind);
        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task The_centres_of_a_customer_are_searched_by_its_ID()
    {
        _onefile.On("GET /Customer", """{"ID":40,"Name":"College"}""").Pages("Organisation", ["7", "8"]);

        OnefileCustomer customer = await _onefile.Client.GetCustomerAsync(_onefile.Run);
        var centres = await _onefile.Client.GetCentresAsync(customer, _onefile.Run);

        Assert.Equal(new OnefileCustomer("40", "College"), customer);
        Assert.Equal(["7 Name 7", "8 Name 8"], centres.Select(centre => $"{centre.CentreId} {centre.Name}"));
        Assert.Equal("""{"CustomerID":40}""", _onefile.Server.Requests[1].Body);
    }
}
