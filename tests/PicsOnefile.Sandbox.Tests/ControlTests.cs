using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Control;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task The_credentials_open_both_sides()
    {
        await using var twin = await TestTwin.StartAsync();
        var credentials = (await twin.Control(HttpMethod.Get, "/credentials")).Json;
        Assert.Equal(HttpStatusCode.OK, (await twin.Authenticate(credentials["customerToken"]!.GetValue<string>())).Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await twin.PicsWeb(
                    HttpMethod.Post,
                    "/api/v1/Authentication",
                    new { username = credentials["apiUser"]!.GetValue<string>(), password = credentials["apiPassword"]!.GetValue<string>() }
                )
            ).Status
        );
        Assert.Equal(twin.Server.OnefileAddress.ToString(), credentials["onefileAddress"]!.GetValue<string>());
        Assert.Equal(twin.Server.PicsWebAddress.ToString(), credentials["picsWebAddress"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_whole_run_can_be_played_over_HTTP()
    {
        await using var twin = await TestTwin.StartAsync();
        await twin.Control(HttpMethod.Post, "/integration/enable");
        var waiting = (await twin.Control(HttpMethod.Post, "/learners/cover")).Json["learners"]!.AsArray();
        var enrolled = (await twin.Control(HttpMethod.Post, "/learners/enrol", new { learners = new[] { waiting[0]!.GetValue<string>() } })).Json.AsArray();
        Assert.True(enrolled.Single()!["succeeded"]!.GetValue<bool>());
        Assert.True((await twin.Control(HttpMethod.Post, "/sync")).Json["ran"]!.GetValue<bool>());
        var account = (await twin.Control(HttpMethod.Get, "/account")).Json;
        Assert.Equal(waiting[0]!.GetValue<string>(), account["enrolled"]![0]!.GetValue<string>());
        Assert.Equal("AdditionalId", account["linkBy"]!.GetValue<string>());
        Assert.True(account["duplicatesAreExactlyTheExpected"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("centres")]
    [InlineData("classrooms")]
    [InlineData("placements")]
    [InlineData("assessors")]
    [InlineData("users")]
    [InlineData("learners")]
    [InlineData("standards")]
    [InlineData("units")]
    [InlineData("learning-aims")]
    [InlineData("officers")]
    [InlineData("organisations")]
    [InlineData("qualifications")]
    [InlineData("pics-learners")]
    public async Task Everything_can_be_read_by_kind(string kind)
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.NotEmpty((await twin.Control(HttpMethod.Get, "/" + kind)).Json.AsArray());
    }

    [Fact]
    public async Task The_truth_names_the_right_accounts_of_an_officer()
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Assessors.First(user => !user.Archived && twin.World.Officers.Values.Any(officer => officer.Entity == user.Entity));
        string ident = twin.World.Officers.Values.Single(officer => officer.Entity == user.Entity).Ident;
        var partner = (await twin.Control(HttpMethod.Get, "/truth")).Json["officers"]!
            .AsArray()
            .Single(partner => partner!["ident"]!.GetValue<string>() == ident)!;
        Assert.Contains(user.Id, partner["live"]!.AsArray().Select(id => id!.GetValue<int>()));
    }

    [Fact]
    public async Task The_clock_is_moved()
    {
        await using var twin = await TestTwin.StartAsync();
        var before = twin.Twin.Clock.GetUtcNow();
        await twin.Control(HttpMethod.Post, "/clock", new { advance = "1.02:00:00" });
        await twin.Control(HttpMethod.Post, "/clock", new { seconds = 30 });
        Assert.Equal(TimeSpan.FromHours(26) + TimeSpan.FromSeconds(30), twin.Twin.Clock.GetUtcNow() - before);
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Control(HttpMethod.Post, "/clock", new { advance = "soon" })).Status);
    }

    [Fact]
    public async Task Calls_are_counted_by_route_and_status_and_writes_are_kept()
    {
        await using var twin = await TestTwin.StartAsync();
        int id = twin.World.Users.Keys.First();
        await twin.Onefile(HttpMethod.Get, $"/User/{id}");
        await twin.Onefile(HttpMethod.Get, "/User/1");
        await twin.Onefile(HttpMethod.Post, $"/User/{id}", new { MISID = "W1" });
        var calls = (await twin.Control(HttpMethod.Get, "/calls")).Json;
        Assert.Equal("{\"200\":1,\"404\":1}", calls["routes"]!["GET /onefile/api/v2.1/User/{id}"]!.ToJsonString());
        Assert.Equal(3, calls["total"]!.GetValue<int>());
        var write = (await twin.Control(HttpMethod.Get, "/writes")).Json.AsArray().Single()!;
        Assert.Equal(("MISID", "W1"), (write["field"]!.GetValue<string>(), write["newValue"]!.GetValue<string>()));
        await twin.Control(HttpMethod.Delete, "/calls");
        Assert.Equal(0, twin.Twin.Calls.Total);
    }

    [Fact]
    public async Task Another_person_edits_a_field_on_the_screen()
    {
        await using var twin = await TestTwin.StartAsync();
        var officer = twin.World.Officers.Values.First();
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await twin.Control(
                    HttpMethod.Post,
                    "/edit",
                    new
                    {
                        kind = "officers",
                        id = officer.Ident,
                        field = "additionalId",
                        value = "99",
                    }
                )
            ).Status
        );
        Assert.Equal("99", officer.AdditionalId);
        var refused = await twin.Control(
            HttpMethod.Post,
            "/edit",
            new
            {
                kind = "officers",
                id = officer.Ident,
                field = "shoeSize",
                value = "9",
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("additionalId", refused.Text);
    }

    [Fact]
    public async Task A_person_enters_the_settings_where_there_is_no_API()
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { PicsWebApi = false });
        Editing.Set(twin.Twin, "integration", "", "customerToken", twin.Twin.Credentials.CustomerToken);
        Editing.Set(twin.Twin, "integration", "", "environment", "Live");
        Editing.Set(twin.Twin, "integration", "", "integrationEnabled", "true");
        Assert.True(twin.Twin.Connection.IsOn);
        Assert.All(twin.Twin.Enrol(), result => Assert.True(result.Succeeded));
    }

    [Fact]
    public async Task Merging_two_officers_keeps_one_with_all_learners()
    {
        await using var twin = await TestTwin.StartAsync();
        var waiting = twin.World.Learners.Values.Where(learner => learner.AwaitsEnrolment).ToList();
        var (keep, drop) = (waiting[0].MainOfficer, waiting[1].MainOfficer);
        await twin.Control(HttpMethod.Post, "/officers/merge", new { keep, drop });
        Assert.Equal(keep, waiting[1].MainOfficer);
        Assert.Null(twin.World.OfficerByIdent(drop));
    }

    [Fact]
    public async Task Faults_are_added_and_removed_over_HTTP()
    {
        await using var twin = await TestTwin.StartAsync();
        int id = (
            await twin.Control(
                HttpMethod.Post,
                "/faults",
                new
                {
                    route = "GET *Customer",
                    kind = "serverError",
                    next = 1,
                }
            )
        ).Json["id"]!.GetValue<int>();
        Assert.Equal(HttpStatusCode.InternalServerError, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
        Assert.Equal(1, (await twin.Control(HttpMethod.Get, "/faults")).Json["struck"]!["ServerError"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, (await twin.Control(HttpMethod.Delete, $"/faults/{id}")).Status);
        Assert.Empty(twin.Twin.Faults.Lines);
        Assert.Contains("SlowDrip", (await twin.Control(HttpMethod.Post, "/faults", new { kind = "earthquake" })).Text);
    }

    [Fact]
    public async Task All_sessions_can_be_ended()
    {
        await using var twin = await TestTwin.StartAsync();
        await twin.Control(HttpMethod.Post, "/sessions/end");
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers")).Status);
    }

    [Fact]
    public async Task The_index_lists_every_route()
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(ControlRoutes.All.Count, (await twin.Control(HttpMethod.Get, "")).Json.AsArray().Count);
    }

    [Fact]
    public async Task Exported_lists_have_PICSWebs_headings_in_Windows_1252()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.World.Officers.Values.First().FirstName = "Zoë";
        var reply = await twin.Control(HttpMethod.Get, "/lists/officers.csv");
        string text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(reply.Bytes);
        Assert.StartsWith("Ident,First Names,Surname,E-mail,Telephone,Mobile,Main Organisation,Status,Other System ID\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Zoë", text);
        Assert.Contains((byte)0xEB, reply.Bytes);
        Assert.Equal(twin.World.Officers.Count + 1, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("organisations.csv", "EDRS,Status,Additional ID")]
    [InlineData("qualifications.csv", "VQ Reference")]
    [InlineData("learners.csv", "Date of Birth")]
    public async Task There_is_an_exported_list_of_each_kind(string name, string heading)
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Contains(heading, (await twin.Control(HttpMethod.Get, "/lists/" + name)).Text.Split('\n')[0]);
        Assert.Contains(name, ExportedLists.Names);
    }
}
