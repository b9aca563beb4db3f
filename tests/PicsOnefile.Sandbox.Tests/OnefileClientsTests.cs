using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>How clients of the real Onefile behave (onefile-api.md), and that the twin bears it.</summary>
public sealed class OnefileClientsTests
{
    [Theory]
    [InlineData("[]", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("", "application/x-www-form-urlencoded")]
    [InlineData("null", "application/json")]
    [InlineData("anything", "text/plain")]
    [InlineData("{\"half\":", "application/json")]
    public async Task Where_no_body_is_read_any_body_is_borne(string body, string type)
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = twin.World.Users.Values.First(user => user.Role == OnefileRole.Learner);
        int standard = twin.World.Standards.Keys.First(id => !twin.World.LearningAims.Values.Any(aim => aim.StandardId == id));
        string unit = twin.World.Units.Values.First(unit => unit.StandardId == standard).Id;

        var session = await twin.Raw(HttpMethod.Post, "/Authentication", body, type, ("X-CustomerToken", twin.Twin.Credentials.CustomerToken));
        var assigned = await twin.Raw(HttpMethod.Post, $"/Standard/{standard}/Assign/{learner.Id}", body, type);
        var unitAssigned = await twin.Raw(HttpMethod.Post, $"/Unit/{unit}/Assign/{learner.Id}/{standard}", body, type);
        var archived = await twin.Raw(HttpMethod.Post, $"/User/{learner.Id}/Archive", body, type);
        var deleted = await twin.Raw(HttpMethod.Delete, $"/User/{learner.Id}", body, type);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NoContent],
            new[] { session, assigned, unitAssigned, archived, deleted }.Select(reply => reply.Status)
        );
    }

    [Fact]
    public async Task An_empty_array_is_an_empty_object_where_a_body_is_read()
    {
        await using var twin = await TestTwin.StartAsync();
        var none = await twin.Onefile(HttpMethod.Post, "/Placement/Search/1/50", "{}");
        var empty = await twin.Onefile(HttpMethod.Post, "/Placement/Search/1/50", " [ ] ");
        Assert.Equal((HttpStatusCode.OK, none.Text), (empty.Status, empty.Text));
    }

    [Theory]
    [InlineData("<Role>5</Role>", "application/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Role=5", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Role=5", "multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{\"Role\":5}", "application/json; charset=none", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Role", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("<a b='c'/>", "", HttpStatusCode.BadRequest)]
    [InlineData("Role=5", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[{\"Role\":5}]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"Role\":5}]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("5", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"Role\":\"\\ud800\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"\\udfff\":5}", "application/json", HttpStatusCode.BadRequest)]
    public async Task A_body_that_cannot_be_read_is_refused_and_no_search_without_filter(string body, string type, HttpStatusCode expected)
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(expected, (await twin.Raw(HttpMethod.Post, "/User/Search/1/10", body, type)).Status);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_of_their_charset_are_refused()
    {
        await using var twin = await TestTwin.StartAsync();
        byte[] latin = Encoding.Latin1.GetBytes("{\"FirstName\":\"Zoë\"}");
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Raw(HttpMethod.Post, "/User/Search/1/10", latin, "application/json")).Status);
        Assert.Contains(
            (await twin.Raw(HttpMethod.Post, "/User/Search/1/10", latin, "application/json; charset=iso-8859-1")).Status,
            new[] { HttpStatusCode.OK, HttpStatusCode.NoContent }
        );
    }

    [Theory]
    [InlineData("Role", "abc")]
    [InlineData("Role", "4,5")]
    [InlineData("OrganisationID", "1.5")]
    [InlineData("LastModified", "yesterday")]
    public async Task A_filter_that_cannot_be_read_is_refused(string field, string value)
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await twin.Onefile(HttpMethod.Post, "/User/Search/1/10", new JsonObject { [field] = value }.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(field, reply.Json["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("abc/10")]
    [InlineData("-1/10")]
    [InlineData("0/10")]
    [InlineData("1/0")]
    [InlineData("1/-5")]
    [InlineData("1/ten")]
    [InlineData("1.0/10")]
    [InlineData("99999999999/10")]
    [InlineData("1/99999999999")]
    public async Task A_page_that_is_no_number_from_one_is_refused(string segments)
    {
        await using var twin = await TestTwin.StartAsync();
        foreach (string entity in new[] { "User", "Placement", "Organisation", "Classroom", "Standard", "Unit", "LearningAim" })
            Assert.Equal(HttpStatusCode.BadRequest, (await twin.Onefile(HttpMethod.Post, $"/{entity}/Search/{segments}", new { })).Status);
    }

    [Theory]
    [InlineData("2147483647/2147483647")]
    [InlineData("2147483647/1")]
    [InlineData("1000000/1")]
    public async Task A_page_beyond_the_end_is_204(string segments)
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await twin.Onefile(HttpMethod.Post, $"/User/Search/{segments}", new { })).Status);
    }

    [Theory]
    [InlineData("capped", 4)]
    [InlineData("whole", 0)]
    public async Task A_search_without_page_segments_is_capped_or_whole_by_switch(string plain, int rows)
    {
        await using var twin = await TestTwin.StartAsync("page-size-cap=4", $"plain-search={plain}");
        var reply = await twin.Onefile(HttpMethod.Post, "/Placement/Search", new { });
        Assert.Equal(plain == "whole" ? twin.World.Placements.Count : rows, reply.Json.AsArray().Count);
    }

    [Theory]
    [InlineData("rows-and-details", true, true)]
    [InlineData("details-alone", false, true)]
    [InlineData("nowhere", false, false)]
    public async Task The_archived_flag_stands_where_the_switch_says(string place, bool inRows, bool inDetails)
    {
        await using var twin = await TestTwin.StartAsync($"archived-flag-place={place}");
        var archived = twin.World.Assessors.First(user => user.Archived);
        var row = (await twin.AllRows("User", new { archived.Role }, 50)).Single(row => row["ID"]!.GetValue<int>() == archived.Id).AsObject();
        var detail = (await twin.Onefile(HttpMethod.Get, $"/User/{archived.Id}")).Json.AsObject();
        Assert.Equal((inRows, inDetails), (row.ContainsKey("Archived"), detail.ContainsKey("Archived")));
    }

    [Fact]
    public async Task A_row_of_a_user_carries_ID_names_and_MISID_alone()
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.All(await twin.AllRows("User", new { }, 50), row =>
            Assert.Equal(["ID", "FirstName", "LastName", "MISID"], row.AsObject().Select(property => property.Key))
        );
    }

    [Theory]
    [InlineData("dob", "DOB", "DateOfBirth")]
    [InlineData("dateofbirth", "DateOfBirth", "DOB")]
    public async Task A_learners_birth_date_is_read_and_written(string name, string read, string other)
    {
        await using var twin = await TestTwin.StartAsync($"birth-date-name={name}");
        var learner = Learner(twin);
        foreach (string written in new[] { "DOB", "DateOfBirth", "dob" })
        {
            learner.DateOfBirth = null;
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await twin.Onefile(HttpMethod.Post, $"/User/{learner.Id}", new JsonObject { [written] = "2001-07-15" }.ToJsonString())).Status
            );
            var json = (await twin.Onefile(HttpMethod.Get, $"/User/{learner.Id}")).Json.AsObject();
            Assert.Equal(("2001-07-14T23:00:00.000Z", false), (json[read]!.GetValue<string>(), json.ContainsKey(other)));
        }
    }

    [Fact]
    public async Task A_learner_is_read_with_all_that_clients_look_for()
    {
        await using var twin = await TestTwin.StartAsync();
        var aim = twin.World.LearningAims.Values.First();
        foreach (var each in twin.World.LearningAims.Values.Where(each => each.UserId == aim.UserId))
            each.Progress = 30;
        var json = (await twin.Onefile(HttpMethod.Get, $"/User/{aim.UserId}")).Json.AsObject();
        string[] expected =
        [
            "ULN",
            "DOB",
            "PlacementID",
            "ClassroomID",
            "DefaultAssessorID",
            "DefaultEmployerID",
            "StartOn",
            "PlannedEndDate",
            "EpisodeName",
            "HomeAddress",
            "Progress",
        ];
        Assert.Empty(expected.Except(json.Select(property => property.Key)));
        Assert.Equal(30, json["Progress"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_update_stores_what_clients_write_of_a_learner()
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = Learner(twin);
        var employer = new OnefileUser
        {
            Id = 1,
            Role = OnefileRole.Employer,
            CentreId = learner.CentreId,
        };
        twin.World.Users.Add(1, employer);
        int assessor = twin.World.Assessors.First().Id;
        var reply = await twin.Onefile(
            HttpMethod.Post,
            $"/User/{learner.Id}",
            new
            {
                DefaultEmployerID = 1,
                DefaultAssessorID = assessor,
                EpisodeName = "First",
                HomeAddress = "1 Low Road",
                StartOn = "2026-09-01",
                PlannedEndDate = "2028-09-01",
            }
        );
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        var json = (await twin.Onefile(HttpMethod.Get, $"/User/{learner.Id}")).Json;
        Assert.Equal(
            (1, assessor, "First", "1 Low Road"),
            (
                json["DefaultEmployerID"]!.GetValue<int>(),
                json["DefaultAssessorID"]!.GetValue<int>(),
                json["EpisodeName"]!.GetValue<string>(),
                json["HomeAddress"]!.GetValue<string>()
            )
        );
        Assert.Equal(
            ("2026-08-31T23:00:00.000Z", "2028-08-31T23:00:00.000Z"),
            (json["StartOn"]!.GetValue<string>(), json["PlannedEndDate"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("{\"PlacementID\":9}", -57)]
    [InlineData("{\"placementID\":\"abc\"}", -57)]
    [InlineData("{\"ClassroomID\":9}", -58)]
    [InlineData("{\"DefaultAssessorID\":9}", null)]
    [InlineData("{\"DefaultEmployerID\":9}", null)]
    [InlineData("{\"FirstName\":\"\"}", null)]
    [InlineData("{\"LastName\":\"  \"}", null)]
    [InlineData("{\"DOB\":\"soon\"}", null)]
    public async Task An_update_that_names_an_unknown_record_or_leaves_a_name_empty_is_refused(string body, int? code)
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = Learner(twin);
        string before = (await twin.Onefile(HttpMethod.Get, $"/User/{learner.Id}")).Text;
        var reply = await twin.Onefile(HttpMethod.Post, $"/User/{learner.Id}", body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        if (code is not null)
            Assert.Equal(code, reply.Json["code"]!.GetValue<int>());
        Assert.Equal(before, (await twin.Onefile(HttpMethod.Get, $"/User/{learner.Id}")).Text);
    }

    [Theory]
    [InlineData("empty", "null", HttpStatusCode.NoContent)]
    [InlineData("never", "null", HttpStatusCode.NoContent)]
    [InlineData("null", "null", HttpStatusCode.BadRequest)]
    [InlineData("never", "\"\"", HttpStatusCode.BadRequest)]
    public async Task A_name_that_is_null_is_refused_where_null_would_clear_it(string clearing, string value, HttpStatusCode expected)
    {
        await using var twin = await TestTwin.StartAsync($"clearing={clearing}");
        var learner = Learner(twin);
        Assert.Equal(expected, (await twin.Onefile(HttpMethod.Post, $"/User/{learner.Id}", $"{{\"FirstName\":{value},\"MISID\":\"7\"}}")).Status);
        Assert.NotEmpty(learner.FirstName);
    }

    [Fact]
    public async Task A_record_that_has_no_forename_is_sent_back_as_it_is()
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = Learner(twin);
        learner.FirstName = "";
        var whole = (await twin.Onefile(HttpMethod.Get, $"/User/{learner.Id}")).Json;
        whole["MISID"] = "0042";
        Assert.Equal(HttpStatusCode.NoContent, (await twin.Onefile(HttpMethod.Post, $"/User/{learner.Id}", whole.ToJsonString())).Status);
        Assert.Equal("0042", learner.MisId);
    }

    [Theory]
    [InlineData("/Placement")]
    [InlineData("/Classroom")]
    public async Task A_placement_or_classroom_keeps_its_name(string entity)
    {
        await using var twin = await TestTwin.StartAsync();
        int id = entity == "/Placement" ? twin.World.Placements.Keys.First() : twin.World.Classrooms.Keys.First();
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.Onefile(HttpMethod.Post, $"{entity}/{id}", new { Name = "" })).Status);
        Assert.NotEmpty((await twin.Onefile(HttpMethod.Get, $"{entity}/{id}")).Json["Name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(1, "Email")]
    [InlineData(1, "DefaultAssessorID")]
    [InlineData(1, "ClassroomID")]
    [InlineData(1, "PlacementID")]
    [InlineData(1, "FirstName")]
    [InlineData(1, "LastName")]
    [InlineData(40, "PlacementID")]
    [InlineData(45, "PlacementID")]
    [InlineData(5, "LastName")]
    [InlineData(4, "FirstName")]
    public async Task Nobody_is_created_without_what_the_role_needs(int role, string missing)
    {
        await using var twin = await TestTwin.StartAsync();
        var whole = WholeUser(twin, role);
        var without = (JsonObject)whole.DeepClone();
        without.Remove(missing);
        var reply = await twin.Onefile(HttpMethod.Post, "/User", without.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(missing, reply.Json["message"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Post, "/User", whole.ToJsonString())).Status);
    }

    [Theory]
    [InlineData("/Placement", "{\"Name\":\"Acme\"}", -11)]
    [InlineData("/Placement", "{\"OrganisationID\":CENTRE,\"Name\":\" \"}", null)]
    [InlineData("/Placement", "{\"OrganisationID\":CENTRE}", null)]
    [InlineData("/Classroom", "{\"OrganisationID\":CENTRE}", null)]
    [InlineData("/Classroom", "[]", -11)]
    public async Task A_placement_or_classroom_is_created_with_a_name_in_a_known_centre(string path, string body, int? code)
    {
        await using var twin = await TestTwin.StartAsync();
        string centre = twin.World.Centres.Keys.Single().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reply = await twin.Onefile(HttpMethod.Post, path, body.Replace("CENTRE", centre));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        if (code is not null)
            Assert.Equal(code, reply.Json["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_learning_aim_is_updated_and_found_again_by_its_completion()
    {
        await using var twin = await TestTwin.StartAsync();
        var aim = twin.World.LearningAims.Values.First();
        var reply = await twin.OnefileForm(
            HttpMethod.Post,
            $"/LearningAim/{aim.Id}",
            "StartDate=2025-01-06&PlannedEnd=2026-07-31&Status=3&RegistrationNumber=R%2F1&RegistrationDate=2025-02-01"
                + "&CertificateAppliedDate=2026-07-01&AchievedDate=2026-06-30"
        );
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        var json = (await twin.Onefile(HttpMethod.Get, $"/LearningAim/{aim.Id}")).Json;
        Assert.Equal(
            (3, "R/1", "2026-06-29T23:00:00.000Z"),
            (json["Status"]!.GetValue<int>(), json["RegistrationNumber"]!.GetValue<string>(), json["AchievedDate"]!.GetValue<string>())
        );
        Assert.Equal(aim.Id, (await twin.AllRows("LearningAim", new { LearningAimCompletionStatus = 1 }, 50)).Single()["ID"]!.GetValue<int>());
        Assert.Equal(twin.World.LearningAims.Count - 1, (await twin.AllRows("LearningAim", new { LearningAimCompletionStatus = 0 }, 50)).Count);
    }

    [Theory]
    [InlineData("2026-06-30", "2026-06-30", 1)]
    [InlineData("2026-06-01T00:00:00.000Z", "2026-07-31", 1)]
    [InlineData("2026-07-01", "2026-07-31", 0)]
    [InlineData("2026-06-01", "2026-06-29", 0)]
    [InlineData("2026-06-30", "", 1)]
    [InlineData("", "2026-06-29", 0)]
    public async Task Learning_aims_are_found_by_the_time_of_their_achievement(string from, string to, int found)
    {
        await using var twin = await TestTwin.StartAsync();
        twin.World.LearningAims.Values.First().AchievedDate = new System.DateOnly(2026, 6, 30);
        Assert.Equal(
            found,
            (
                await twin.AllRows(
                    "LearningAim",
                    new
                    {
                        LearningAimCompletionStatus = 1,
                        DateFrom = from,
                        DateTo = to,
                    },
                    50
                )
            ).Count
        );
    }

    [Theory]
    [InlineData("{\"Status\":\"Completed\"}", "Status")]
    [InlineData("{\"AchievedDate\":\"soon\"}", "AchievedDate")]
    [InlineData("{\"StartDate\":\"31/31/2026\"}", "StartDate")]
    public async Task A_learning_aims_value_that_cannot_be_read_is_refused(string body, string field)
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await twin.Onefile(HttpMethod.Post, $"/LearningAim/{twin.World.LearningAims.Keys.First()}", body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(field, reply.Json["message"]!.GetValue<string>());
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await twin.Onefile(HttpMethod.Post, "/LearningAim/Search/1/10", new { LearningAimCompletionStatus = "achieved" })).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await twin.Onefile(HttpMethod.Post, "/LearningAim/1", new { Status = 1 })).Status);
    }

    [Fact]
    public async Task A_session_is_long_base64_that_nobody_takes_for_a_number()
    {
        await using var twin = await TestTwin.StartAsync();
        for (int time = 0; time < 20; time++)
        {
            string session = (await twin.Authenticate(twin.Twin.Credentials.CustomerToken)).Text;
            Assert.InRange(session.Length, 200, 500);
            Assert.True(session.Contains('/') && session.Contains('+') && session.EndsWith('=') && char.IsLetter(session[0]), session);
            Assert.NotEmpty(System.Convert.FromBase64String(session));
            twin.Session = session;
            Assert.Equal(HttpStatusCode.OK, (await twin.Onefile(HttpMethod.Get, "/Customer")).Status);
        }
    }

    [Theory]
    [InlineData("plain", "Unauthorized", "text/plain")]
    [InlineData("empty", "", "")]
    [InlineData("json", "{", "application/json")]
    [InlineData("html", "<", "text/html")]
    public async Task The_bodies_of_errors_have_the_form_that_the_switch_says(string form, string start, string type)
    {
        await using var twin = await TestTwin.StartAsync($"error-bodies={form}");
        var missing = await twin.Onefile(HttpMethod.Get, "/User/1");
        twin.Session = "none";
        var refused = await twin.Onefile(HttpMethod.Get, "/Customer");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (missing.Status, refused.Status));
        Assert.StartsWith(start, refused.Text, System.StringComparison.Ordinal);
        Assert.Equal(type, refused.ContentType);
        Assert.Equal(form is "json" or "html", missing.Text.Length > 0);
    }

    private static OnefileUser Learner(TestTwin twin) => twin.World.Users.Values.First(user => user.Role == OnefileRole.Learner);

    private static JsonObject WholeUser(TestTwin twin, int role) =>
        new()
        {
            ["OrganisationID"] = twin.World.Centres.Keys.Single(),
            ["FirstName"] = "Ann",
            ["LastName"] = "Lee",
            ["Email"] = "ann.lee@example.org",
            ["Role"] = role,
            ["DefaultAssessorID"] = twin.World.Assessors.First().Id,
            ["ClassroomID"] = twin.World.Classrooms.Keys.First(),
            ["PlacementID"] = twin.World.Placements.Keys.First(),
        };
}
