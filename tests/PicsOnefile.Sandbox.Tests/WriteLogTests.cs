using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>What <c>GET /twin/writes</c> tells: every accepted write of either API, whatever its kind.</summary>
public sealed class WriteLogTests
{
    [Fact]
    public async Task Creates_are_kept_with_every_field()
    {
        await using var twin = await TestTwin.StartAsync();
        int centre = twin.World.Centres.Keys.Single();
        var user = (
            await twin.Onefile(
                HttpMethod.Post,
                "/User",
                new
                {
                    OrganisationID = centre,
                    FirstName = "Ann",
                    LastName = "Lee",
                    Role = 5,
                }
            )
        ).Json;
        int placement = (await twin.Onefile(HttpMethod.Post, "/Placement", new { OrganisationID = centre, Name = "Acme" })).Number;
        int classroom = (await twin.Onefile(HttpMethod.Post, "/Classroom", new { OrganisationID = centre, Name = "Monday" })).Number;
        var qualification = (await twin.PicsWeb(HttpMethod.Post, "/api/v1/qualifications", new { vqReference = "196AS", title = "Business" })).Json;
        var writes = await Writes(twin);
        Assert.Equal(
            [
                ("users", user["ID"]!.ToString()),
                ("placements", $"{placement}"),
                ("classrooms", $"{classroom}"),
                ("qualifications", qualification["id"]!.ToString()),
            ],
            writes.Select(write => (write["kind"]!.ToString(), write["id"]!.ToString())).Distinct()
        );
        Assert.All(writes, write => Assert.Equal(("Create", ""), (write["action"]!.ToString(), write["oldValue"]!.ToString())));
        Assert.Contains(writes, write => write["field"]!.ToString() == "Name" && write["newValue"]!.ToString() == "Monday");
        Assert.Contains(writes, write => write["field"]!.ToString() == "OrganisationID" && write["newValue"]!.ToString() == $"{centre}");
        Assert.Equal([1, 2, 3, 4], writes.Select(write => write["number"]!.GetValue<int>()).Distinct());
    }

    [Fact]
    public async Task Updates_of_classrooms_and_learning_aims_are_kept()
    {
        await using var twin = await TestTwin.StartAsync();
        int room = twin.World.Classrooms.Keys.First(),
            aim = twin.World.LearningAims.Keys.First();
        await twin.Onefile(HttpMethod.Post, $"/Classroom/{room}", new { Name = "Tuesday" });
        await twin.Onefile(HttpMethod.Post, $"/LearningAim/{aim}", new { Status = 4 });
        Assert.Equal(
            [("classrooms", $"{room}", "Name", "Tuesday"), ("learning-aims", $"{aim}", "Status", "4")],
            (await Writes(twin)).Select(write =>
                (write["kind"]!.ToString(), write["id"]!.ToString(), write["field"]!.ToString(), write["newValue"]!.ToString())
            )
        );
    }

    [Fact]
    public async Task Deletes_are_kept_with_what_is_gone()
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Assessors.First();
        await twin.Onefile(HttpMethod.Delete, $"/User/{user.Id}");
        await twin.Onefile(HttpMethod.Delete, $"/User/{user.Id}");
        var writes = await Writes(twin);
        Assert.All(writes, write =>
            Assert.Equal(
                ("Delete", "users", $"{user.Id}", ""),
                (write["action"]!.ToString(), write["kind"]!.ToString(), write["id"]!.ToString(), write["newValue"]!.ToString())
            )
        );
        Assert.Contains(writes, write => write["field"]!.ToString() == "LastName" && write["oldValue"]!.ToString() == user.LastName);
        Assert.Single(writes.Select(write => write["number"]!.GetValue<int>()).Distinct());
    }

    [Fact]
    public async Task Assigned_standards_and_units_are_kept()
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = twin.World.Users.Values.First(user => user.Role == OnefileRole.Learner);
        int standard = twin.World.Standards.Keys.First(id => !twin.World.LearningAims.Values.Any(aim => aim.StandardId == id));
        string unit = twin.World.Units.Values.First(unit => unit.StandardId == standard).Id;
        int aim = (await twin.Onefile(HttpMethod.Post, $"/Standard/{standard}/Assign/{learner.Id}", "[]")).Number;
        await twin.Onefile(HttpMethod.Post, $"/Unit/{unit}/Assign/{learner.Id}/{standard}", "[]");
        var writes = await Writes(twin);
        Assert.Contains(writes, write =>
            (write["action"]!.ToString(), write["kind"]!.ToString(), write["id"]!.ToString(), write["field"]!.ToString(), write["newValue"]!.ToString())
            == ("Create", "learning-aims", $"{aim}", "StandardID", $"{standard}")
        );
        Assert.Equal(
            ("Update", "learning-aims", $"{aim}", "Units", unit),
            (
                writes[^1]["action"]!.ToString(),
                writes[^1]["kind"]!.ToString(),
                writes[^1]["id"]!.ToString(),
                writes[^1]["field"]!.ToString(),
                writes[^1]["newValue"]!.ToString()
            )
        );
    }

    private static async Task<List<JsonNode>> Writes(TestTwin twin) =>
        [.. (await twin.Control(HttpMethod.Get, "/writes")).Json.AsArray().Select(write => write!)];
}
