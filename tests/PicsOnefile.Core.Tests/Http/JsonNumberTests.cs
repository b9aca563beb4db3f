using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Onefile;
using PicsOnefile.Core.Tests.PicsWeb;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A number is one ID, however either system writes it.</summary>
public class JsonNumberTests
{
    public static TheoryData<string, string> Forms { get; } =
        new()
        {
            { "410071", "410071" },
            { "410071.0", "410071" },
            { "410071.000", "410071" },
            { "4.10071E5", "410071" },
            { "4.10071e+005", "410071" },
            { "41007100E-2", "410071" },
            { "\"410071 \"", "410071" },
            { "\"\\u00a0410071\"", "410071" },
            { "\"00410071\"", "00410071" },
            { "\"410071.0\"", "410071.0" },
            { "9007199254740993", "9007199254740993" },
            { "9007199254740993.0", "9007199254740993" },
            { "9223372036854775807", "9223372036854775807" },
            { "92233720368547758070", "92233720368547758070" },
            { "-0.0", "0" },
            { "12.50", "12.50" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task PICSWebs_additional_ID_is_the_ID(string written, string id)
    {
        var web = new FakePicsWeb().On("GET /api/v1/officers", $$"""[{ "id": {{written}}, "ident": "A1", "surname": "Hart", "additionalId": {{written}} }]""");

        var officer = Assert.Single(await web.Api().GetOfficersAsync(web.Run));

        Assert.Equal((id, id), (officer.AdditionalId, officer.OfficerId));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Onefiles_ID_and_MIS_Value_are_the_same(string written, string id)
    {
        using var onefile = new OnefileStandIn();

        Assessor assessor = await onefile.AssessorAsync($$"""{"ID":{{written}},"FirstName":"Ann","LastName":"Hart","MISID":{{written}}}""");

        Assert.Equal((id, id), (assessor.AssessorId, assessor.MisId));
    }

    [Theory]
    [InlineData("410071.0")]
    [InlineData("4.10071E5")]
    public async Task A_record_that_goes_back_whole_keeps_the_number_as_it_came(string written)
    {
        var web = new FakePicsWeb()
            .On("GET /api/v1/officers/1", $$"""{ "id": 1.0, "ident": "A1", "surname": "Hart", "additionalId": {{written}}, "payroll": 12.0 }""")
            .On("PUT /api/v1/officers/1", _ => new Reply(204));
        var api = web.Api();

        var record = (await api.ReadAsync(RecordKind.Officer, "1", web.Run))!;
        await api.WriteAsync(record, "AdditionalId", "5", web.Run);

        Assert.Equal("410071", record.Fields["AdditionalId"]);
        var sent = Assert.Single(web.CallsTo("PUT /api/v1/officers/1")).Body;
        Assert.Contains("\"payroll\":12.0", sent, System.StringComparison.Ordinal);
        Assert.Contains("\"additionalId\":5", sent, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_beyond_all_measure_does_not_hide_the_record_it_stands_in()
    {
        using var onefile = new OnefileStandIn();

        Assessor assessor = await onefile.AssessorAsync("""{"ID":5,"FirstName":"Ann","LastName":"Hart","Odd":1e300}""");

        Assert.Equal("5", assessor.AssessorId);
    }
}
