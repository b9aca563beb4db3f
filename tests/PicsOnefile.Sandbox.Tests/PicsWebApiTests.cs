using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class PicsWebApiTests
{
    [Theory]
    [InlineData("token")]
    [InlineData("accesstoken")]
    [InlineData("quoted")]
    [InlineData("plain")]
    public async Task The_API_user_gets_a_bearer_token_in_each_form(string form)
    {
        await using var twin = await TestTwin.StartAsync($"authentication-answer={form}");
        var credentials = twin.Twin.Credentials;
        var reply = await twin.PicsWeb(HttpMethod.Post, "/api/v1/Authentication", new { username = credentials.ApiUser, password = credentials.ApiPassword });
        twin.Bearer = form switch
        {
            "token" => reply.Json["token"]!.GetValue<string>(),
            "accesstoken" => reply.Json["accessToken"]!.GetValue<string>(),
            "quoted" => reply.Json.GetValue<string>(),
            _ => reply.Text,
        };
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers")).Status);
    }

    [Fact]
    public async Task A_wrong_password_and_an_old_token_are_401()
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await twin.PicsWeb(HttpMethod.Post, "/api/v1/Authentication", new { username = twin.Twin.Credentials.ApiUser, password = "no" })).Status
        );
        twin.Twin.Clock.Advance(TimeSpan.FromHours(24));
        var reply = await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers");
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (reply.Status, reply.Header("WWW-Authenticate")));
    }

    [Fact]
    public async Task A_list_is_paged_and_says_how_many_there_are()
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers?pageNumber=2&pageSize=8")).Json;
        Assert.Equal((2, twin.World.Officers.Count), (reply["pageNumber"]!.GetValue<int>(), reply["totalRecordCount"]!.GetValue<int>()));
        Assert.Equal(twin.World.Officers.Keys.Skip(8).Take(8), reply["results"]!.AsArray().Select(row => row!["id"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("officers", "id,ident,firstName,surname,email,telephone,mobile,mainOrganisation,status,additionalId")]
    [InlineData("organisations", "id,ident,name,address1,address2,address3,address4,address5,postcode,telephone,email,website,edrs,status,additionalId")]
    [InlineData("qualifications", "id,vqReference,title,level,status,hasUnits,standardCode")]
    [InlineData("learners", "id,ident,firstName,surname,dateOfBirth,uln,status,oneFileId,oneFileOrganisation,mainOfficer,officers,organisation,qualifications")]
    public async Task Rows_have_the_fields_of_the_default_API_map(string list, string fields)
    {
        await using var twin = await TestTwin.StartAsync();
        var row = (await twin.PicsWeb(HttpMethod.Get, $"/api/v1/{list}?pageSize=1")).Json["results"]![0]!.AsObject();
        Assert.Equal(fields.Split(','), row.Select(property => property.Key));
    }

    [Fact]
    public async Task A_learners_officers_are_Idents_and_its_qualifications_VQ_References()
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = twin.World.Learners.Values.First(learner => learner.Qualifications.Count > 0);
        var rows = (await twin.PicsWeb(HttpMethod.Get, "/api/v1/learners?pageSize=500")).Json["results"]!.AsArray();
        var row = rows.Single(row => row!["ident"]!.GetValue<string>() == learner.Ident)!;
        Assert.Equal(learner.Officers, row["officers"]!.AsArray().Select(ident => ident!.GetValue<string>()));
        Assert.Equal(
            learner.Qualifications.Select(id => twin.World.Qualifications[id].VqReference),
            row["qualifications"]!.AsArray().Select(reference => reference!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("blank", "")]
    [InlineData("keep", "Old")]
    public async Task A_PUT_that_names_one_field_blanks_or_keeps_the_rest(string mode, string surname)
    {
        await using var twin = await TestTwin.StartAsync($"partial-put={mode}");
        var officer = twin.World.Officers.Values.First();
        officer.Surname = "Old";
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Put, $"/api/v1/officers/{officer.Id}", new { additionalId = "5" })).Status);
        Assert.Equal(("5", surname), (officer.AdditionalId, officer.Surname));
    }

    [Fact]
    public async Task A_record_that_is_sent_back_whole_stays_as_it_was_but_for_the_change()
    {
        await using var twin = await TestTwin.StartAsync();
        int id = twin.World.Organisations.Keys.First();
        var before = (await twin.PicsWeb(HttpMethod.Get, $"/api/v1/organisations/{id}")).Json;
        before["additionalId"] = "52010";
        var after = (await twin.PicsWeb(HttpMethod.Put, $"/api/v1/organisations/{id}", before.ToJsonString())).Json;
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task A_write_that_crossed_another_is_412_by_ETag()
    {
        await using var twin = await TestTwin.StartAsync("concurrency=etag");
        string path = $"/api/v1/officers/{twin.World.Officers.Keys.First()}";
        var read = await twin.PicsWeb(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Put, path, read.Text, read.Header("ETag"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await twin.PicsWeb(HttpMethod.Put, path, read.Text, read.Header("ETag"))).Status);
    }

    [Fact]
    public async Task A_write_that_crossed_another_is_409_by_row_version()
    {
        await using var twin = await TestTwin.StartAsync("concurrency=rowversion");
        string path = $"/api/v1/qualifications/{twin.World.Qualifications.Keys.First()}";
        var read = await twin.PicsWeb(HttpMethod.Get, path);
        Assert.Null(read.Header("ETag"));
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Put, path, read.Text)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await twin.PicsWeb(HttpMethod.Put, path, read.Text)).Status);
    }

    [Fact]
    public async Task A_tenant_without_a_concurrency_token_takes_every_write()
    {
        await using var twin = await TestTwin.StartAsync("concurrency=none");
        string path = $"/api/v1/officers/{twin.World.Officers.Keys.First()}";
        var read = await twin.PicsWeb(HttpMethod.Get, path);
        Assert.Null(read.Header("ETag"));
        Assert.Null(read.Json["rowVersion"]);
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Put, path, read.Text, "\"old\"")).Status);
    }

    [Fact]
    public async Task The_customer_token_is_written_never_read_and_kept_when_it_is_left_out()
    {
        await using var twin = await TestTwin.StartAsync();
        string token = twin.Twin.Credentials.CustomerToken;
        var set = await twin.PicsWeb(HttpMethod.Put, "/api/v1/integrations/onefile", new { customerToken = token, environment = "Live" });
        Assert.Equal(OnefileConnection.Successful, set.Json["connectionTest"]!.GetValue<string>());
        var read = await twin.PicsWeb(HttpMethod.Get, "/api/v1/integrations/onefile");
        Assert.DoesNotContain(token, read.Text);
        Assert.Null(read.Json["customerToken"]);
        await twin.PicsWeb(HttpMethod.Put, "/api/v1/integrations/onefile", read.Text);
        Assert.True(twin.Twin.Connection.IsGood);
    }

    [Fact]
    public async Task The_connection_test_fails_with_the_token_of_another_environment()
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await twin.PicsWeb(
            HttpMethod.Put,
            "/api/v1/integrations/onefile",
            new { customerToken = twin.Twin.Credentials.CustomerTokens["Practice"], environment = "Live" }
        );
        Assert.Equal(OnefileConnection.Failed, reply.Json["connectionTest"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.PicsWeb(HttpMethod.Post, "/api/v1/integrations/onefile/refresh-qualification-links")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await twin.PicsWeb(HttpMethod.Put, "/api/v1/integrations/onefile", new { environment = "Test" })).Status);
    }

    [Theory]
    [InlineData("blank")]
    [InlineData("keep")]
    public async Task A_learners_OneFile_ID_is_written_and_nothing_else_of_the_learner(string mode)
    {
        await using var twin = await TestTwin.StartAsync($"partial-put={mode}", "concurrency=rowversion");
        var learner = twin.World.Learners.Values.First(learner => learner.Qualifications.Count > 0);
        var row = (await twin.PicsWeb(HttpMethod.Get, "/api/v1/learners?pageSize=500")).Json["results"]!
            .AsArray()
            .Single(row => row!["id"]!.GetValue<int>() == learner.Id)!;
        row["oneFileId"] = "410099";
        row["surname"] = "Changed";
        var reply = await twin.PicsWeb(HttpMethod.Put, $"/api/v1/learners/{learner.Id}", row.ToJsonString());
        Assert.Equal((HttpStatusCode.OK, "410099"), (reply.Status, learner.OneFileId));
        Assert.NotEqual("Changed", learner.Surname);
        Assert.Equal(row["qualifications"]!.ToJsonString(), reply.Json["qualifications"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.Conflict, (await twin.PicsWeb(HttpMethod.Put, $"/api/v1/learners/{learner.Id}", row.ToJsonString())).Status);
        Assert.Equal("oneFileId", twin.Twin.Writes.Writes.Single().Field);
    }

    [Theory]
    [InlineData("/integrations/onefile", "{\"integrationEnabled\":\"perhaps\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("/integrations/onefile", "integrationEnabled", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("/integrations/onefile", "<a/>", "text/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/integrations/onefile", "{\"environment\":\"\\ud800\"}", "application/json", HttpStatusCode.BadRequest)]
    public async Task A_PUT_that_cannot_be_read_changes_nothing(string path, string body, string type, HttpStatusCode expected)
    {
        await using var twin = await TestTwin.StartAsync();
        string before = (await twin.PicsWeb(HttpMethod.Get, "/api/v1" + path)).Text;
        var reply = await twin.RawPicsWeb(HttpMethod.Put, "/api/v1" + path, body, type);
        Assert.Equal((expected, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Equal(before, (await twin.PicsWeb(HttpMethod.Get, "/api/v1" + path)).Text);
    }

    [Fact]
    public async Task A_created_qualification_is_in_the_list()
    {
        await using var twin = await TestTwin.StartAsync();
        var made = await twin.PicsWeb(
            HttpMethod.Post,
            "/api/v1/qualifications",
            new
            {
                vqReference = "196GW",
                title = "Gateway",
                level = "3",
                status = "Live",
            }
        );
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("196GW", (await twin.PicsWeb(HttpMethod.Get, $"/api/v1/qualifications/{made.Json["id"]}")).Json["vqReference"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_operation_that_is_left_out_is_neither_served_nor_in_the_OpenAPI_document()
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { Without = ["officers.update", "learners.list"] });
        Assert.Contains(
            (await twin.PicsWeb(HttpMethod.Put, "/api/v1/officers/1001", new { })).Status,
            new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await twin.PicsWeb(HttpMethod.Get, "/api/v1/learners")).Status);
        var paths = (await twin.PicsWeb(HttpMethod.Get, "/app/api/swagger/v1/swagger.json")).Json["paths"]!;
        Assert.NotNull(paths["/api/v1/officers/{id}"]!["get"]);
        Assert.Null(paths["/api/v1/officers/{id}"]!["put"]);
        Assert.Null(paths["/api/v1/learners"]);
    }

    [Theory]
    [InlineData("present", true, HttpStatusCode.OK)]
    [InlineData("present", false, HttpStatusCode.Unauthorized)]
    [InlineData("open", false, HttpStatusCode.OK)]
    [InlineData("absent", true, HttpStatusCode.NotFound)]
    public async Task The_OpenAPI_document_is_there_for_whom_the_switch_says(string mode, bool signedIn, HttpStatusCode expected)
    {
        await using var twin = await TestTwin.StartAsync($"openapi={mode}");
        if (!signedIn)
            twin.Bearer = "none";
        Assert.Equal(expected, (await twin.PicsWeb(HttpMethod.Get, "/app/api/swagger/v1/swagger.json")).Status);
    }

    [Fact]
    public async Task The_prefix_of_the_API_is_a_switch()
    {
        await using var twin = await TestTwin.StartAsync("picsweb-prefix=/app/api/v1");
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Get, "/app/api/v1/officers")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers")).Status);
    }

    [Fact]
    public async Task A_tenant_without_the_API_answers_404_to_everything()
    {
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { PicsWebApi = false });
        Assert.Equal(HttpStatusCode.NotFound, (await twin.PicsWeb(HttpMethod.Post, "/api/v1/Authentication", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await twin.PicsWeb(HttpMethod.Get, "/app/api/swagger/v1/swagger.json")).Status);
    }

    [Fact]
    public async Task An_operation_that_does_not_exist_cannot_be_left_out()
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => TestTwin.StartAsync(TestTwin.Small with { Without = ["officers.delete"] }));
        Assert.Contains("officers.update", error.Message);
    }
}
