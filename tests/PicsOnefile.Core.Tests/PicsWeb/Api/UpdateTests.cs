using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Api;

public class UpdateTests
{
    private const string Route = "/api/v1/officers/7";

    private const string Whole = """
        {"id":7,"Ident":"0007","additionalId":null,"note":"£ \" \\ / é 😀","rate":12.50,"precise":0.1234567890123456789,
        "large":12345678901234567890123,"negative":-7,
        "born":"1980-01-02T03:04:05.6780000+01:00","odd":"2020-02-30","flag":false,"empty":"","nothing":null,
        "tags":[1,"two",{"three":[]}],"nested":{"a.b":1,"deeper":{"x":[true]}},"rowVersion":"AAAB"}
        """;

    [Fact]
    public async Task A_whole_record_update_sends_back_everything_else_unchanged()
    {
        var web = new FakePicsWeb().On($"GET {Route}", Whole).On($"PUT {Route}", _ => new Reply(204));
        var api = web.Api();

        await api.WriteAsync((await api.ReadAsync(RecordKind.Officer, "7", web.Run))!, "AdditionalId", "4711", web.Run);

        var sent = web.CallsTo($"PUT {Route}").Single().Body;
        Assert.Equal(Compact(Whole).Replace("\"additionalId\":null", "\"additionalId\":\"4711\""), sent);
    }

    [Fact]
    public async Task A_record_with_an_ETag_goes_back_with_If_Match()
    {
        var web = new FakePicsWeb().On($"GET {Route}", _ => Reply.Json(Whole, "\"v5\"")).On($"PUT {Route}", _ => new Reply(200));
        var api = web.Api();
        var record = (await api.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        await api.WriteAsync(record, "AdditionalId", "4711", web.Run);

        Assert.Equal("\"v5\"", record.Version);
        Assert.Equal("\"v5\"", web.CallsTo($"PUT {Route}").Single().IfMatch);
    }

    [Fact]
    public async Task Without_an_ETag_the_row_version_is_the_record_s_version()
    {
        var web = new FakePicsWeb().On($"GET {Route}", Whole);

        Assert.Equal("AAAB", (await web.Api().ReadAsync(RecordKind.Officer, "7", web.Run))!.Version);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    public async Task A_record_that_somebody_saved_meanwhile_is_told(int status)
    {
        var web = new FakePicsWeb().On($"GET {Route}", Whole).On($"PUT {Route}", _ => new Reply(status));
        var api = web.Api();
        var record = (await api.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => api.WriteAsync(record, "AdditionalId", "1", web.Run));

        Assert.Same(ErrorKinds.PicsWebChangedMeanwhile, exception.Kind);
    }

    // Sent back with one field changed, an error in place of the record would blank everything that the record holds.
    [Theory]
    [InlineData("""{"code":-1,"message":"An error has occurred."}""", "PicsWebRefused")]
    [InlineData("""{"title":"Server error","status":500}""", "PicsWebRefused")]
    [InlineData("<html>We'll be back soon</html>", "AnswerUnreadable")]
    [InlineData("""{"note":"something else"}""", "AnswerUnreadable")]
    [InlineData("""{"id":8,"ident":"0008"}""", "AnswerUnreadable")]
    public async Task What_comes_in_place_of_the_record_under_a_status_of_success_is_no_record(string body, string failure)
    {
        var web = new FakePicsWeb().On($"GET {Route}", body);

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().ReadAsync(RecordKind.Officer, "7", web.Run));

        Assert.Equal(failure, exception.Kind.Id);
    }

    [Fact]
    public async Task A_gateways_page_is_no_answer_to_a_write()
    {
        var web = new FakePicsWeb().On($"GET {Route}", Whole).On($"PUT {Route}", _ => new Reply(200, "<html>We'll be back soon</html>"));
        var api = web.Api();
        var record = (await api.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => api.WriteAsync(record, "AdditionalId", "1", web.Run));

        Assert.Same(ErrorKinds.AnswerUnreadable, exception.Kind);
    }

    [Fact]
    public async Task A_refusal_comes_with_PICSWebs_own_words()
    {
        var web = new FakePicsWeb()
            .On($"GET {Route}", Whole)
            .On($"PUT {Route}", _ => new Reply(400, """{ "title": "One or more errors", "errors": { "additionalId": ["Must be a number."] } }"""));
        var api = web.Api();
        var record = (await api.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => api.WriteAsync(record, "AdditionalId", "x", web.Run));

        Assert.Same(ErrorKinds.PicsWebRefused, exception.Kind);
        Assert.Contains("One or more errors Must be a number.", exception.Message);
    }

    [Fact]
    public async Task A_map_with_body_changed_sends_the_changed_field_alone()
    {
        var web = new FakePicsWeb().On($"PATCH {Route}", _ => new Reply(204));
        var api = web.Api("""{ "operations": { "officers.update": { "method": "PATCH", "body": "changed", "fields": { "additionalId": "other.id" } } } }""");

        await api.WriteAsync(new RemoteRecord(RecordKind.Officer, "7", new Dictionary<string, string?>(), null, null), "AdditionalId", "4711", web.Run);

        Assert.True(api.TakesPartialUpdates(RecordKind.Officer));
        Assert.Equal("""{"other":{"id":"4711"}}""", web.CallsTo($"PATCH {Route}").Single().Body);
    }

    [Theory]
    [InlineData("1", "{}", "4711")]
    [InlineData("null", """{ "numbers": ["additionalId"] }""", "4711")]
    [InlineData("null", "{}", "\"4711\"")]
    [InlineData("\"1\"", "{}", "\"4711\"")]
    public async Task An_ID_that_the_tenant_keeps_as_a_number_goes_back_as_one(string now, string update, string expected)
    {
        var web = new FakePicsWeb().On($"GET {Route}", $$"""{ "id": 7, "additionalId": {{now}} }""").On($"PUT {Route}", _ => new Reply(204));
        var api = web.Api($$"""{ "operations": { "officers.update": {{update}} } }""");

        await api.WriteAsync((await api.ReadAsync(RecordKind.Officer, "7", web.Run))!, "AdditionalId", "4711", web.Run);

        Assert.Equal($$"""{"id":7,"additionalId":{{expected}}}""", web.CallsTo($"PUT {Route}").Single().Body);
    }

    [Theory]
    [InlineData("{}", "null")]
    [InlineData("""{ "clear": "empty" }""", "\"\"")]
    public async Task A_value_is_cleared_the_way_the_map_says(string update, string expected)
    {
        var web = new FakePicsWeb().On($"GET {Route}", """{ "id": 7, "additionalId": "4711" }""").On($"PUT {Route}", _ => new Reply(204));
        var api = web.Api($$"""{ "operations": { "officers.update": {{update}} } }""");

        await api.WriteAsync((await api.ReadAsync(RecordKind.Officer, "7", web.Run))!, "AdditionalId", null, web.Run);

        Assert.Equal($$"""{"id":7,"additionalId":{{expected}}}""", web.CallsTo($"PUT {Route}").Single().Body);
    }

    [Fact]
    public async Task Every_field_can_be_compared_but_those_that_PICSWeb_changes_by_itself()
    {
        var web = new FakePicsWeb().On(
            $"GET {Route}",
            """
            { "id": 7, "otherId": 4711, "name": { "last": "Pugh" }, "tags": ["x", null], "rowVersion": "A", "audit": { "by": "me" }, "lastModified": "now" }
            """
        );
        const string map = """{ "operations": { "officers.get": { "volatile": ["audit", "lastmodified"], "fields": { "additionalId": "OTHERID" } } } }""";

        var record = (await web.Api(map).ReadAsync(RecordKind.Officer, "7", web.Run))!;

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["id"] = "7",
                ["AdditionalId"] = "4711",
                ["name.last"] = "Pugh",
                ["tags[0]"] = "x",
                ["tags[1]"] = null,
            },
            record.Fields
        );
    }

    [Fact]
    public async Task A_field_that_PICSWeb_leaves_out_while_it_is_empty_reads_as_empty()
    {
        var web = new FakePicsWeb().On($"GET {Route}", """{ "id": 7 }""");

        Assert.Null((await web.Api().ReadAsync(RecordKind.Officer, "7", web.Run))!.Fields["AdditionalId"]);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("")]
    [InlineData("..")]
    public async Task A_record_that_is_not_there_reads_as_null(string id)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", "[]").On("GET /api/v1/", "{}").On($"GET {Route}", Whole);

        Assert.Null(await web.Api().ReadAsync(RecordKind.Officer, id, web.Run));
    }

    [Fact]
    public async Task A_key_with_special_characters_stays_one_part_of_the_path()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers/a%2Fb%3Fc", """{ "id": "a/b?c" }""");

        Assert.NotNull(await web.Api().ReadAsync(RecordKind.Officer, "a/b?c", web.Run));
    }

    [Fact]
    public async Task A_record_inside_an_envelope_is_read_and_sent_back_by_itself()
    {
        var web = new FakePicsWeb().On($"GET {Route}", """{ "data": { "id": 7, "x": 1 } }""").On($"PUT {Route}", _ => new Reply(204));
        var api = web.Api("""{ "operations": { "officers.get": { "items": "data" } } }""");
        var record = (await api.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        await api.WriteAsync(record, "AdditionalId", "5", web.Run);

        Assert.Equal("1", record.Fields["x"]);
        Assert.Equal("""{"id":7,"x":1,"additionalId":"5"}""", web.CallsTo($"PUT {Route}").Single().Body);
    }

    private static string Compact(string json)
    {
        // Only the line breaks go: every character of every value must come back.
        Assert.NotNull(JsonConvert.DeserializeObject<JObject>(json));
        return json.ReplaceLineEndings("");
    }
}
