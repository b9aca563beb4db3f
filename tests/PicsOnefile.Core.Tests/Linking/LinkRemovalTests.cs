using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Linking;
using PicsOnefile.Records;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

public class LinkRemovalTests
{
    private static readonly LinkPlanOptions Options = new(new("Live"), Confidence.None, Force: false, Reason: "left", "amina", Now);

    private static IReadOnlyList<LinkPlanItem> Remove(LinkBy linkBy, object[] records, params (string? Ident, string? OnefileId)[] requests) =>
        LinkPlanner.PlanRemoval(
            Links(LinkKind.Officer, linkBy, records).Value!,
            [.. requests.Select(ids => new LinkRequest(LinkKind.Officer, ids.Ident, ids.OnefileId))],
            Options
        );

    private static PlannedChange Change(LinkBy linkBy, object[] records, string? ident, string? onefileId = null) =>
        Assert.Single(Remove(linkBy, records, (ident, onefileId))).Change!;

    [Theory]
    [InlineData("O1", null)]
    [InlineData(null, "11")]
    [InlineData("O1", "11")]
    public void A_link_is_taken_off_by_either_end_or_as_a_pair(string? ident, string? onefileId)
    {
        var change = Change(LinkBy.AdditionalId, [Officer("O1", "11"), Assessor("11")], ident, onefileId);

        Assert.Equal((RecordKind.Officer, "O1", "11", null, "left"), (change.Kind, change.Key, change.OldValue, change.NewValue, change.Reason));
        Assert.Equal("Clear the Additional ID 11", change.Action);
    }

    [Fact]
    public void By_MIS_Value_an_officer_is_unlinked_in_every_centre()
    {
        var plan = Remove(LinkBy.MisValue, [Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1", centre: "2")], ("O1", null));

        Assert.Equal([("11", null), ("12", null)], plan.Select(item => (item.Change!.Key, item.Change.NewValue)));
    }

    [Fact]
    public void Two_officers_who_hold_one_ID_are_both_unlinked_by_it() =>
        Assert.Equal(
            ["O1", "O2"],
            Remove(LinkBy.AdditionalId, [Officer("O1", "11"), Officer("O2", "11"), Assessor("11")], (null, "11")).Select(item => item.Change!.Key)
        );

    [Fact]
    public void A_link_that_is_named_twice_is_taken_off_once_and_left_alone_then()
    {
        var plan = Remove(LinkBy.AdditionalId, [Officer("O1", "11"), Assessor("11")], ("O1", null), (null, "11"));
        Assert.NotNull(plan[0].Change);
        Assert.Equal("The link is given twice.", plan[1].Skipped);
        Assert.Equal(2, plan.Count);
    }

    [Fact]
    public void A_dead_ID_can_be_taken_off() =>
        Assert.Equal(
            ("99", null),
            (Change(LinkBy.AdditionalId, [Officer("O1", "99")], "O1").OldValue, Change(LinkBy.AdditionalId, [Officer("O1", "99")], "O1").NewValue)
        );

    [Theory]
    [InlineData("O9", null)]
    [InlineData("O1", "12")]
    public void A_pair_that_does_not_exist_is_refused(string ident, string? onefileId) =>
        Assert.Equal(
            "RecordUnknown",
            Assert.Single(Remove(LinkBy.AdditionalId, [Officer("O1", "11"), Assessor("11"), Assessor("12")], (ident, onefileId))).Refusal?.Kind.Id
        );

    [Theory]
    [InlineData(null)]
    [InlineData("SA-1")]
    public void A_record_that_is_not_linked_is_left_alone_with_whatever_it_holds(string? value) =>
        Assert.NotNull(Assert.Single(Remove(LinkBy.AdditionalId, [Officer("O1", value)], ("O1", null))).Skipped);

    [Theory]
    [InlineData(null)]
    [InlineData("SA-1")]
    public void A_link_that_somebody_took_off_is_forgotten_and_what_stands_there_now_stays(string? value)
    {
        var change = Change(LinkBy.AdditionalId, [Officer("O1", value), Assessor("11"), Recorded("O1", "11")], "O1");

        Assert.Equal((value, value), (change.OldValue, change.NewValue));
        Assert.Equal("Forget the link that was recorded", change.Action);
    }

    [Fact]
    public void A_link_that_leads_elsewhere_than_recorded_is_taken_off() =>
        Assert.Equal(
            ("12", null),
            (
                Change(LinkBy.AdditionalId, [Officer("O1", "12"), Assessor("11"), Assessor("12"), Recorded("O1", "11")], "O1").OldValue,
                Change(LinkBy.AdditionalId, [Officer("O1", "12"), Assessor("11"), Assessor("12"), Recorded("O1", "11")], "O1").NewValue
            )
        );

    [Fact]
    public void A_link_on_the_worklist_is_withdrawn_without_touching_the_field()
    {
        var change = Change(LinkBy.AdditionalId, [Officer("O1"), Assessor("11"), Recorded("O1", "11") with { Pending = true }], "O1");

        Assert.True(ChangeOutcome.SameValue(change.OldValue, change.NewValue));
    }

    [Fact]
    public void An_accounts_drifted_link_is_forgotten_by_its_ID() =>
        Assert.Equal("11", Change(LinkBy.MisValue, [Officer("O1"), Assessor("11"), Recorded("O1", "11", linkBy: LinkBy.MisValue)], null, "11").Key);
}
