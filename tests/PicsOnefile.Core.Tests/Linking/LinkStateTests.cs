using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

public class LinkStateTests
{
    private static LinkSnapshot Snapshot(LinkBy linkBy, params object[] records) => Links(LinkKind.Officer, linkBy, records).Value!;

    private static LinkEntry ById(params object[] records) => Snapshot(LinkBy.AdditionalId, records).OfIdent("O1").Single();

    private static LinkEntry ByMis(params object[] records) => Snapshot(LinkBy.MisValue, records).OfOnefileId("11").Single();

    private static RecordedLink RecordedMis(string ident, string onefileId) => Recorded(ident, onefileId, linkBy: LinkBy.MisValue);

    [Fact]
    public void An_Additional_ID_that_is_an_assessors_ID_links_the_two()
    {
        var entry = ById(Officer("O1", " 11 "), Assessor("11"));

        Assert.Equal((LinkState.Linked, "11", "", true), (entry.State, entry.OnefileId, entry.Detail, entry.Tied));
    }

    [Fact]
    public void A_MIS_Value_that_is_an_Ident_links_the_two_in_each_centre()
    {
        var snapshot = Snapshot(LinkBy.MisValue, Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: " O1 ", centre: "2"));

        Assert.Equal([("11", LinkState.Linked), ("12", LinkState.Linked)], snapshot.OfIdent("O1").Select(entry => (entry.OnefileId!, entry.State)));
    }

    [Fact]
    public void Organisations_and_placements_are_linked_by_the_same_rules()
    {
        Assert.Equal(
            LinkState.Linked,
            Links(LinkKind.Organisation, LinkBy.AdditionalId, Organisation("P1", "21"), Placement("21")).Value!.OfIdent("P1").Single().State
        );
        Assert.Equal(
            LinkState.Linked,
            Links(LinkKind.Organisation, LinkBy.MisValue, Organisation("P1"), Placement("21", misId: "P1")).Value!.OfIdent("P1").Single().State
        );
    }

    [Fact]
    public void Records_that_nothing_ties_are_unlinked_on_both_sides()
    {
        Assert.All(Snapshot(LinkBy.AdditionalId, Officer("O1"), Assessor("11")).Entries, entry =>
            Assert.Equal((LinkState.Unlinked, false), (entry.State, entry.Tied))
        );
        Assert.All(
            Snapshot(LinkBy.MisValue, Officer("O1"), Assessor("11")).Entries,
            entry => Assert.Equal((LinkState.Unlinked, false), (entry.State, entry.Tied))
        );
        Assert.Equal(2, Snapshot(LinkBy.AdditionalId, Officer("O1"), Assessor("11")).Entries.Count);
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId)]
    [InlineData(LinkBy.MisValue)]
    public void A_record_out_of_use_that_nothing_ties_says_so(LinkBy linkBy) =>
        Assert.Equal(
            ["O1 is not in use in PICSWeb.", "11 is archived or inactive in Onefile."],
            Snapshot(linkBy, Officer("O1") with { Status = "Dormant" }, Assessor("11") with { Archived = true }, Assessor("12"))
                .Entries.Select(entry => entry.Detail)
                .Where(detail => detail.Length > 0)
                .OrderByDescending(detail => detail, StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("SA-4711")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void Another_e_portfolios_ID_is_no_link_and_is_pointed_out(string value)
    {
        var entry = ById(Officer("O1", value), Assessor("11"));

        Assert.Equal((LinkState.Unlinked, null), (entry.State, entry.OnefileId));
        Assert.Contains(value, entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_MIS_Value_that_is_no_Ident_is_no_link_and_is_pointed_out() =>
        Assert.Contains("Z9", ByMis(Officer("O1"), Assessor("11", misId: "Z9")).Detail, StringComparison.Ordinal);

    [Fact]
    public void A_number_that_Onefile_does_not_know_is_broken()
    {
        var entry = ById(Officer("O1", "99"), Assessor("11"));

        Assert.Equal((LinkState.Broken, "99", false), (entry.State, entry.OnefileId, entry.Tied));
    }

    [Fact]
    public void A_number_that_nobody_has_looked_up_yet_is_unknown_and_not_broken()
    {
        var sources = Snapshot(LinkBy.AdditionalId, Officer("O1", "99"), Recorded("O1", "99")).Sources with { Unconfirmed = ["99"] };

        var entry = LinkSnapshot.From(sources).OfIdent("O1").Single();

        Assert.Equal((LinkState.Unknown, "99"), (entry.State, entry.OnefileId));
    }

    [Theory]
    [InlineData(true, LinkState.Broken)]
    [InlineData(false, LinkState.Linked)]
    [InlineData(null, LinkState.Linked)]
    public void A_link_to_an_archived_account_is_broken(bool? archived, LinkState state)
    {
        Assert.Equal(state, ById(Officer("O1", "11"), Assessor("11", archived: archived)).State);
        Assert.Equal(state, ByMis(Officer("O1"), Assessor("11", misId: "O1", archived: archived)).State);
    }

    [Fact]
    public void An_ID_that_was_linked_in_Practice_is_broken_in_Live_although_Live_has_such_an_ID()
    {
        var entry = ById(Officer("O1", "11"), Assessor("11"), Recorded("O1", "11", OnefileEnvironment.Practice));

        Assert.Equal(LinkState.Broken, entry.State);
        Assert.Contains("Practice", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ID_that_both_environments_share_is_linked_once_it_was_recorded_here() =>
        Assert.Equal(
            LinkState.Linked,
            ById(Officer("O1", "11"), Assessor("11"), Recorded("O1", "11", OnefileEnvironment.Practice), Recorded("O1", "11")).State
        );

    [Fact]
    public void Two_officers_in_use_with_one_Onefile_ID_are_duplicates()
    {
        var snapshot = Snapshot(LinkBy.AdditionalId, Officer("O1", "11"), Officer("O2", "11"), Assessor("11"));

        Assert.Equal([LinkState.Duplicate, LinkState.Duplicate], snapshot.OfOnefileId("11").Select(entry => entry.State));
    }

    [Fact]
    public void An_officer_who_has_left_makes_no_duplicate() =>
        Assert.Equal(LinkState.Linked, ById(Officer("O1", "11"), Officer("O2", "11", status: "Left"), Assessor("11")).State);

    [Fact]
    public void Two_accounts_of_one_centre_with_one_MIS_Value_are_duplicates_even_if_one_is_archived() =>
        Assert.Equal(LinkState.Duplicate, ByMis(Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1", archived: true)).State);

    [Fact]
    public void A_link_that_was_recorded_and_is_gone_has_drifted()
    {
        Assert.Equal(LinkState.Drifted, ById(Officer("O1"), Assessor("11"), Recorded("O1", "11")).State);
        Assert.Equal(LinkState.Drifted, ByMis(Officer("O1"), Assessor("11"), RecordedMis("O1", "11")).State);
    }

    [Fact]
    public void A_link_that_leads_elsewhere_than_recorded_has_drifted_and_both_are_named()
    {
        var entry = ById(Officer("O1", "12"), Assessor("11"), Assessor("12"), Recorded("O1", "11"));

        Assert.Equal(LinkState.Drifted, entry.State);
        Assert.Contains("11", entry.Detail, StringComparison.Ordinal);
        Assert.Contains("12", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Ident_that_moved_to_another_account_of_the_centre_has_drifted_at_both_accounts()
    {
        var snapshot = Snapshot(LinkBy.MisValue, Officer("O1"), Assessor("11"), Assessor("12", misId: "O1"), RecordedMis("O1", "11"));

        Assert.Equal(["11", "12"], snapshot.Entries.Where(entry => entry.State == LinkState.Drifted).Select(entry => entry.OnefileId));
    }

    [Fact]
    public void A_link_that_was_recorded_in_the_other_link_mode_is_no_measure() =>
        Assert.Equal(LinkState.Unlinked, ByMis(Officer("O1"), Assessor("11"), Recorded("O1", "11")).State);

    [Fact]
    public void A_link_on_the_worklist_is_pending_and_shows_the_record_it_will_lead_to()
    {
        var snapshot = Snapshot(LinkBy.AdditionalId, Officer("O1"), Assessor("11"), Recorded("O1", "11") with { Pending = true });

        var entry = Assert.Single(snapshot.Entries);
        Assert.Equal((LinkState.Pending, "11", false), (entry.State, entry.OnefileId, entry.Tied));
    }

    [Theory]
    [InlineData("11", LinkState.Linked)]
    [InlineData("12", LinkState.Drifted)]
    [InlineData("SA-1", LinkState.Drifted)]
    public void What_PICSWeb_shows_turns_pending_into_linked_or_drifted(string shown, LinkState state) =>
        Assert.Equal(state, ById(Officer("O1", shown), Assessor("11"), Assessor("12"), Recorded("O1", "11") with { Pending = true }).State);

    [Theory]
    [InlineData("12")]
    [InlineData("SA-1")]
    public void A_value_that_is_to_be_replaced_on_screen_is_pending_while_it_stands(string before)
    {
        var snapshot = Snapshot(LinkBy.AdditionalId, Officer("O1", before), Assessor("11"), Assessor("12"), Recorded("O1", "11") with { Pending = true });
        var sources = snapshot.Sources with { BeforePending = new Dictionary<string, string?> { ["O1"] = before } };

        var entry = LinkSnapshot.From(sources).OfIdent("O1").Single();
        Assert.Equal((LinkState.Pending, "11"), (entry.State, entry.OnefileId));
    }

    [Fact]
    public void Everything_is_unknown_while_PICSWeb_cannot_be_read()
    {
        var sources = Snapshot(LinkBy.AdditionalId, Officer("O1", "11"), Assessor("11")).Sources with { PicsWeb = null };

        Assert.Equal(LinkState.Unknown, Assert.Single(LinkSnapshot.From(sources).Entries).State);
    }

    [Fact]
    public void An_exclusion_stands_above_every_other_state()
    {
        Assert.Equal(LinkState.Excluded, ById(Officer("O1", "99"), Excluded(ident: "O1"), Recorded("O1", "11")).State);
        Assert.Equal(LinkState.Excluded, ById(Officer("O1", "11"), Assessor("11"), Excluded(onefileId: "11")).State);
        Assert.Equal(LinkState.Excluded, ByMis(Officer("O1"), Assessor("11", misId: "O1"), Excluded(ident: "O1")).State);
        Assert.Equal(LinkState.Excluded, Snapshot(LinkBy.AdditionalId, Assessor("11"), Excluded(onefileId: "11")).OfOnefileId("11").Single().State);
    }

    // Each case fulfils its own condition and all that stand below it in the table of states.
    [Fact]
    public void The_first_state_that_applies_counts()
    {
        var drifted = Recorded("O1", "12");

        Assert.Equal(LinkState.Broken, ById(Officer("O1", "11"), Officer("O2", "11"), Assessor("11", archived: true), drifted).State);
        Assert.Equal(LinkState.Duplicate, ById(Officer("O1", "11"), Officer("O2", "11"), Assessor("11"), drifted).State);
        Assert.Equal(LinkState.Drifted, ById(Officer("O1", "11"), Assessor("11"), drifted with { Pending = true }).State);
    }
}
