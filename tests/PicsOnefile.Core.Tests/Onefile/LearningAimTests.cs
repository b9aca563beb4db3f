using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class LearningAimTests : IDisposable
{
    private const string Assigned = "GET /Organisation/7/AssignedStandards";
    private const string Catalogue = "POST /Standard/Search/1/100";
    private readonly OnefileStandIn _onefile = new();

    public LearningAimTests() => _onefile.On("POST /Standard/Search/2/100", "", 204);

    public void Dispose() => _onefile.Dispose();

    [Theory]
    [InlineData("""  "Code":"196AS","Title":"Business Administrator"  """)]
    [InlineData("""  "Reference":" 196 as ","Title":"Business Administrator"  """)]
    [InlineData("""  "NDAQCode":"196AS","Title":"Business Administrator"  """)]
    [InlineData("""  "Code":"","Reference":null,"Title":"Business Administrator [196AS]"  """)]
    [InlineData("""  "Title":"Business Administrator [Level 3] [196AS]"  """)]
    [InlineData("""  "Code":"196AS","Title":"Business Administrator [999OP]"  """)]
    public async Task The_code_is_found_in_each_field_and_else_in_the_titles_last_brackets(string properties)
    {
        _onefile.On(Assigned, $$"""[{"ID":3,{{properties}}}]""");

        LearningAim aim = Assert.Single(await ReadAsync());

        Assert.Equal(("3", "196AS", "196", StandardComponentKind.Standard), (aim.StandardId, aim.Code, aim.StandardCode, aim.Component));
        Assert.Equal("7", aim.CentreId);
        Assert.Single(_onefile.Server.Requests);
    }

    [Theory]
    [InlineData("Diploma [603/2863/2]", "603/2863/2")]
    [InlineData("Diploma [ Own code ]", "Own code")]
    [InlineData("Business Administrator [Level 3] [196 as] (2021)", "196AS")]
    [InlineData("Business ] [196AS]", "196AS")]
    [InlineData("Business [[196AS]", "196AS")]
    [InlineData("Business Administrator []", null)]
    [InlineData("Business ] Administrator [", null)]
    [InlineData("]", null)]
    public async Task A_title_holds_its_code_in_the_last_square_brackets_or_none(string title, string? code)
    {
        _onefile.On(Assigned, $$"""[{"ID":3,"Title":"{{title}}"}]""").On(Catalogue, "", 204);

        Assert.Equal(code, Assert.Single(await ReadAsync()).Code);
    }

    [Fact]
    public async Task The_centres_list_decides_and_the_catalogue_adds_title_and_code()
    {
        _onefile
            .On(Assigned, """[{"StandardID":3,"ID":900},{"ID":4,"Title":"Own title"},5]""")
            .On(
                Catalogue,
                """[{"ID":3,"Title":"Business Administrator [196AS]"},{"ID":4,"Title":"T","Code":"603/2863/2"},"""
                    + """{"ID":5,"Title":"Five"},{"ID":6,"Title":"Not ours"}]"""
            );

        var aims = await ReadAsync();

        Assert.Equal(
            ["3|Business Administrator [196AS]|196AS", "4|Own title|603/2863/2", "5|Five|"],
            aims.Select(aim => $"{aim.StandardId}|{aim.Title}|{aim.Code}")
        );
    }

    [Fact]
    public async Task A_server_without_the_centres_list_answers_with_its_catalogue()
    {
        _onefile.On(Catalogue, """[{"ID":3,"Title":"Business Administrator [196AS]"}]""");

        Assert.Equal("196AS", Assert.Single(await ReadAsync()).Code);
        Assert.Equal("""{"OrganisationID":7}""", _onefile.Server.Requests[1].Body);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "[]")]
    public async Task A_centre_without_learning_aims_has_none(int status, string body)
    {
        _onefile.On(Assigned, body, status);

        Assert.Empty(await ReadAsync());
        Assert.Single(_onefile.Server.Requests);
    }

    [Fact]
    public async Task A_standard_that_left_the_catalogue_is_asked_for_by_itself()
    {
        _onefile.On(Assigned, """[{"ID":3},{"ID":4}]""").On(Catalogue, "", 204).On("GET /Standard/3", """{"ID":3,"Title":"Retired [12EP]"}""");

        var aims = await ReadAsync();

        Assert.Equal(["3|Retired [12EP]|12EP", "4||"], aims.Select(aim => $"{aim.StandardId}|{aim.Title}|{aim.Code}"));
    }

    [Fact]
    public async Task An_aim_that_is_assigned_twice_comes_once()
    {
        _onefile.On(Assigned, """[{"ID":3,"Title":"A [12EP]"},{"ID":3,"Title":"A [12EP]"}]""");

        Assert.Single(await ReadAsync());
    }

    private Task<IReadOnlyList<LearningAim>> ReadAsync() => _onefile.Client.GetLearningAimsAsync(OnefileStandIn.Centre, _onefile.Run);
}
