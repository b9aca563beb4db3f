using PicsOnefile.Linking;
using Xunit;

namespace PicsOnefile.Core.Tests.Linking;

public sealed class OverwriteConflictsTests
{
    private static readonly OfficerLinkCandidate Certain = new()
    {
        OfficerIdent = "O1",
        AssessorId = "11",
        Confidence = Confidence.Certain,
        Reasons = "same e-mail address",
    };

    [Fact]
    public void A_pair_whose_Additional_ID_holds_another_portfolios_ID_is_left_to_a_person()
    {
        var noted = By(LinkBy.AdditionalId, additionalId: "SA-77", misId: null).Note(Certain);

        Assert.Equal(Confidence.Probable, noted.Confidence);
        Assert.Contains("'SA-77'", noted.Conflicts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("11")]
    public void An_empty_field_and_the_right_value_are_no_conflict(string? additionalId) =>
        Assert.Equal(Certain, By(LinkBy.AdditionalId, additionalId, misId: "OTHER").Note(Certain));

    [Fact]
    public void By_MIS_Value_the_accounts_own_value_counts()
    {
        Assert.Equal(Confidence.Probable, By(LinkBy.MisValue, additionalId: null, misId: "STAFF9").Note(Certain).Confidence);
        Assert.Equal(Certain, By(LinkBy.MisValue, additionalId: "SA-77", misId: "O1").Note(Certain));
    }

    [Fact]
    public void A_hint_stays_a_hint_and_a_record_without_a_candidate_is_left_as_it_is()
    {
        var values = By(LinkBy.AdditionalId, additionalId: "SA-77", misId: null);

        Assert.Equal(Confidence.Possible, values.Note(Certain with { Confidence = Confidence.Possible }).Confidence);
        Assert.Empty(values.Note(new OfficerLinkCandidate { OfficerIdent = "O1" }).Conflicts);
    }

    private static OverwriteConflicts By(LinkBy linkBy, string? additionalId, string? misId) =>
        new(linkBy, [new Assessor { AssessorId = "11", MisId = misId }], [new Officer { OfficerIdent = "O1", AdditionalId = additionalId }]);
}
