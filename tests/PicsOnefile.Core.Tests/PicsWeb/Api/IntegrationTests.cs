using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Api;

public class IntegrationTests
{
    private const string Settings = "/api/v1/integrations/onefile";

    private const string Now = """
        {"integrationEnabled":false,"environment":"Practice","lastSynchronised":"2024-05-06T07:08:09Z","connectionTest":"OK",
        "updateLearnerDemographicsMode":"PICS to OneFile",
        "uploadReviews":true,"downloadReviews":false,"visitType":"Face to Face","classroomFromMainTag":true,"somethingElse":{"kept":1.0}}
        """;

    [Fact]
    public async Task The_settings_and_the_status_are_read()
    {
        var web = new FakePicsWeb().On($"GET {Settings}", Now);

        var settings = await web.Api().GetIntegrationAsync(web.Run);

        Assert.Equal(
            new IntegrationSettings
            {
                IntegrationEnabled = false,
                Environment = OnefileEnvironment.Practice,
                LastSynchronised = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
                ConnectionTest = "OK",
                UpdateLearnerDemographicsMode = "PICS to OneFile",
                UploadReviews = true,
                DownloadReviews = false,
                VisitType = "Face to Face",
                ClassroomFromMainTag = true,
            },
            settings
        );
    }

    [Fact]
    public async Task An_update_sets_what_is_named_and_sends_the_rest_back()
    {
        var web = new FakePicsWeb().On($"GET {Settings}", _ => Reply.Json(Now, "W/\"3\"")).On($"PUT {Settings}", _ => new Reply(204));

        using var token = new NetworkCredential("", "made-up-token").SecurePassword;
        var changes = new Dictionary<string, object?>
        {
            ["IntegrationEnabled"] = true,
            ["Environment"] = OnefileEnvironment.Live,
            ["CustomerToken"] = token,
        };
        await web.Api().UpdateIntegrationAsync(changes, web.Run);

        var put = web.CallsTo($"PUT {Settings}").Single();
        var expected = Now.ReplaceLineEndings("").Replace("\"integrationEnabled\":false", "\"integrationEnabled\":true").Replace("Practice", "Live");
        Assert.Equal(expected[..^1] + ",\"customerToken\":\"made-up-token\"}", put.Body);
        Assert.Equal("W/\"3\"", put.IfMatch);
    }

    [Fact]
    public async Task The_customer_token_is_never_told()
    {
        var web = new FakePicsWeb()
            .On($"GET {Settings}", Now)
            .On($"PUT {Settings}", call => new Reply(400, $$"""{ "message": "no: {{call.Json["customerToken"]}}" }"""));

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            web.Api().UpdateIntegrationAsync(new Dictionary<string, object?> { ["customerToken"] = "made-up-token" }, web.Run)
        );

        Assert.Contains("no: ***", exception.Message);
        Assert.DoesNotContain("made-up-token", exception + web.Log.Everything);
    }

    [Fact]
    public async Task A_token_that_PICSWeb_shows_all_the_same_is_not_kept_among_the_fields()
    {
        var web = new FakePicsWeb().On($"GET {Settings}", """{ "integrationEnabled": true, "customerToken": "made-up-token", "connectionTest": "OK" }""");

        var record = await web.Api().ReadAsync(RecordKind.Integration, "onefile", web.Run);

        Assert.Equal("true", record!.Fields["IntegrationEnabled"]);
        Assert.DoesNotContain("made-up-token", record.Fields.Values);
        Assert.DoesNotContain("connectionTest", record.Fields.Keys);
    }

    [Fact]
    public async Task A_setting_that_the_map_does_not_have_is_named_and_nothing_is_sent()
    {
        var web = new FakePicsWeb().On($"GET {Settings}", Now).On($"PUT {Settings}", _ => new Reply(204));

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            web.Api("""{ "operations": { "integration.update": { "fields": { "visitType": null } } } }""")
                .UpdateIntegrationAsync(new Dictionary<string, object?> { ["VisitType"] = "Remote Session" }, web.Run)
        );

        Assert.Same(ErrorKinds.ApiMapInvalid, exception.Kind);
        Assert.Contains("'VisitType'", exception.Message);
        Assert.Empty(web.CallsTo($"PUT {Settings}"));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(202, "")]
    [InlineData(204, "")]
    [InlineData(200, "done")]
    public async Task Refreshing_the_qualification_links_takes_any_success(int status, string body)
    {
        var web = new FakePicsWeb().On($"POST {Settings}/refresh-qualification-links", _ => new Reply(status, body));

        await web.Api().RefreshQualificationLinksAsync(web.Run);

        Assert.Single(web.CallsTo($"POST {Settings}/refresh-qualification-links"));
    }

    [Theory]
    [InlineData("""{ "id": 9, "title": "Business Administrator", "vqReference": "196AS" }""")]
    [InlineData("""{ "id": 9 }""")]
    [InlineData("9")]
    [InlineData("\"9\"")]
    [InlineData("")]
    public async Task A_new_qualification_is_answered_as_PICSWeb_keeps_it(string answer)
    {
        const string kept = """{ "id": 9, "title": "Business Administrator", "vqReference": "196AS" }""";
        var web = new FakePicsWeb()
            .On("POST /api/v1/qualifications", _ => new Reply(201, answer))
            .On("GET /api/v1/qualifications/9", kept)
            .On("GET /api/v1/qualifications", $"[{kept}]");

        var created = await web.Api().CreateQualificationAsync(new Qualification { Title = "Business Administrator", VqReference = "196AS" }, web.Run);

        Assert.Equal("9", created.QualificationId);
        Assert.Equal("196AS", created.VqReference);
        Assert.Equal("""{"vqReference":"196AS","title":"Business Administrator","status":"Live"}""", web.CallsTo("POST /api/v1/qualifications").Single().Body);
    }

    [Fact]
    public async Task A_qualification_that_PICSWeb_swallowed_is_told()
    {
        var web = new FakePicsWeb().On("POST /api/v1/qualifications", _ => new Reply(204)).On("GET /api/v1/qualifications", "[]");

        var qualification = new Qualification { Title = "A", VqReference = "1AS" };

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().CreateQualificationAsync(qualification, web.Run));

        Assert.Same(ErrorKinds.NotWritten, exception.Kind);
    }
}
