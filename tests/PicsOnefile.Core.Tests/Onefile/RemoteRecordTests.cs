using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class RemoteRecordTests : IDisposable
{
    private readonly OnefileStandIn _onefile = new();

    public void Dispose() => _onefile.Dispose();

    [Fact]
    public async Task A_record_is_read_whole_with_its_MIS_Value_by_the_modules_name()
    {
        _onefile.On("GET /Placement/5", """{"ID":5,"name":"Acme","Address":["1 High Street",null],"Active":true,"misid":" P5 "}""");

        RemoteRecord? record = await _onefile.Client.ReadAsync(RecordKind.Placement, "5", _onefile.Run);

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["ID"] = "5",
                ["name"] = "Acme",
                ["Address[0]"] = "1 High Street",
                ["Address[1]"] = null,
                ["Active"] = "true",
                ["misid"] = " P5 ",
                ["MisId"] = " P5 ",
            },
            record!.Fields
        );
    }

    [Fact]
    public async Task A_record_that_is_gone_is_null()
    {
        Assert.Null(await _onefile.Client.ReadAsync(RecordKind.Assessor, "5", _onefile.Run));
    }

    [Theory]
    [InlineData("P5", """{"MISID":"P5"}""")]
    [InlineData("", """{"MISID":""}""")]
    [InlineData(null, """{"MISID":""}""")]
    public async Task An_accounts_MIS_Value_is_written_alone_and_cleared_by_an_empty_text(string? value, string body)
    {
        _onefile.On("POST /User/5", "", 204);

        await _onefile.Client.WriteAsync(Bare(RecordKind.Assessor), "MisId", value, _onefile.Run);

        SentRequest sent = Assert.Single(_onefile.Server.Requests);
        Assert.Equal(("POST /User/5", body), (sent.ToString(), sent.Body));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "5")]
    [InlineData(200, "OK")]
    [InlineData(204, "")]
    public async Task A_placement_is_sent_back_whole_with_the_MIS_Value_changed(int status, string answer)
    {
        _onefile
            .On("GET /Placement/5", """{"ID":5,"Name":"Acme","Address":["1 High Street"],"Extra":{"a":1},"misid":"old"}""")
            .On("POST /Placement/5", answer, status);
        RemoteRecord record = (await _onefile.Client.ReadAsync(RecordKind.Placement, "5", _onefile.Run))!;

        await _onefile.Client.WriteAsync(record, "MisId", "P5", _onefile.Run);

        Assert.Equal("""{"ID":5,"Name":"Acme","Address":["1 High Street"],"Extra":{"a":1},"misid":"P5"}""", _onefile.Server.Requests[1].Body);
        Assert.Equal("old", (await _onefile.Client.ReadAsync(RecordKind.Placement, "5", _onefile.Run))!.Fields["MisId"]);
    }

    [Fact]
    public async Task A_placement_whose_record_is_not_at_hand_is_read_before_it_is_written()
    {
        _onefile.On("GET /Placement/5", """{"ID":5,"Name":"Acme"}""").On("POST /Placement/5", "", 204);

        await _onefile.Client.WriteAsync(Bare(RecordKind.Placement), "MisId", "P5", _onefile.Run);

        Assert.Equal("""{"ID":5,"Name":"Acme","MISID":"P5"}""", _onefile.Server.Requests[1].Body);
    }

    [Fact]
    public async Task A_placement_that_is_gone_is_not_written()
    {
        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _onefile.Client.WriteAsync(Bare(RecordKind.Placement), "MisId", "P5", _onefile.Run)
        );

        Assert.Equal(ErrorKinds.RecordUnknown, failure.Kind);
        Assert.Equal(["GET /Placement/5"], _onefile.Server.Calls);
    }

    [Fact]
    public async Task A_refusal_with_a_status_of_success_is_a_failure()
    {
        _onefile.On("POST /User/5", """{"code":-11,"message":"no"}""");

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _onefile.Client.WriteAsync(Bare(RecordKind.Assessor), "MisId", "P5", _onefile.Run)
        );

        Assert.Equal(ErrorKinds.OnefileRefused, failure.Kind);
    }

    [Fact]
    public async Task MIS_Values_of_all_centres_come_from_the_lists()
    {
        _onefile
            .On("GET /Customer", """{"ID":40}""")
            .Pages("Organisation", ["7", "8"])
            .On("POST /User/Search/1/100", request =>
                request.Body.Contains("\"OrganisationID\":7", StringComparison.Ordinal) ? """[{"ID":1,"MISID":"P1"},{"ID":2}]""" : """[{"ID":3,"MISID":""}]"""
            )
            .On("POST /User/Search/2/100", "", 204);

        var records = await _onefile.Client.ListAsync(RecordKind.Assessor, "MisId", _onefile.Run);

        Assert.Equal([("1", "P1"), ("2", null), ("3", "")], records!.Values.Select(record => (record.RecordId, record.Fields["MisId"])));
    }

    [Fact]
    public async Task Only_the_centres_in_play_are_listed_where_they_are_known()
    {
        _onefile.Client.Centres = [OnefileStandIn.Centre];
        _onefile.On("POST /Placement/Search/1/100", """[{"ID":1,"MISID":null}]""").On("POST /Placement/Search/2/100", "", 204);

        var only = Assert.Single((await _onefile.Client.ListAsync(RecordKind.Placement, "MisId", _onefile.Run))!).Value;
        Assert.Equal(("1", null), (only.RecordId, only.Fields["MisId"]));
        Assert.Equal(2, _onefile.Server.Requests.Count);
    }

    [Fact]
    public async Task Rows_without_the_property_answer_no_list()
    {
        _onefile.Client.Centres = [OnefileStandIn.Centre];
        _onefile.Pages("Placement", ["1", "2"]);

        Assert.Null(await _onefile.Client.ListAsync(RecordKind.Placement, "MisId", _onefile.Run));
    }

    [Theory]
    [InlineData(RecordKind.Assessor, true, true)]
    [InlineData(RecordKind.Placement, true, false)]
    [InlineData(RecordKind.Officer, false, false)]
    public void An_accounts_update_may_be_partial_and_be_read_back_from_rows_a_placements_not_and_nothing_else_is_written(
        RecordKind kind,
        bool canWrite,
        bool partially
    )
    {
        Assert.Equal(
            (canWrite, partially, partially),
            (_onefile.Client.CanWrite(kind), PicsOnefile.Onefile.OnefileClient.TakesPartialUpdates(kind), _onefile.Client.RowsConfirmWrites(kind))
        );
    }

    private static RemoteRecord Bare(RecordKind kind) => new(kind, "5", new Dictionary<string, string?> { ["MisId"] = "old" }, Body: null, Version: null);
}
