using System;
using System.Linq;
using PicsOnefile.Qualifications;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>A code that a person gives is one standard or none: only PICSWeb's own references are read as they may be meant.</summary>
public sealed class GivenStandardCodeTests
{
    private static readonly StandardSnapshot Snapshot = StandardSnapshot.From(
        [Aim("11AS", "Baker"), Aim("83AS", "Cook"), Aim("110AS", "Welder")],
        [Qualification("1", "Baker", null, "11"), Qualification("2", "Cook", null, "83"), Qualification("3", "Welder", null, "110")]
    );

    [Theory]
    [InlineData("11", "11AS")]
    [InlineData("11.0", "11AS")]
    [InlineData("11.00", "11AS")]
    [InlineData(" 0011 ", "11AS")]
    [InlineData("=\"011\"", "11AS")]
    [InlineData("11\u200b", "11AS")]
    [InlineData("110", "110AS")]
    [InlineData("110.0", "110AS")]
    public void A_whole_number_is_that_standard_however_a_spreadsheet_wrote_it(string given, string code)
    {
        Assert.Equal(code, Plan(new VqRequest(given, StandardComponentKind.Standard)).Change?.NewValue);
        Assert.Equal([code], VqPlanner.Plan(Snapshot, [new VqRequest(given)], new VqPlanOptions()).Select(item => item.Change?.NewValue).OfType<string>());
    }

    [Theory]
    [InlineData("8.3")]
    [InlineData("8,3")]
    [InlineData("8*3")]
    [InlineData("(83)")]
    [InlineData("8 3")]
    [InlineData("-83")]
    [InlineData("8*")]
    [InlineData("83-")]
    [InlineData("8/3")]
    [InlineData("11.01")]
    [InlineData("1.1E+02")]
    [InlineData("AS110")]
    [InlineData("110 AS")]
    [InlineData("83AS")]
    [InlineData("0")]
    [InlineData("Cook")]
    public void Anything_else_is_refused_by_what_was_given_and_nothing_is_planned(string given)
    {
        VqRequest[] requests =
        [
            new(given),
            new(given, StandardComponentKind.Standard),
            new(given, StandardComponentKind.Standard, "83AS", "2"),
            new(given, null, null, "2"),
            new(given, StandardComponentKind.Standard, null, "2") { Decision = ReviewDecision.Reject },
            new(given, StandardComponentKind.Standard) { Decision = ReviewDecision.Exclude },
        ];

        Assert.All(requests, request =>
        {
            var item = Plan(request);
            Assert.Equal("VqRequestInvalid", item.Refusal?.Kind.Id);
            Assert.Contains($"'{given}'", item.Refusal!.Message, StringComparison.Ordinal);
            Assert.True(item is { Change: null, Creation: null, Exclusion: null });
        });
        Assert.Contains("QualificationId 2", Plan(requests[2]).Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.3AS")]
    [InlineData("8*3AS")]
    [InlineData("8 3AS")]
    [InlineData("(83AS)")]
    [InlineData("83-AS")]
    [InlineData("-83AS")]
    [InlineData("83A S")]
    public void A_code_that_only_resembles_one_of_Onefiles_is_none(string given)
    {
        Assert.Equal("CodeNotInOnefile", Plan(new VqRequest(null, null, given, "2")).Refusal?.Kind.Id);
        Assert.Null(Snapshot.OnefileCodeFor(given));
    }

    [Theory]
    [InlineData("83AS")]
    [InlineData("83 as")]
    [InlineData(" 0083AS ")]
    [InlineData("83AS\u200b")]
    public void A_code_is_found_whatever_its_letter_case_zeros_and_blanks(string given) =>
        Assert.Equal("83AS", Plan(new VqRequest(null, null, given, "2")).Change?.NewValue);

    private static VqPlanItem Plan(VqRequest request) => Assert.Single(VqPlanner.Plan(Snapshot, [request], new VqPlanOptions()));
}
