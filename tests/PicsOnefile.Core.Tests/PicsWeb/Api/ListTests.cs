using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Api;

public class ListTests
{
    [Fact]
    public async Task An_officer_comes_with_every_field()
    {
        var web = new FakePicsWeb().On(
            "GET /api/v1/officers",
            """
            { "PageNumber": 1, "TotalRecordCount": 1, "Results": [
              { "Id": 17, "Ident": "0012", "FirstName": "Ann", "Surname": "O'Hara", "Email": "ann@example.com",
                "Telephone": "01234 567890", "Mobile": "", "Status": "Live", "AdditionalId": 4711 } ] }
            """
        );

        var officer = Assert.Single(await web.Api().GetOfficersAsync(web.Run));

        Assert.Equal(
            new Officer
            {
                OfficerId = "17",
                OfficerIdent = "0012",
                FirstName = "Ann",
                Surname = "O'Hara",
                Email = "ann@example.com",
                Telephone = "01234 567890",
                Status = "Live",
                AdditionalId = "4711",
            },
            officer
        );
        Assert.Empty(web.Log.Warnings);
    }

    [Fact]
    public async Task An_organisations_address_lines_become_one_text()
    {
        var web = new FakePicsWeb().On(
            "GET /api/v1/organisations",
            """
            [{ "id": "o1", "ident": "ORG1", "name": "Made Up Ltd",
               "address1": "Unit 1", "address2": "", "address3": "2 High Street,", "address5": "Leeds", "postcode": "LS1 1AA",
               "edrs": "100000001", "additionalId": null }]
            """
        );

        var organisation = Assert.Single(await web.Api().GetOrganisationsAsync(web.Run));

        Assert.Equal("Unit 1, 2 High Street, Leeds", organisation.Address);
        Assert.Equal("100000001", organisation.Edrs);
        Assert.Null(organisation.AdditionalId);
    }

    [Fact]
    public async Task A_qualification_says_whether_it_has_units_or_that_it_is_not_known()
    {
        var web = new FakePicsWeb().On(
            "GET /api/v1/qualifications",
            """
            [{ "id": 1, "title": "A", "vqReference": "196AS", "hasUnits": true, "standardCode": 196 },
             { "id": 2, "title": "B", "vqReference": "", "hasUnits": 0 }, { "id": 3, "title": "C" }]
            """
        );

        var qualifications = await web.Api().GetQualificationsAsync(web.Run);

        Assert.Equal([true, false, null], qualifications.Select(qualification => qualification.HasUnits));
        Assert.Equal("196", qualifications[0].StandardCode);
        Assert.Null(qualifications[1].VqReference);
    }

    [Theory]
    [InlineData("\"2006-07-14\"", 14)]
    [InlineData("\"2006-07-14T00:00:00\"", 14)]
    [InlineData("\"2006-07-13T23:00:00Z\"", 14)]
    [InlineData("\"2006-07-14T00:00:00+01:00\"", 14)]
    [InlineData("\"2006-07-14T23:30:00Z\"", 14)]
    [InlineData("\"2006-07-13T23:00:00.000Z\"", 14)]
    public async Task A_date_of_birth_keeps_its_day(string written, int day)
    {
        var web = new FakePicsWeb().On("GET /api/v1/learners", $$"""[{ "id": 1, "ident": "L1", "dateOfBirth": {{written}} }]""");

        Assert.Equal(new DateTime(2006, 7, day), Assert.Single(await web.Api().GetLearnersAsync(web.Run)).DateOfBirth);
    }

    [Fact]
    public async Task A_learners_centre_is_read_and_a_qualification_without_a_reference_keeps_its_place()
    {
        var web = new FakePicsWeb().On(
            "GET /api/v1/learners",
            """
            [{ "id": 1, "ident": "L1", "oneFileOrganisation": 3101, "qualifications": ["196AS", "", null] },
             { "id": 2, "ident": "L2", "qualifications": [] }]
            """
        );

        var learners = await web.Api().GetLearnersAsync(web.Run);

        Assert.Equal(("3101", "196AS,,"), (learners[0].OnefileOrganisation, learners[0].VqReferences));
        Assert.Null(learners[1].VqReferences);
    }

    [Fact]
    public async Task A_learners_officers_and_qualifications_are_read_from_arrays_of_texts_and_of_objects()
    {
        const string map = """{ "operations": { "learners.list": { "fields": { "qualifications": "aims.reference" } } } }""";
        var web = new FakePicsWeb().On(
            "GET /api/v1/learners",
            """
            [{ "id": 1, "ident": "L1", "officers": ["A", "B"], "aims": [{ "reference": "196AS" }, { "reference": "196EP" }], "organisation": "ORG1" }]
            """
        );

        var learner = Assert.Single(await web.Api(map).GetLearnersAsync(web.Run));

        Assert.Equal("A,B", learner.Officers);
        Assert.Equal("196AS,196EP", learner.VqReferences);
        Assert.Equal("ORG1", learner.OrganisationIdent);
        Assert.Null(learner.OnefileOrganisation);
    }

    [Fact]
    public async Task A_list_is_read_to_its_total_although_the_server_caps_the_page_size()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", call => Reply.Json(Page(call.Page, size: 3, total: 8)));

        Assert.Equal(8, (await web.Api().GetOfficersAsync(web.Run)).Count);
        Assert.Equal(
            ["?pageNumber=1&pageSize=100", "?pageNumber=2&pageSize=100", "?pageNumber=3&pageSize=100"],
            web.CallsTo("GET /api/v1/officers").Select(call => call.Query)
        );
    }

    [Theory]
    [InlineData("""{ "results": [], "totalRecordCount": 12 }""", 0, 12)]
    [InlineData("""{ "results": null, "totalRecordCount": 12 }""", 0, 12)]
    [InlineData("""{ "results": [], "totalRecordCount": "12" }""", 0, 12)]
    [InlineData("""{ "results": [], "totalRecordCount": 12.0 }""", 0, 12)]
    [InlineData("""{ "results": [], "totalRecordCount": "12.0" }""", 0, 12)]
    [InlineData("""{ "results": [], "totalRecordCount": " 12 " }""", 0, 12)]
    [InlineData("""{ "results": [], "totalRecordCount": 1.2E1 }""", 0, 12)]
    [InlineData("""{ "results": [], "totalRecordCount": 12.5 }""", 0, 0)]
    [InlineData("""{ "results": [], "totalRecordCount": "1,2" }""", 0, 0)]
    [InlineData("""{ "results": [], "totalRecordCount": true }""", 0, 0)]
    [InlineData("""{ "results": [{ "id": 1, "ident": "O1", "additionalId": "" }], "totalRecordCount": 0 }""", 1, -1)]
    [InlineData("""{ "results": [{ "id": 1, "ident": "O1", "additionalId": "" }], "totalRecordCount": 3.0 }""", 1, 2)]
    [InlineData("""{ "results": [], "totalRecordCount": 0 }""", 0, 0)]
    [InlineData("[]", 0, 0)]
    [InlineData("""{ "results": [{ "id": 1, "ident": "O1", "additionalId": "" }], "totalRecordCount": 1 }""", 1, 0)]
    [InlineData("""{ "results": [{ "id": 1, "ident": "O1", "additionalId": "" }], "totalRecordCount": "many" }""", 1, 0)]
    public async Task A_total_that_disagrees_with_what_came_goes_with_the_list_and_is_told(string answer, int rows, int missing)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", answer);

        var officers = await web.Api().GetOfficersAsync(web.Run);

        Assert.Equal((rows, missing), (officers.Count, ((ICounted)officers).Missing));
        Assert.Equal(missing == 0 ? 0 : 1, web.Log.Warnings.Count(warning => warning.Contains("PICSWeb counts", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_total_below_what_came_does_not_end_the_list(int total)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", call =>
            Reply.Json(call.Page <= 3 ? Envelope(total, [.. Enumerable.Range((call.Page - 1) * 3, 3)]) : Envelope(total))
        );

        Assert.Equal(9, (await web.Api().GetOfficersAsync(web.Run)).Count);
    }

    [Fact]
    public async Task A_record_that_was_taken_out_while_the_list_was_read_is_no_disagreement()
    {
        var calls = 0;
        var web = new FakePicsWeb().On("GET /api/v1/officers", call => Reply.Json(
                (++calls, call.Page) switch
                {
                    ( <= 3, 1) => Envelope(4, 0, 1),
                    ( <= 3, _) => Envelope(4),
                    (_, 1) => Envelope(3, 1, 2, 3),
                    _ => Envelope(3),
                }
            ));

        Assert.Equal(0, ((ICounted)await web.Api().GetOfficersAsync(web.Run)).Missing);
        Assert.Empty(web.Log.Warnings);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task Without_a_total_the_list_ends_at_the_first_empty_page(int status)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", call =>
            call.Page <= 2
                ? Reply.Json(new JObject { ["results"] = Rows((call.Page - 1) * 2, 2) }.ToString())
                : new Reply(status, status == 200 ? """{ "results": [] }""" : "")
        );

        Assert.Equal(4, (await web.Api().GetOfficersAsync(web.Run)).Count);
        Assert.Equal(3, web.CallsTo("GET /api/v1/officers").Count);
    }

    [Fact]
    public async Task A_bare_array_that_ignores_the_page_number_ends_when_nothing_new_comes()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", Rows(0, 5).ToString());

        Assert.Equal(5, (await web.Api().GetOfficersAsync(web.Run)).Count);
        Assert.Equal(2, web.CallsTo("GET /api/v1/officers").Count);
    }

    [Fact]
    public async Task An_error_in_place_of_a_list_is_no_empty_list_and_no_map_that_does_not_fit()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", """{"code":-1,"message":"An error has occurred."}""");

        Assert.Same(ErrorKinds.PicsWebRefused, (await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().GetOfficersAsync(web.Run))).Kind);
    }

    [Fact]
    public async Task A_list_that_shrinks_while_it_is_read_is_read_until_it_is_whole()
    {
        var calls = 0;
        var web = new FakePicsWeb().On("GET /api/v1/officers", call => Reply.Json(
                (++calls, call.Page) switch
                {
                    ( <= 4, 1) => Envelope(3, 0, 1),
                    (_, 1) => Envelope(3, 0, 1, 2),
                    _ => Envelope(3),
                }
            ));

        Assert.Equal(3, (await web.Api().GetOfficersAsync(web.Run)).Count);
        Assert.Empty(web.Log.Warnings);
    }

    [Fact]
    public async Task A_page_that_repeats_another_is_not_the_end_while_the_total_says_that_there_is_more()
    {
        var calls = 0;
        var web = new FakePicsWeb().On("GET /api/v1/officers", call => Reply.Json(
                (++calls, call.Page) switch
                {
                    (_, 1) => Envelope(6, 0, 1),
                    (2, 2) => Envelope(6, 0, 1),
                    (_, 2) => Envelope(6, 2, 3),
                    (_, 3) => Envelope(6, 4, 5),
                    _ => Envelope(6),
                }
            ));

        Assert.Equal(6, (await web.Api().GetOfficersAsync(web.Run)).Count);
        // Three pages and the end, and three pages once more.
        Assert.Equal(7, web.CallsTo("GET /api/v1/officers").Count);
    }

    [Fact]
    public async Task A_record_that_slipped_through_while_the_order_moved_is_found_by_reading_once_more()
    {
        var calls = 0;
        var web = new FakePicsWeb().On("GET /api/v1/officers", call => Reply.Json(
                (++calls, call.Page) switch
                {
                    ( <= 3, 1) => Envelope(4, 0, 1),
                    ( <= 3, 2) => Envelope(4, 1, 2),
                    (_, 1) => Envelope(4, 0, 1),
                    (_, 2) => Envelope(4, 2, 3),
                    _ => Envelope(4),
                }
            ));

        var officers = await web.Api().GetOfficersAsync(web.Run);

        Assert.Equal(["0", "1", "2", "3"], officers.Select(officer => officer.OfficerId));
        Assert.Empty(web.Log.Warnings);
    }

    [Fact]
    public async Task A_tenant_with_other_names_is_read_by_its_own_map()
    {
        const string map = """
            { "operations": { "officers.list": { "path": "/staff?all=true",
              "paging": { "number": "p", "size": null, "first": 0 }, "items": "data.rows", "total": "data.count",
              "fields": { "id": "key", "ident": "code", "surname": "name.last", "additionalId": "other.id" } } } }
            """;
        var web = new FakePicsWeb().On(
            "GET /staff",
            """
            { "data": { "count": 1, "rows": [{ "key": 5, "code": "X", "name": { "last": "Pugh" }, "other": { "id": "77" } }] } }
            """
        );

        var officer = Assert.Single(await web.Api(map).GetOfficersAsync(web.Run));

        Assert.Equal(("5", "X", "Pugh", "77"), (officer.OfficerId, officer.OfficerIdent, officer.Surname, officer.AdditionalId));
        Assert.Equal("?all=true&p=0", web.CallsTo("GET /staff")[0].Query);
    }

    [Fact]
    public async Task Where_rows_do_not_carry_the_Additional_ID_the_single_records_are_read()
    {
        const string map = """{ "operations": { "officers.list": { "fields": { "additionalId": null } } } }""";
        var web = new FakePicsWeb()
            .On("GET /api/v1/officers", """[{ "id": 1, "ident": "A" }]""")
            .On("GET /api/v1/officers/1", """{ "id": 1, "ident": "A", "additionalId": "77" }""");

        Assert.Equal("77", Assert.Single(await web.Api(map).GetOfficersAsync(web.Run)).AdditionalId);
        Assert.Null(await web.Api(map).ListAsync(RecordKind.Officer, "AdditionalId", web.Run));
    }

    [Fact]
    public async Task A_list_in_which_no_record_has_the_Additional_ID_is_warned_about()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", """[{ "id": 1, "ident": "A" }]""");

        await web.Api().GetOfficersAsync(web.Run);

        Assert.Contains("additionalId", Assert.Single(web.Log.Warnings));
    }

    [Fact]
    public async Task All_records_are_listed_by_their_keys_as_the_rows_show_them()
    {
        var web = new FakePicsWeb().On(
            "GET /api/v1/officers",
            """
            [{ "id": 1, "ident": "A", "additionalId": "77" }, { "id": 2, "ident": "B", "additionalId": "", "contact": { "phone": "01632 960001" } }]
            """
        );

        var records = await web.Api().ListAsync(RecordKind.Officer, "AdditionalId", web.Run);

        Assert.Equal([("1", "77"), ("2", null)], records!.Values.Select(record => (record.RecordId, record.Fields["AdditionalId"])));
        Assert.Equal("01632 960001", records["2"].Fields["contact.phone"]);
    }

    [Fact]
    public async Task A_list_stops_between_two_pages_when_the_run_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var web = new FakePicsWeb();
        web.On("GET /api/v1/officers", call =>
        {
            stop.Cancel();
            return Reply.Json(Page(call.Page, size: 3, total: 8));
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => web.Api().GetOfficersAsync(new RunContext(web.Log, stop.Token)));
        Assert.Single(web.CallsTo("GET /api/v1/officers"));
    }

    [Theory]
    [InlineData("""{ "records": [] }""", "'results'; it has records")]
    [InlineData("""[{ "key": 1 }]""", "no 'id'; it has key")]
    [InlineData("""[{ "id": 1, "code": "A" }]""", "has 'ident'")]
    [InlineData("""[1, 2]""", "is not an object")]
    public async Task A_map_that_does_not_fit_is_told_with_the_names_found(string answer, string says)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", answer);

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => web.Api().GetOfficersAsync(web.Run));

        Assert.Same(ErrorKinds.AnswerUnreadable, exception.Kind);
        Assert.Contains(says, exception.Message);
    }

    private static JArray Rows(int first, int count) => new(Enumerable.Range(first, count).Select(Row));

    private static JObject Row(int id) =>
        new()
        {
            ["id"] = id,
            ["ident"] = $"A{id}",
            ["additionalId"] = null,
        };

    private static string Page(int page, int size, int total) => Envelope(total, [.. Enumerable.Range(0, total).Skip((page - 1) * size).Take(size)]);

    private static string Envelope(int total, params int[] ids) =>
        new JObject { ["totalRecordCount"] = total, ["results"] = new JArray(ids.Select(Row)) }.ToString();
}
