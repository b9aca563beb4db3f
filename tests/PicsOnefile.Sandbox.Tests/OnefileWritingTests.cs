using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class OnefileWritingTests
{
    [Fact]
    public async Task A_partial_user_update_changes_that_field_alone_and_answers_204()
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Assessors.First(user => user.Email.Length > 0);
        string email = user.Email;
        var reply = await twin.Onefile(HttpMethod.Post, $"/User/{user.Id}", new { MISID = "007" });
        Assert.Equal((HttpStatusCode.NoContent, ""), (reply.Status, reply.Text));
        Assert.Equal(("007", email), (user.MisId, user.Email));
    }

    [Theory]
    [InlineData("empty", "\"\"", "")]
    [InlineData("empty", "null", "X1")]
    [InlineData("null", "null", "")]
    [InlineData("null", "\"\"", "X1")]
    [InlineData("both", "\"\"", "")]
    [InlineData("never", "null", "X1")]
    [InlineData("never", "\"\"", "X1")]
    public async Task A_value_is_cleared_as_the_switch_says(string clearing, string value, string expected)
    {
        await using var twin = await TestTwin.StartAsync($"clearing={clearing}");
        var user = twin.World.Assessors.First();
        user.MisId = "X1";
        Assert.Equal(HttpStatusCode.NoContent, (await twin.Onefile(HttpMethod.Post, $"/User/{user.Id}", $"{{\"MISID\":{value}}}")).Status);
        Assert.Equal(expected, user.MisId);
    }

    [Theory]
    [InlineData("enabled", HttpStatusCode.NoContent, "A1")]
    [InlineData("ignored", HttpStatusCode.NoContent, "")]
    [InlineData("refused", HttpStatusCode.Forbidden, "")]
    public async Task MIS_values_are_stored_ignored_or_refused(string mode, HttpStatusCode status, string stored)
    {
        await using var twin = await TestTwin.StartAsync($"mis-values={mode}");
        var user = twin.World.Assessors.First(user => user.MisId.Length == 0);
        Assert.Equal(status, (await twin.Onefile(HttpMethod.Post, $"/User/{user.Id}", new { MISID = "A1" })).Status);
        Assert.Equal(stored, user.MisId);
    }

    [Theory]
    [InlineData("blank", false)]
    [InlineData("keep", true)]
    public async Task A_partial_placement_update_blanks_or_keeps_the_other_fields(string mode, bool kept)
    {
        await using var twin = await TestTwin.StartAsync($"partial-placement={mode}");
        var placement = twin.World.Placements.Values.First(placement => placement.Active && placement.Address.Length > 0);
        var reply = await twin.Onefile(HttpMethod.Post, $"/Placement/{placement.Id}", new { MISID = "P1" });
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        Assert.Equal(("P1", kept, kept, kept), (placement.MisId, placement.Active, placement.Name.Length > 0, placement.Address.Length > 0));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("array")]
    [InlineData("fields")]
    public async Task A_placement_that_is_read_and_sent_back_whole_keeps_its_address_in_every_form(string form)
    {
        await using var twin = await TestTwin.StartAsync($"address-form={form}", "placement-update-status=200");
        var placement = twin.World.Placements.Values.First(placement => placement.Address.Length > 0);
        string address = placement.Address;
        var whole = (await twin.Onefile(HttpMethod.Get, $"/Placement/{placement.Id}")).Json;
        whole["MISID"] = "P2";
        Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Post, $"/Placement/{placement.Id}", whole.ToJsonString())).Status);
        Assert.Equal(("P2", address), (placement.MisId, placement.Address));
    }

    [Theory]
    [InlineData("{\"OrganisationID\":1,\"FirstName\":\"A\",\"LastName\":\"B\",\"Role\":5}", -11)]
    [InlineData("{\"OrganisationID\":CENTRE,\"FirstName\":\"A\",\"LastName\":\"B\",\"Role\":1,\"PlacementID\":9}", -57)]
    [InlineData("{\"OrganisationID\":CENTRE,\"FirstName\":\"A\",\"LastName\":\"B\",\"Role\":1,\"ClassroomID\":9}", -58)]
    public async Task A_create_that_names_an_unknown_record_is_400_with_Onefiles_code(string body, int code)
    {
        await using var twin = await TestTwin.StartAsync();
        string centre = twin.World.Centres.Keys.Single().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reply = await twin.Onefile(HttpMethod.Post, "/User", body.Replace("CENTRE", centre));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(code, reply.Json["code"]!.GetValue<int>());
        Assert.NotEmpty(reply.Json["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_created_user_answers_ID_and_Username_and_can_be_read()
    {
        await using var twin = await TestTwin.StartAsync();
        int centre = twin.World.Centres.Keys.Single();
        var made = (await twin.OnefileForm(HttpMethod.Post, "/User", $"organisationID={centre}&firstName=Zo%C3%AB&lastName=Test&role=5&misid=0042")).Json;
        var read = (await twin.Onefile(HttpMethod.Get, $"/User/{made["ID"]}")).Json;
        Assert.Equal(("Zoë", "0042"), (read["FirstName"]!.GetValue<string>(), read["MISID"]!.GetValue<string>()));
        Assert.Equal(made["Username"]!.GetValue<string>(), read["Username"]!.GetValue<string>());
    }

    [Fact]
    public async Task Created_placements_and_classrooms_answer_a_bare_integer()
    {
        await using var twin = await TestTwin.StartAsync();
        int centre = twin.World.Centres.Keys.Single();
        var placement = await twin.Onefile(HttpMethod.Post, "/Placement", new { OrganisationID = centre, Name = "Acme" });
        var classroom = await twin.Onefile(HttpMethod.Post, "/Classroom", new { OrganisationID = centre, Name = "Monday" });
        Assert.Equal("Acme", twin.World.Placements[placement.Number].Name);
        Assert.Equal("Monday", twin.World.Classrooms[classroom.Number].Name);
        Assert.Equal(-11, (await twin.Onefile(HttpMethod.Post, "/Placement", new { OrganisationID = 1, Name = "Acme" })).Json["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_account_is_archived_brought_back_and_deleted()
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Assessors.First(user => !user.Archived);
        await twin.Onefile(HttpMethod.Post, $"/User/{user.Id}/Archive");
        Assert.True(user.Archived);
        await twin.Onefile(HttpMethod.Post, $"/User/{user.Id}/Unarchive");
        Assert.False(user.Archived);
        await twin.Onefile(HttpMethod.Delete, $"/User/{user.Id}");
        Assert.Equal(HttpStatusCode.NotFound, (await twin.Onefile(HttpMethod.Get, $"/User/{user.Id}")).Status);
    }

    [Fact]
    public async Task A_standard_is_assigned_once_and_a_unit_only_after_it()
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = twin.World.Users.Values.First(user => user.Role == OnefileRole.Learner);
        int standard = twin.World.Standards.Keys.First(id => !twin.World.LearningAims.Values.Any(aim => aim.StandardId == id));
        string unit = twin.World.Units.Values.First(unit => unit.StandardId == standard).Id;
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Onefile(HttpMethod.Post, $"/Unit/{unit}/Assign/{learner.Id}/{standard}")).Status);
        int aim = (await twin.Onefile(HttpMethod.Post, $"/Standard/{standard}/Assign/{learner.Id}")).Number;
        Assert.Equal(standard, twin.World.LearningAims[aim].StandardId);
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Onefile(HttpMethod.Post, $"/Standard/{standard}/Assign/{learner.Id}")).Status);
        Assert.True(int.TryParse((await twin.Onefile(HttpMethod.Post, $"/Unit/{unit}/Assign/{learner.Id}/{standard}")).Text, out _));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_400()
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Onefile(HttpMethod.Post, "/User/Search/1/10", "{\"Role\":")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Onefile(HttpMethod.Post, "/User/Search/1/10", "[1]")).Status);
    }
}
