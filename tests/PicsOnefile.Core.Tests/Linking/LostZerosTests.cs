using System;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>A list that went through a spreadsheet: nothing is linked from Idents that somebody else still has with their zeros.</summary>
public sealed class LostZerosTests : IDisposable
{
    private Provider? _provider;

    public void Dispose() => _provider?.Dispose();

    private static Officer Officer(string ident) =>
        new()
        {
            OfficerIdent = ident,
            OfficerId = "k" + ident,
            FirstName = "Ann",
            Surname = "Pugh",
            Status = "Live",
        };

    private static Assessor Assessor(string id, string? misId = null) =>
        new()
        {
            AssessorId = id,
            FirstName = "Ann",
            LastName = "Pugh",
            MisId = misId,
            CentreId = "1",
            Archived = false,
        };

    private Provider Exported(LinkBy linkBy, params object[] records)
    {
        _provider = new Provider(linkBy).With(records);
        _provider.PicsWeb.Source = new ListSource("exported lists", System.IO.Path.Combine(_provider.Folder, "exported.csv"));
        return _provider;
    }

    private static void Learners(Provider provider, params Learner[] learners) => provider.PicsWeb.Learners.AddRange(learners);

    private static async Task<PicsOnefileException?> SetAsync(
        Provider provider,
        string ident,
        string id,
        bool force = false,
        LinkKind kind = LinkKind.Officer
    ) => Assert.Single(await provider.SetAsync(ident, id, force, kind)).Error;

    [Theory]
    [InlineData("191")]
    [InlineData("245")]
    [InlineData("37")]
    public async Task No_MIS_Value_is_written_from_a_list_that_has_lost_zeros_which_the_learners_still_have(string ident)
    {
        var provider = Exported(
            LinkBy.MisValue,
            Officer("245"),
            Officer("91"),
            Officer("37"),
            Officer("191"),
            Officer("JUN03"),
            Assessor("11"),
            Assessor("12")
        );
        Learners(provider, new Learner { LearnerIdent = "L1", MainOfficer = "00191" });

        var refusal = await SetAsync(provider, ident, "11");

        Assert.Same(ErrorKinds.IdentConverted, refusal?.Kind);
        Assert.Contains("191 (00191 in the learners' list)", refusal!.Message, StringComparison.Ordinal);
        Assert.Null(provider.Onefile.Assessors[0].MisId);
        // An Ident with letters in it cannot have lost a zero.
        Assert.Null(await SetAsync(provider, "JUN03", "12"));
    }

    [Fact]
    public async Task Force_overrides_the_rule()
    {
        var provider = Exported(LinkBy.MisValue, Officer("191"), Assessor("11"));
        Learners(provider, new Learner { LearnerIdent = "L1", Officers = "A1,00191" });

        Assert.Null(await SetAsync(provider, "191", "11", force: true));
        Assert.Equal("191", provider.Onefile.Assessors[0].MisId);
    }

    [Fact]
    public async Task A_MIS_Value_that_Onefile_has_with_its_zeros_speaks_against_the_list()
    {
        var provider = Exported(LinkBy.MisValue, Officer("43"), Officer("16"), Assessor("11", "00043"), Assessor("12"));

        string? message = (await SetAsync(provider, "16", "12"))?.Message;

        Assert.Contains("00043 as the MIS Value of 11", message, StringComparison.Ordinal);
        // Idents with letters are linked all the same.
        Assert.Contains("no number of it becomes a MIS Value", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_list_had_speaks_against_a_later_one()
    {
        var provider = Exported(LinkBy.AdditionalId, Officer("00043"), Officer("10016"), Assessor("11"), Assessor("12"));
        await provider.ReadAsync();
        provider.PicsWeb.Officers[0] = Officer("43");
        await provider.ReadAsync();

        Assert.Contains("00043 in an earlier list", (await SetAsync(provider, "43", "11"))?.Message, StringComparison.Ordinal);
        // By Additional ID the others are found by their own Idents.
        Assert.Null(await SetAsync(provider, "10016", "12"));
    }

    [Fact]
    public async Task Organisations_are_compared_with_the_learners_placements()
    {
        var provider = Exported(
            LinkBy.MisValue,
            new Organisation
            {
                OrganisationIdent = "77",
                OrganisationId = "k77",
                Name = "Tansy",
                Status = "Live",
            },
            new Placement
            {
                PlacementId = "21",
                Name = "Tansy",
                CentreId = "1",
                Active = true,
            }
        );
        Learners(provider, new Learner { LearnerIdent = "L1", OrganisationIdent = "0077" });

        Assert.Same(ErrorKinds.IdentConverted, (await SetAsync(provider, "77", "21", kind: LinkKind.Organisation))?.Kind);
    }

    [Theory]
    [InlineData("43")]
    [InlineData("1.6E+01")]
    [InlineData("03-Jun")]
    public async Task The_form_of_the_other_rows_speaks_too(string ident)
    {
        var provider = Exported(LinkBy.AdditionalId, Officer("00012"), Officer("00013"), Officer("00014"), Officer(ident), Assessor("11"));

        Assert.Same(ErrorKinds.IdentConverted, (await SetAsync(provider, ident, "11"))?.Kind);
    }

    [Fact]
    public async Task The_rows_are_named_once_and_finding_goes_on()
    {
        var provider = Exported(LinkBy.MisValue, Officer("191"), Assessor("11"));
        Learners(provider, new Learner { LearnerIdent = "L1", MainOfficer = "00191" });

        await provider.ReadAsync(Freshness.WhenOld);
        await provider.ReadAsync(Freshness.WhenOld);

        Assert.Contains(
            "191 (00191 in the learners' list)",
            Assert.Single(provider.Log.Everything, line => line.StartsWith("A spreadsheet", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_lists_that_were_given_without_a_connection_are_looked_at_as_well()
    {
        var log = new CollectedLog();

        CandidateService.Find(LinkKind.Officer, [Assessor("11", "00043")], [Officer("43")], new CandidateRequest(), new RunContext(log, default));

        Assert.Contains(log.Everything, line => line.Contains("43 (00043 as the MIS Value of 11 in Onefile)", StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_that_an_encoding_lost_are_a_warning_for_given_rows_too_and_it_shows_no_name()
    {
        var log = new CollectedLog();
        Officer[] officers = [Officer("12") with { Surname = "M?ller" }, Officer("13")];

        CandidateService.Find(LinkKind.Officer, [Assessor("11") with { FirstName = "?yn" }], officers, new CandidateRequest(), new RunContext(log, default));

        var warning = Assert.Single(log.Everything, line => line.Contains("question marks", StringComparison.Ordinal));
        Assert.Contains("assessor 11, officer 12. ", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("ller", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_PICSWeb_itself_answered_went_through_no_spreadsheet()
    {
        using var provider = new Provider(LinkBy.MisValue).With(Officer("191"), Assessor("11"));
        Learners(provider, new Learner { LearnerIdent = "L1", MainOfficer = "00191" });

        Assert.Null(await SetAsync(provider, "191", "11"));
    }

    [Theory]
    [InlineData("16", "Did you mean '00016'?")]
    [InlineData("1.6E+01", "a number or a date")]
    public async Task An_Ident_whose_zeros_were_left_out_brings_the_right_one(string given, string says)
    {
        using var provider = new Provider().With(Officer("00016"), Assessor("11"));

        var refusal = await SetAsync(provider, given, "11");

        Assert.Same(ErrorKinds.RecordUnknown, refusal?.Kind);
        Assert.Contains(says, refusal!.Message, StringComparison.Ordinal);
        Assert.Contains(says, Assert.Single(await provider.RemoveAsync(given)).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=\"00016\"")]
    [InlineData("'00016")]
    [InlineData("00016\u200B")]
    public async Task An_Ident_as_spreadsheets_keep_it_and_one_with_what_nobody_sees_is_read_right(string given)
    {
        using var provider = new Provider().With(Officer("00016"), Assessor("11"));

        Assert.Null(await SetAsync(provider, given, "11"));
        Assert.Equal("11", provider.PicsWeb.Officers[0].AdditionalId);
    }

    [Fact]
    public async Task A_message_shows_what_nobody_sees_in_an_Ident_that_is_not_there()
    {
        using var provider = new Provider().With(Officer("00016"), Assessor("11"));

        Assert.Contains(@"'JUN03\u200b'", (await SetAsync(provider, "JUN03\u200B", "11"))?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_MIS_Value_is_made_of_an_Ident_that_holds_what_nobody_sees()
    {
        using var provider = new Provider(LinkBy.MisValue).With(Officer(@"JUN03\u200b"), Assessor("11"));

        Assert.Same(ErrorKinds.IdentUnseen, (await SetAsync(provider, "JUN03", "11", force: true))?.Kind);
        Assert.Null(provider.Onefile.Assessors[0].MisId);
    }
}
