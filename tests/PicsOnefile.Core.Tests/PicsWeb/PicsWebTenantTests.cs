using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.PicsWeb.Export;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Records;
using Xunit;
using static PicsOnefile.OperationAvailability;

namespace PicsOnefile.Core.Tests.PicsWeb;

public class PicsWebTenantTests
{
    private const string Officers = """[{ "id": 7, "ident": "FROMAPI", "additionalId": "1" }]""";
    private const string List = "Ident,Surname,Additional ID\nFROMLIST,Pugh,2\n";

    [Fact]
    public async Task The_API_goes_before_the_exported_list()
    {
        using var file = new ListFile(List);
        var web = new FakePicsWeb().Documents("GET /api/v1/officers").On("GET /api/v1/officers", Officers);

        var tenant = await web.OpenAsync(new ExportedLists(officers: new ExportedList(file.Path)));

        Assert.Equal("FROMAPI", Assert.Single(await tenant.GetOfficersAsync(web.Run)).OfficerIdent);
    }

    [Fact]
    public async Task An_operation_that_the_document_does_not_have_is_read_from_the_exported_list()
    {
        using var file = new ListFile(List);
        var web = new FakePicsWeb().Documents("GET /api/v1/organisations").On("GET /api/v1/officers", Officers);

        var tenant = await web.OpenAsync(new ExportedLists(officers: new ExportedList(file.Path)));

        Assert.Equal("FROMLIST", Assert.Single(await tenant.GetOfficersAsync(web.Run)).OfficerIdent);
        Assert.Empty(web.CallsTo("GET /api/v1/officers"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task Without_a_document_the_first_call_tells_and_the_list_takes_over(int status)
    {
        using var file = new ListFile(List);
        var web = new FakePicsWeb().On("GET /api/v1/officers", _ => new Reply(status));
        var tenant = await web.OpenAsync(new ExportedLists(officers: new ExportedList(file.Path)));

        Assert.Equal(Unverified, tenant.Operations[PicsWebOperation.OfficersList]);
        Assert.Equal("FROMLIST", Assert.Single(await tenant.GetOfficersAsync(web.Run)).OfficerIdent);
        Assert.Equal(Missing, tenant.Operations[PicsWebOperation.OfficersList]);
    }

    [Fact]
    public async Task Without_a_document_a_call_that_succeeds_makes_its_operation_available()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", Officers);
        var tenant = await web.OpenAsync();

        await tenant.GetOfficersAsync(web.Run);

        Assert.Equal(Available, tenant.Operations[PicsWebOperation.OfficersList]);
    }

    [Fact]
    public async Task A_server_that_fails_is_no_reason_to_read_an_old_list()
    {
        using var file = new ListFile(List);
        var web = new FakePicsWeb().On("GET /api/v1/officers", _ => new Reply(500));
        var tenant = await web.OpenAsync(new ExportedLists(officers: new ExportedList(file.Path)));

        Assert.Same(ErrorKinds.ServerError, (await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.GetOfficersAsync(web.Run))).Kind);
    }

    [Fact]
    public async Task A_tenant_without_the_API_is_read_from_exported_lists_alone()
    {
        using var file = new ListFile(List);
        var web = new FakePicsWeb().Without("POST /api/v1/Authentication");
        var tenant = await web.OpenAsync(new ExportedLists(officers: new ExportedList(file.Path)));

        Assert.Equal("FROMLIST", Assert.Single(await tenant.GetOfficersAsync(web.Run)).OfficerIdent);
        Assert.True(tenant.CanRead(PicsWebOperation.OfficersList));
        Assert.False(tenant.CanRead(PicsWebOperation.LearnersList));
        Assert.False(tenant.CanWrite(RecordKind.Officer));
    }

    [Theory]
    [InlineData(
        404,
        "",
        "PICSWeb answered 404 to POST /api/v1/Authentication at https://tenant.example/; PICSWeb answered 404 to POST /app/api/v1/Authentication"
    )]
    [InlineData(405, "<html><title>Made Up Ltd</title></html>", "PICSWeb answered 405 to POST /api/v1/Authentication, with a web page titled 'Made Up Ltd': ")]
    [InlineData(
        200,
        "<html><title>Free wireless</title></html>",
        "PICSWeb answered 200 to POST /api/v1/Authentication, but the body is a web page titled 'Free wireless': there is no API at this address"
    )]
    public async Task An_address_without_an_API_is_told_when_it_is_opened_and_whenever_the_API_is_missed(int status, string body, string told)
    {
        var web = new FakePicsWeb().On("POST /api/v1/Authentication", _ => new Reply(status, body));
        var tenant = await web.OpenAsync();

        Assert.StartsWith($"No PICSWeb API was found: {told}", Assert.Single(web.Log.Warnings), System.StringComparison.Ordinal);
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.GetOfficersAsync(web.Run));
        Assert.Same(ErrorKinds.ApiMissing, failure.Kind);
        Assert.Contains($"When the connection was opened, {told}", failure.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_nobody_is_told_of_a_missing_API()
    {
        var web = new FakePicsWeb();

        await PicsWebTenant.OpenAsync(null, new ExportedLists(), web.Run);

        Assert.Empty(web.Log.Warnings);
    }

    [Fact]
    public async Task What_neither_offers_is_named_with_what_to_do_instead()
    {
        var web = new FakePicsWeb().Documents("GET /api/v1/officers");
        var tenant = await web.OpenAsync();
        var none = await PicsWebTenant.OpenAsync(null, new ExportedLists(), web.Run);

        var missing = await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.GetOrganisationsAsync(web.Run));
        var apiMissing = await Assert.ThrowsAsync<PicsOnefileException>(() => none.RefreshQualificationLinksAsync(web.Run));

        Assert.Same(ErrorKinds.OperationMissing, missing.Kind);
        Assert.Contains("organisations.list", missing.Message);
        Assert.Contains("-OrganisationPath", missing.Message);
        Assert.Same(ErrorKinds.ApiMissing, apiMissing.Kind);
        Assert.Contains("Press Refresh Qualification Links", apiMissing.Message);
    }

    [Theory]
    [InlineData(true, "GET /api/v1/officers", "GET /api/v1/officers/{id}", "PUT /api/v1/officers/{id}")]
    [InlineData(false, "GET /api/v1/officers", "GET /api/v1/officers/{id}")]
    [InlineData(false, "GET /api/v1/officers", "PUT /api/v1/officers/{id}")]
    [InlineData(false, "GET /api/v1/officers/{id}", "PUT /api/v1/officers/{id}")]
    public async Task Officers_can_be_written_where_list_get_and_update_are_there(bool can, params string[] routes)
    {
        var tenant = await new FakePicsWeb().Documents(routes).OpenAsync();

        Assert.Equal(can, tenant.CanWrite(RecordKind.Officer));
        Assert.False(tenant.CanWrite(RecordKind.Organisation));
        Assert.False(tenant.CanWrite(RecordKind.Assessor));
    }

    [Fact]
    public async Task A_partial_update_needs_no_get()
    {
        const string map = """{ "operations": { "officers.update": { "body": "changed" } } }""";

        var tenant = await new FakePicsWeb().Documents("GET /api/v1/officers", "PUT /api/v1/officers/{id}").OpenAsync(map: map);

        Assert.True(tenant.CanWrite(RecordKind.Officer));
    }

    [Fact]
    public async Task Without_a_document_a_404_to_one_officer_means_gone_only_where_others_can_be_read()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", Officers).On("GET /api/v1/officers/7", """{ "id": 7 }""");
        var tenant = await web.OpenAsync();

        Assert.Null(await tenant.ReadAsync(RecordKind.Officer, "8", web.Run));
        Assert.Equal(Available, tenant.Operations[PicsWebOperation.OfficersGet]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>not here</html>")]
    public async Task Where_single_officers_cannot_be_read_the_list_shows_them(string body)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", Officers).On("GET /api/v1/officers/7", _ => new Reply(404, body));
        var tenant = await web.OpenAsync();

        var record = await tenant.ReadAsync(RecordKind.Officer, "7", web.Run);

        Assert.Equal("1", record!.Fields["AdditionalId"]);
        Assert.Equal(Missing, tenant.Operations[PicsWebOperation.OfficersGet]);
        Assert.False(tenant.CanWrite(RecordKind.Officer));
    }

    [Fact]
    public async Task A_row_of_a_list_is_never_sent_back_as_if_it_were_the_whole_record()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", Officers).On("PUT /api/v1/officers/7", _ => new Reply(204));
        var tenant = await web.OpenAsync();
        var record = (await tenant.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.WriteAsync(record, "AdditionalId", "2", web.Run));

        Assert.Same(ErrorKinds.OperationMissing, exception.Kind);
        Assert.Empty(web.CallsTo("PUT /api/v1/officers/7"));
    }

    [Fact]
    public async Task Without_a_document_a_404_to_an_update_of_a_record_that_is_there_means_no_such_operation()
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", Officers).On("GET /api/v1/officers/7", """{ "id": 7 }""");
        var tenant = await web.OpenAsync();
        var record = (await tenant.ReadAsync(RecordKind.Officer, "7", web.Run))!;

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.WriteAsync(record, "AdditionalId", "2", web.Run));

        Assert.Same(ErrorKinds.OperationMissing, exception.Kind);
        Assert.Contains("Other System ID", exception.Message);
        Assert.False(tenant.CanWrite(RecordKind.Officer));
    }

    [Fact]
    public async Task A_404_to_an_update_of_a_record_that_is_gone_means_gone()
    {
        var there = true;
        var web = new FakePicsWeb().On("GET /api/v1/officers", "[]").On("GET /api/v1/officers/7", _ => there ? Reply.Json("""{ "id": 7 }""") : new Reply(404));
        var tenant = await web.OpenAsync();
        var record = (await tenant.ReadAsync(RecordKind.Officer, "7", web.Run))!;
        there = false;

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.WriteAsync(record, "AdditionalId", "2", web.Run));

        Assert.Same(ErrorKinds.PicsWebNotFound, exception.Kind);
        Assert.Equal(Unverified, tenant.Operations[PicsWebOperation.OfficersUpdate]);
    }

    [Fact]
    public async Task One_field_of_a_list_that_the_API_does_not_have_is_unknown_rather_than_empty()
    {
        var web = new FakePicsWeb();
        var tenant = await web.OpenAsync();

        Assert.Null(await tenant.ListAsync(RecordKind.Officer, "AdditionalId", web.Run));
        Assert.Null(await tenant.ListAsync(RecordKind.Integration, "IntegrationEnabled", web.Run));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_not_written_and_it_is_the_reading_that_is_missing()
    {
        var web = new FakePicsWeb().On("PUT /api/v1/integrations/onefile", _ => new Reply(204));
        var tenant = await web.OpenAsync();

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            tenant.UpdateIntegrationAsync(new Dictionary<string, object?> { ["IntegrationEnabled"] = true }, web.Run)
        );

        Assert.Contains("integration.get", exception.Message);
        Assert.Equal(Missing, tenant.Operations[PicsWebOperation.IntegrationGet]);
        Assert.Equal(Unverified, tenant.Operations[PicsWebOperation.IntegrationUpdate]);
        Assert.Empty(web.CallsTo("PUT /api/v1/integrations/onefile"));
    }

    [Fact]
    public async Task A_setting_that_the_map_lacks_does_not_cost_the_whole_operation()
    {
        var web = new FakePicsWeb().On("GET /api/v1/integrations/onefile", "{}");
        var tenant = await web.OpenAsync();

        await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.UpdateIntegrationAsync(new Dictionary<string, object?> { ["Colour"] = "blue" }, web.Run));

        Assert.True(tenant.CanWrite(RecordKind.Integration));
    }

    private static readonly Reply Page = new(404, "<!doctype html><title>Not on this proxy</title>");

    [Fact]
    public async Task A_page_with_404_says_nothing_of_one_officer_where_others_can_be_read()
    {
        var web = new FakePicsWeb()
            .On("GET /api/v1/officers", Officers)
            .On("GET /api/v1/officers/7", """{ "id": 7 }""")
            .On("GET /api/v1/officers/8", _ => Page);
        var tenant = await web.OpenAsync();

        for (var time = 0; time < 2; time++)
        {
            var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.ReadAsync(RecordKind.Officer, "8", web.Run));
            Assert.Equal("BlockedOnTheWay", failure.Kind.Id);
            Assert.Contains("a web page titled 'Not on this proxy'", failure.Message);
        }
        Assert.Equal(Available, tenant.Operations[PicsWebOperation.OfficersGet]);
    }

    [Fact]
    public async Task A_page_that_PICSWeb_itself_has_for_whoever_is_not_there_says_that_the_officer_is_gone()
    {
        var web = new FakePicsWeb()
            .On("GET /api/v1/officers", Officers)
            .On("GET /api/v1/officers/7", """{ "id": 7 }""")
            .On("GET /api/v1/officers/8", _ => new Reply(404, "<html>There is no officer 8 (12:31:07)</html>"))
            .On("GET /api/v1/officers/2147483647", _ => new Reply(404, "<html>There is no officer 2147483647 (12:31:08)</html>"));
        var tenant = await web.OpenAsync();

        Assert.Null(await tenant.ReadAsync(RecordKind.Officer, "8", web.Run));
        Assert.Equal(Available, tenant.Operations[PicsWebOperation.OfficersGet]);
    }

    [Fact]
    public async Task Nor_where_the_document_has_the_operation_and_the_page_comes_for_every_officer()
    {
        var web = new FakePicsWeb()
            .Documents("GET /api/v1/officers", "GET /api/v1/officers/{id}")
            .On("GET /api/v1/officers", Officers)
            .On("GET /api/v1/officers/7", _ => Page);
        var tenant = await web.OpenAsync();

        Assert.Equal("BlockedOnTheWay", (await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.ReadAsync(RecordKind.Officer, "7", web.Run))).Kind.Id);
        Assert.Equal(Available, tenant.Operations[PicsWebOperation.OfficersGet]);
    }

    [Fact]
    public async Task A_page_for_an_update_of_an_officer_that_is_not_found_either_is_no_word_that_it_is_gone()
    {
        var there = true;
        var web = new FakePicsWeb().On("GET /api/v1/officers", Officers).On("GET /api/v1/officers/7", _ => there ? Reply.Json("""{ "id": 7 }""") : Page);
        var tenant = await web.OpenAsync();
        var record = (await tenant.ReadAsync(RecordKind.Officer, "7", web.Run))!;
        there = false;

        Assert.Equal(
            "BlockedOnTheWay",
            (await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.WriteAsync(record, "AdditionalId", "2", web.Run))).Kind.Id
        );
    }

    [Fact]
    public async Task A_list_that_the_document_has_and_that_answers_404_is_lost_until_it_comes_back()
    {
        var there = false;
        var web = new FakePicsWeb().Documents("GET /api/v1/officers").On("GET /api/v1/officers", _ => there ? Reply.Json(Officers) : new Reply(404));
        var tenant = await web.OpenAsync();
        Assert.Null(tenant.FindUnavailable(PicsWebOperation.OfficersList));

        Assert.Equal("OperationMissing", (await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.GetOfficersAsync(web.Run))).Kind.Id);
        var lost = tenant.FindUnavailable(PicsWebOperation.OfficersList)!;
        Assert.True(lost.WasAvailable);
        Assert.Contains("404", lost.Reason);

        there = true;
        Assert.Single(await tenant.GetOfficersAsync(web.Run));
        Assert.Null(tenant.FindUnavailable(PicsWebOperation.OfficersList));
    }

    [Fact]
    public async Task A_list_of_which_nobody_knew_is_lost_without_having_been_there_and_one_with_a_stand_in_is_not_lost()
    {
        var web = new FakePicsWeb();
        var tenant = await web.OpenAsync();
        await Assert.ThrowsAsync<PicsOnefileException>(() => tenant.GetOfficersAsync(web.Run));
        Assert.False(tenant.FindUnavailable(PicsWebOperation.OfficersList)!.WasAvailable);
        Assert.Equal(Missing, tenant.Operations[PicsWebOperation.OfficersList]);

        using var file = new ListFile(List);
        var other = await new FakePicsWeb().Documents("GET /api/v1/officers").OpenAsync(new ExportedLists(officers: new ExportedList(file.Path)));
        Assert.Equal("FROMLIST", Assert.Single(await other.GetOfficersAsync(web.Run)).OfficerIdent);
        Assert.Null(other.FindUnavailable(PicsWebOperation.OfficersList));
        Assert.NotNull(other.SourceOf(PicsWebOperation.OfficersList).Path);
    }
}
