using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.PicsWeb.Export;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;
using Aims = PicsOnefile.Core.Tests.Qualifications.Standards;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>A field that shows nothing holds nothing, and an ID with an invisible character is told as what it is.</summary>
public sealed class InvisibleValueTests
{
    private static readonly LinkPlanOptions Options = new(new("Live"), Confidence.Certain, Force: false, Reason: null, "amina", Now);

    public static TheoryData<string> Invisible =>
        ["\0", "\u200b", "\ufeff", "\u00ad", "\u200e", " \u200b ", "\u2060\u200d", "\u0007", "\u007f", "\u00a0", "\u2028"];

    private static LinkSnapshot ById(params object[] records) => Links(LinkKind.Officer, LinkBy.AdditionalId, records).Value!;

    private static LinkSnapshot ByMis(params object[] records) => Links(LinkKind.Officer, LinkBy.MisValue, records).Value!;

    // Records hold what the lists and the API made readable.
    private static string Shown(string value) => Readable.ShowInvisible(value)!;

    [Theory]
    [MemberData(nameof(Invisible))]
    public void It_is_no_ID_and_no_other_portfolios_ID_either(string value)
    {
        foreach (var held in new[] { value, Shown(value) })
        {
            var officer = ById(Officer("O1", held), Assessor("11")).OfIdent("O1").Single();
            var assessor = ByMis(Officer("O1"), Assessor("11", misId: held)).OfOnefileId("11").Single();
            Assert.Equal((LinkState.Unlinked, "", LinkState.Unlinked, ""), (officer.State, officer.Detail, assessor.State, assessor.Detail));
            Assert.Empty(Held(LinkBy.AdditionalId, held, null).Conflicts);
            Assert.Empty(Held(LinkBy.MisValue, null, held).Conflicts);
        }
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public void It_is_overwritten_without_Force_and_the_writer_expects_exactly_it(string value)
    {
        var held = Shown(value);

        var change = Plan(ById(Officer("O1", held), Assessor("11"))).Change!;

        Assert.Equal((held.Trim(), "11"), (change.OldValue, change.NewValue));
        Assert.DoesNotContain("in place of", change.Action, StringComparison.Ordinal);
        Assert.Equal("O1", Plan(ByMis(Officer("O1"), Assessor("11", misId: held))).Change?.NewValue);
    }

    [Theory]
    [InlineData("11\u200b")]
    [InlineData("\ufeff11")]
    [InlineData("1\u00ad1")]
    [InlineData("11\0")]
    public void An_ID_with_one_is_told_as_that_ID_and_written_anew_without_Force(string value)
    {
        var held = Shown(value);
        var unlinked = ById(Officer("O1", held), Assessor("11"));
        var drifted = ById(Officer("O1", held), Assessor("11"), Recorded("O1", "11"));

        Assert.Equal(LinkState.Unlinked, unlinked.OfIdent("O1").Single().State);
        Assert.Contains($"It holds 11 with an invisible character ('{held}')", unlinked.OfIdent("O1").Single().Detail, StringComparison.Ordinal);
        Assert.Equal(LinkState.Drifted, drifted.OfIdent("O1").Single().State);
        Assert.StartsWith(
            $"It was recorded as 11 and is not linked now. It holds 11 with an invisible character ('{held}')",
            drifted.OfIdent("O1").Single().Detail,
            StringComparison.Ordinal
        );
        Assert.All([unlinked, drifted], snapshot => Assert.Equal((held, "11"), (Plan(snapshot).Change?.OldValue, Plan(snapshot).Change?.NewValue)));
        Assert.Empty(Held(LinkBy.AdditionalId, held, null).Conflicts);
    }

    [Fact]
    public void An_Ident_with_one_as_MIS_Value_is_told_too()
    {
        var recorded = Recorded("O1", "11", linkBy: LinkBy.MisValue);
        var entry = ByMis(Officer("O1"), Assessor("11", misId: @"O1\u200b"), recorded).OfOnefileId("11").Single();

        Assert.Equal(LinkState.Drifted, entry.State);
        Assert.Contains(@"It holds O1 with an invisible character ('O1\u200b')", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_portfolios_ID_with_one_still_is_another_portfolios()
    {
        var snapshot = ById(Officer("O1", @"SA-77\u200b"), Assessor("11"));

        Assert.Contains("which is not an ID of the other system", snapshot.OfIdent("O1").Single().Detail, StringComparison.Ordinal);
        Assert.Equal("AlreadyLinkedElsewhere", Plan(snapshot).Refusal?.Kind.Id);
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public void A_VQ_Reference_of_nothing_else_is_empty(string value)
    {
        var held = Shown(value);
        var qualification = Aims.Qualification("7", "Business Administrator", held, "196");

        Assert.Equal(VqState.Empty, Aims.Component(StandardComponentKind.Standard, [Aims.Aim("196AS")], qualification).State);
        var standards = StandardSnapshot.From([Aims.Aim("196AS")], [qualification]);
        var change = Assert.Single(VqPlanner.Plan(standards, [new("196", StandardComponentKind.Standard)], new()));
        Assert.Equal(("Set the VQ Reference to 196AS", held), (change.Change?.Action, change.Change?.OldValue));
        Assert.Equal("The VQ Reference is empty.", QualificationLinks.Create([], [qualification]).Single().Detail);
    }

    [Theory]
    [InlineData("196AS\u200b")]
    [InlineData("\ufeff196AS")]
    [InlineData("196\u00adAS")]
    [InlineData("196AS\0")]
    public void A_VQ_Reference_with_one_can_only_be_meant_for_the_code(string value) =>
        Assert.Equal(
            VqState.Wrong,
            Aims
                .Component(StandardComponentKind.Standard, [Aims.Aim("196AS")], Aims.Qualification("7", "Something else", Shown(value)))
                .State
        );

    [Theory]
    [MemberData(nameof(Invisible))]
    public async Task It_comes_from_a_list_as_from_the_API(string value)
    {
        using var file = new ListFile($"Ident,Surname,Additional ID\nO1,Ng,\"{value}\"\n");

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(LinkState.Unlinked, ById(officer, Assessor("11")).OfIdent("O1").Single().State);
        Assert.Empty(ById(officer, Assessor("11")).OfIdent("O1").Single().Detail);
    }

    private static LinkPlanItem Plan(LinkSnapshot snapshot) =>
        Assert.Single(LinkPlanner.Plan(snapshot, [new LinkRequest(LinkKind.Officer, "O1", "11")], Options));

    private static LinkCandidate Held(LinkBy linkBy, string? additionalId, string? misId) =>
        new OverwriteConflicts(
            linkBy,
            [new Assessor { AssessorId = "11", MisId = misId }],
            [new Officer { OfficerIdent = "O1", AdditionalId = additionalId }]
        ).Note(new OfficerLinkCandidate { OfficerIdent = "O1", AssessorId = "11", Confidence = Confidence.Certain });
}
