using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class OnefileReadingTests
{
    [Fact]
    public async Task A_search_answers_a_bare_array_of_rows_without_email()
    {
        await using var twin = await TestTwin.StartAsync("archived-flag-place=rows-and-details");
        var reply = await twin.Onefile(HttpMethod.Post, "/User/Search/1/5", new { Role = 5 });
        var row = reply.Json.AsArray()[0]!.AsObject();
        Assert.Equal(["ID", "FirstName", "LastName", "MISID", "Archived"], row.Select(property => property.Key));
        Assert.Equal(5, reply.Json.AsArray().Count);
    }

    [Fact]
    public async Task Nothing_found_is_204_with_an_empty_body()
    {
        await using var twin = await TestTwin.StartAsync();
        foreach (object filter in new object[] { new { Role = 99 }, new { Role = 5, OrganisationID = 1 }, new { Email = "nobody@example.org" } })
        {
            var reply = await twin.Onefile(HttpMethod.Post, "/User/Search/1/10", filter);
            Assert.Equal((HttpStatusCode.NoContent, ""), (reply.Status, reply.Text));
        }
    }

    [Fact]
    public async Task Reading_page_by_page_finds_everybody_once()
    {
        await using var twin = await TestTwin.StartAsync();
        var rows = await twin.AllRows("User", new { Role = 5 }, 3);
        var expected = twin.World.Users.Values.Where(user => user.Role == OnefileRole.Assessor).Select(user => user.Id);
        Assert.Equal(expected, rows.Select(row => row["ID"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_capped_page_is_short_though_it_is_not_the_last()
    {
        await using var twin = await TestTwin.StartAsync("page-size-cap=4");
        Assert.Equal(4, (await twin.Onefile(HttpMethod.Post, "/Placement/Search/1/50", new { })).Json.AsArray().Count);
        Assert.Equal(twin.World.Placements.Count, (await twin.AllRows("Placement", new { }, 50)).Count);
    }

    [Fact]
    public async Task An_order_that_shifts_shows_one_record_twice_and_hides_another_until_it_is_read_again()
    {
        await using var twin = await TestTwin.StartAsync("page-order=shifting");
        int[] first = [.. (await twin.AllRows("User", new { Role = 5 }, 6)).Select(row => row["ID"]!.GetValue<int>())];
        int[] second = [.. (await twin.AllRows("User", new { Role = 5 }, 6)).Select(row => row["ID"]!.GetValue<int>())];
        int expected = twin.World.Users.Values.Count(user => user.Role == OnefileRole.Assessor);
        Assert.True(first.Distinct().Count() < first.Length);
        Assert.True(first.Distinct().Count() < expected);
        Assert.Equal(expected, first.Union(second).Count());
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_number_answers_the_whole_list_each_time()
    {
        await using var twin = await TestTwin.StartAsync("page-order=ignored");
        var one = await twin.Onefile(HttpMethod.Post, "/Placement/Search/1/5", new { });
        var nine = await twin.Onefile(HttpMethod.Post, "/Placement/Search/9/5", new { });
        Assert.Equal(twin.World.Placements.Count, one.Json.AsArray().Count);
        Assert.Equal(one.Text, nine.Text);
    }

    [Theory]
    [InlineData("Archived", "true")]
    [InlineData("IsArchived", "true")]
    [InlineData("Status", "\"Archived\"")]
    [InlineData("Active", "false")]
    public async Task An_archived_account_is_told_by_the_flag_that_the_switch_names(string flag, string value)
    {
        await using var twin = await TestTwin.StartAsync($"archived-flag={flag}", "archived-flag-place=rows-and-details");
        var archived = twin.World.Assessors.First(user => user.Archived);
        var row = (await twin.AllRows("User", new { archived.Role }, 50)).Single(row => row["ID"]!.GetValue<int>() == archived.Id);
        Assert.Equal(value, row[flag]!.ToJsonString());
        Assert.Equal(value, (await twin.Onefile(HttpMethod.Get, $"/User/{archived.Id}")).Json[flag]!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_tells_archived_accounts_when_there_is_no_flag()
    {
        await using var twin = await TestTwin.StartAsync("archived-flag=none");
        var archived = twin.World.Assessors.First(user => user.Archived);
        string text = (await twin.Onefile(HttpMethod.Get, $"/User/{archived.Id}")).Text;
        Assert.DoesNotContain("Archived", text);
        Assert.DoesNotContain("Active", text);
    }

    [Fact]
    public async Task Searches_leave_archived_accounts_out_by_switch()
    {
        await using var twin = await TestTwin.StartAsync("archived-in-searches=no");
        var found = await twin.AllRows("User", new { }, 50);
        Assert.Equal(twin.World.Users.Values.Count(user => !user.Archived), found.Count);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task Placement_rows_carry_MISID_by_switch(string value, bool expected)
    {
        await using var twin = await TestTwin.StartAsync($"misid-in-placement-rows={value}");
        var rows = await twin.AllRows("Placement", new { }, 50);
        Assert.All(rows, row => Assert.Equal(expected, row.AsObject().ContainsKey("MISID")));
    }

    [Theory]
    [InlineData("title", "Title", "Business [196AS]")]
    [InlineData("code", "Code", "196AS")]
    [InlineData("reference", "Reference", "196AS")]
    [InlineData("ndaqcode", "NDAQCode", "196AS")]
    public async Task A_standards_code_stands_where_the_switch_says(string place, string field, string expected)
    {
        await using var twin = await TestTwin.StartAsync($"code-place={place}");
        twin.World.Standards[1] = new Standard
        {
            Id = 1,
            Title = "Business",
            Code = "196AS",
        };
        Assert.Equal(expected, (await twin.Onefile(HttpMethod.Get, "/Standard/1")).Json[field]!.GetValue<string>());
    }

    [Fact]
    public async Task The_catalogue_is_larger_than_the_centres_own_list()
    {
        await using var twin = await TestTwin.StartAsync();
        var centre = twin.World.Centres.Values.Single();
        var own = (await twin.Onefile(HttpMethod.Get, $"/Organisation/{centre.Id}/AssignedStandards")).Json.AsArray();
        Assert.Equal(centre.AssignedStandards, own.Select(row => row!["ID"]!.GetValue<int>()));
        Assert.True((await twin.AllRows("Standard", new { OrganisationID = centre.Id }, 100)).Count > own.Count);
    }

    [Fact]
    public async Task Assigned_standards_may_hold_IDs_alone_or_be_missing()
    {
        await using var ids = await TestTwin.StartAsync("assigned-standards=ids");
        await using var missing = await TestTwin.StartAsync("assigned-standards=missing");
        string path = $"/Organisation/{ids.World.Centres.Keys.Single()}/AssignedStandards";
        Assert.All((await ids.Onefile(HttpMethod.Get, path)).Json.AsArray(), row => Assert.Equal(["ID"], row!.AsObject().Select(property => property.Key)));
        Assert.Equal(HttpStatusCode.NotFound, (await missing.Onefile(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task Dates_are_written_in_UTC_with_milliseconds_and_summer_midnights_fall_on_the_day_before()
    {
        await using var twin = await TestTwin.StartAsync("birth-date-name=dateofbirth");
        var user = twin.World.Users.Values.First(user => user.Role == OnefileRole.Learner);
        user.DateOfBirth = new System.DateOnly(2001, 7, 15);
        var json = (await twin.Onefile(HttpMethod.Get, $"/User/{user.Id}")).Json;
        Assert.Equal("2001-07-14T23:00:00.000Z", json["DateOfBirth"]!.GetValue<string>());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", json["LastModified"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/User/999999999")]
    [InlineData("/Placement/999999999")]
    [InlineData("/Standard/0")]
    [InlineData("/Unit/none")]
    [InlineData("/User/abc")]
    public async Task An_unknown_ID_is_404(string path)
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await twin.Onefile(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task Routes_property_names_and_bodies_may_be_written_in_any_way_that_working_clients_use()
    {
        await using var twin = await TestTwin.StartAsync();
        int centre = twin.World.Centres.Keys.Single();
        var json = await twin.Onefile(HttpMethod.Post, "/user/SEARCH/1/4", new { role = 5, organisationID = centre });
        var form = await twin.OnefileForm(HttpMethod.Post, "/User/Search/1/4", $"Role=5&OrganisationID={centre}");
        Assert.Equal(4, json.Json.AsArray().Count);
        Assert.Equal(json.Text, form.Text);
    }

    [Theory]
    [InlineData("OrganisationID=12345")]
    [InlineData(null)]
    public async Task A_GET_may_carry_a_form_or_its_content_type_alone(string? form)
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Users.Values.First();
        var reply = await twin.OnefileForm(HttpMethod.Get, $"/User/{user.Id}", form);
        Assert.Equal(user.Email, reply.Json["Email"]!.GetValue<string>());
    }

    [Fact]
    public async Task Units_have_textual_IDs_and_are_found_by_their_standard()
    {
        await using var twin = await TestTwin.StartAsync();
        int standard = twin.World.Units.Values.First().StandardId;
        var rows = await twin.AllRows("Unit", new { StandardID = standard }, 10);
        Assert.All(rows, row => Assert.Equal(["ID", "Title", "NDAQCode", "Display"], row.AsObject().Select(property => property.Key)));
        Assert.All(rows, row => Assert.Equal(System.Text.Json.JsonValueKind.String, row["ID"]!.GetValueKind()));
        Assert.NotEmpty(rows);
    }

    [Fact]
    public async Task The_customer_and_its_centres_are_read()
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { World = TestTwin.Small.World with { Centres = 3 } });
        var customer = (await twin.Onefile(HttpMethod.Get, "/Customer")).Json;
        var rows = await twin.AllRows("Organisation", new { CustomerID = customer["ID"]!.GetValue<int>() }, 10);
        Assert.Equal(twin.World.Centres.Keys, rows.Select(row => row["ID"]!.GetValue<int>()));
        Assert.Empty(await twin.AllRows("Organisation", new { CustomerID = 1 }, 10));
    }

    [Fact]
    public async Task Classrooms_and_learning_aims_answer_as_well()
    {
        await using var twin = await TestTwin.StartAsync();
        var aim = twin.World.LearningAims.Values.First();
        var row = (await twin.AllRows("LearningAim", new { UserID = aim.UserId }, 10))[0];
        Assert.Equal(["ID", "StandardID", "UserID", "Status", "Progress"], row.AsObject().Select(property => property.Key));
        Assert.Equal(aim.StandardId, (await twin.Onefile(HttpMethod.Get, $"/LearningAim/{aim.Id}")).Json["StandardID"]!.GetValue<int>());
        JsonNode room = (await twin.AllRows("Classroom", new { OrganisationID = twin.World.Centres.Keys.Single() }, 10)).Single();
        Assert.Equal(room["Name"]!.GetValue<string>(), (await twin.Onefile(HttpMethod.Get, $"/Classroom/{room["ID"]}")).Json["Name"]!.GetValue<string>());
    }
}
