using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;
using PicsOnefile.Records;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

public class LinkPlannerTests
{
    private static readonly LinkPlanOptions Options = new(new("Live"), Confidence.Certain, Force: false, Reason: null, "amina", Now);

    private static readonly LinkPlanOptions AtNorthmoor = Options with
    {
        Connected = new(PicsOnefileProfile.AdHoc)
        {
            Origin = new(OnefileEnvironment.Live, "7001", null),
            Name = "Northmoor",
            CentreIds = ["1"],
        },
    };

    private static LinkSnapshot Snapshot(params object[] records) => Links(LinkKind.Officer, LinkBy.AdditionalId, records).Value!;

    private static LinkSnapshot MisSnapshot(params object[] records) => Links(LinkKind.Officer, LinkBy.MisValue, records).Value!;

    private static LinkRequest Pair(string? ident = "O1", string? onefileId = "11") => new(LinkKind.Officer, ident, onefileId);

    private static LinkRequest Reviewed(ReviewDecision? decision, string? ident = "O1", string? onefileId = "11") =>
        Pair(ident, onefileId) with
        {
            NeedsDecision = true,
            Decision = decision,
        };

    private static LinkPlanItem Plan(LinkSnapshot snapshot, LinkRequest request, LinkPlanOptions? options = null) =>
        Assert.Single(LinkPlanner.Plan(snapshot, [request], options ?? Options));

    private static string? Refused(LinkSnapshot snapshot, LinkRequest request, LinkPlanOptions? options = null) =>
        Plan(snapshot, request, options).Refusal?.Kind.Id;

    private static readonly LinkPlanOptions Forced = Options with { Force = true };

    [Fact]
    public void A_link_by_Additional_ID_changes_the_officer()
    {
        var change = Plan(Snapshot(Officer("O1"), Assessor("11")), Pair()).Change!;

        Assert.Equal(
            (RecordKind.Officer, "kO1", "O1", "AdditionalId", "11", "O1", "1"),
            (change.Kind, change.RecordId, change.Key, change.Field, change.NewValue, change.Ident, change.CentreId)
        );
        Assert.Equal("Officer O1 (Ffion Arkwright)", change.Target);
        Assert.Equal("Set the Additional ID to 11 (Ffion Arkwright)", change.Action);
    }

    [Fact]
    public void A_link_by_MIS_Value_changes_the_account()
    {
        var change = Plan(MisSnapshot(Officer("O1"), Assessor("11", misId: "old")), Pair(), Forced).Change!;

        Assert.Equal(
            (RecordKind.Assessor, "11", "11", "MisId", "old", "O1", "O1"),
            (change.Kind, change.RecordId, change.Key, change.Field, change.OldValue, change.NewValue, change.Ident)
        );
        Assert.Equal("Set the MIS Value to O1 (Ffion Arkwright) in place of old", change.Action);
    }

    [Fact]
    public void One_officer_gets_one_account_in_each_centre_by_MIS_Value()
    {
        var plan = LinkPlanner.Plan(MisSnapshot(Officer("O1"), Assessor("11"), Assessor("12", centre: "2")), [Pair(), Pair(onefileId: "12")], Options);

        Assert.Equal(["11", "12"], plan.Select(item => item.Change?.Key));
    }

    [Theory]
    [InlineData(null, "11", "CandidateIncomplete")]
    [InlineData("O1", "", "CandidateIncomplete")]
    [InlineData("O9", "11", "RecordUnknown")]
    [InlineData("O1", "99", "RecordUnknown")]
    public void IDs_that_are_missing_or_unknown_are_refused(string? ident, string? onefileId, string kind) =>
        Assert.Equal(kind, Refused(Snapshot(Officer("O1"), Assessor("11")), Pair(ident, onefileId), Forced));

    [Theory]
    [InlineData(null)]
    [InlineData(ReviewDecision.Accept)]
    [InlineData(ReviewDecision.Exclude)]
    public void A_candidate_of_another_profile_is_refused_whatever_was_decided(ReviewDecision? decision) =>
        Assert.Equal(
            "CandidateOfAnotherProfile",
            Refused(Snapshot(Officer("O1"), Assessor("11")), Pair() with { Source = new("Practice"), Decision = decision }, Forced)
        );

    [Fact]
    public void An_archived_account_is_refused_without_Force()
    {
        var snapshot = Snapshot(Officer("O1"), Assessor("11", archived: true));

        Assert.Equal("TargetNotLive", Refused(snapshot, Pair()));
        Assert.Equal("11", Plan(snapshot, Pair(), Forced).Change?.NewValue);
    }

    [Fact]
    public void An_account_of_which_Onefile_does_not_say_whether_it_is_in_use_may_be_linked() =>
        Assert.NotNull(Plan(Snapshot(Officer("O1"), Assessor("11", archived: null)), Pair()).Change);

    [Theory]
    [InlineData("O1", "11")]
    [InlineData(null, "11")]
    [InlineData("O1", null)]
    public void An_excluded_record_is_refused_also_with_Force(string? ident, string? onefileId) =>
        Assert.Equal("RecordExcluded", Refused(Snapshot(Officer("O1"), Assessor("11"), Excluded(ident, onefileId)), Pair(), Forced));

    [Fact]
    public void Another_value_is_overwritten_by_Force_or_by_the_decision_Replace_only()
    {
        var snapshot = Snapshot(Officer("O1", "12"), Assessor("11"), Assessor("12"));

        Assert.Equal("AlreadyLinkedElsewhere", Refused(snapshot, Pair()));
        Assert.Equal("AlreadyLinkedElsewhere", Refused(snapshot, Reviewed(ReviewDecision.Accept)));
        Assert.Equal(("12", "11"), (Plan(snapshot, Pair(), Forced).Change?.OldValue, Plan(snapshot, Pair(), Forced).Change?.NewValue));
        Assert.Equal("11", Plan(snapshot, Reviewed(ReviewDecision.Replace)).Change?.NewValue);
    }

    [Fact]
    public void Another_e_portfolios_ID_is_pointed_out_as_such() =>
        Assert.Contains("another e-portfolio's", Plan(Snapshot(Officer("O1", "SA-1"), Assessor("11")), Pair()).Refusal!.Message, StringComparison.Ordinal);

    [Fact]
    public void An_account_that_another_officer_holds_is_refused_also_with_Force_unless_that_officer_has_left()
    {
        Assert.Equal("AlreadyLinkedElsewhere", Refused(Snapshot(Officer("O1"), Officer("O2", "11"), Assessor("11")), Pair(), Forced));
        Assert.NotNull(Plan(Snapshot(Officer("O1"), Officer("O2", "11", status: "Left"), Assessor("11")), Pair()).Change);
    }

    [Fact]
    public void An_account_that_is_promised_to_another_officer_on_the_worklist_is_refused() =>
        Assert.Equal(
            "AlreadyLinkedElsewhere",
            Refused(Snapshot(Officer("O1"), Officer("O2"), Assessor("11"), Recorded("O2", "11") with { Pending = true }), Pair())
        );

    [Fact]
    public void A_second_account_of_the_same_centre_with_the_Ident_is_refused_also_an_archived_one()
    {
        Assert.Equal(
            "AlreadyLinkedElsewhere",
            Refused(MisSnapshot(Officer("O1"), Assessor("11"), Assessor("12", misId: "O1", archived: true)), Pair(), Forced)
        );
        Assert.NotNull(Plan(MisSnapshot(Officer("O1"), Assessor("11"), Assessor("12", misId: "O1", centre: "2")), Pair()).Change);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ReviewDecision.Accept)]
    [InlineData(ReviewDecision.Replace)]
    public void A_pair_that_is_linked_already_needs_nothing(ReviewDecision? decision)
    {
        var item = Plan(Snapshot(Officer("O1", "11"), Assessor("11")), Pair() with { Decision = decision });

        Assert.Equal((null, null), (item.Change, item.Refusal));
        Assert.Contains("linked already", item.Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drift_that_a_person_accepts_is_written_down_without_another_value()
    {
        var change = Plan(Snapshot(Officer("O1", "11"), Assessor("11"), Assessor("12"), Recorded("O1", "12")), Pair()).Change!;

        Assert.Equal(("11", "11"), (change.OldValue, change.NewValue));
        Assert.Equal("Keep the Additional ID 11 (Ffion Arkwright) as the link", change.Action);
    }

    [Fact]
    public void An_ID_that_Practice_shares_with_Live_can_be_confirmed() =>
        Assert.NotNull(Plan(Snapshot(Officer("O1", "11"), Assessor("11"), Recorded("O1", "11", OnefileEnvironment.Practice)), Pair()).Change);

    [Theory]
    [InlineData(Confidence.Certain, true)]
    [InlineData(Confidence.Probable, true)]
    [InlineData(Confidence.Possible, false)]
    [InlineData(Confidence.None, false)]
    public void Candidates_below_the_minimum_confidence_are_left_alone(Confidence confidence, bool linked) =>
        Assert.Equal(
            linked,
            Plan(
                Snapshot(Officer("O1"), Assessor("11")),
                Pair() with
                {
                    Confidence = confidence,
                },
                Options with
                {
                    MinimumConfidence = Confidence.Probable,
                }
            ).Change
                is not null
        );

    [Fact]
    public void A_candidate_without_a_partner_is_never_linked_by_itself() =>
        Assert.NotNull(
            Plan(
                Snapshot(Officer("O1"), Assessor("11")),
                Pair() with
                {
                    Confidence = Confidence.None,
                },
                Options with
                {
                    MinimumConfidence = Confidence.None,
                }
            ).Skipped
        );

    [Theory]
    [InlineData(ReviewDecision.Accept, true, false)]
    [InlineData(ReviewDecision.Reject, false, true)]
    [InlineData(null, false, false)]
    public void In_a_review_the_persons_decision_counts_and_no_confidence(ReviewDecision? decision, bool linked, bool rejected)
    {
        foreach (var confidence in new[] { Confidence.None, Confidence.Certain })
        {
            var item = Plan(Snapshot(Officer("O1"), Assessor("11")), Reviewed(decision) with { Confidence = confidence });
            Assert.Equal((linked, rejected, decision is null, null), (item.Change is not null, item.Rejects, item.Skipped is not null, item.Refusal));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ReviewDecision.Accept)]
    [InlineData(ReviewDecision.Replace)]
    [InlineData(ReviewDecision.Reject)]
    [InlineData(ReviewDecision.Exclude)]
    public void A_row_of_another_customer_is_refused_whatever_was_decided_and_though_both_IDs_exist(ReviewDecision? decision)
    {
        var request = Pair() with { Source = new(PicsOnefileProfile.AdHoc, "Live/7099"), Decision = decision, NeedsDecision = decision is not null };

        var refusal = Plan(Snapshot(Officer("O1"), Assessor("11")), request, AtNorthmoor).Refusal!;

        Assert.Equal("CandidateOfAnotherProfile", refusal.Kind.Id);
        Assert.Contains("customer 7099 in Live, and customer 7001 (Northmoor) in Live is connected", refusal.Message, StringComparison.Ordinal);
        Assert.Null(Plan(Snapshot(Officer("O1"), Assessor("11")), request with { Source = new("Renamed", "Live/7001") }, AtNorthmoor).Refusal);
    }

    [Theory]
    [InlineData("9", null)]
    [InlineData(null, "Ann Bell")]
    public void A_row_of_version_0_1_0_is_refused_for_another_centre_or_another_name(string? centre, string? name)
    {
        var request = Reviewed(ReviewDecision.Accept) with { Source = new(PicsOnefileProfile.AdHoc, null, centre, name) };

        Assert.Equal("CandidateOfAnotherProfile", Refused(Snapshot(Officer("O1"), Assessor("11")), request, AtNorthmoor));
        Assert.NotNull(
            Plan(
                Snapshot(Officer("O1"), Assessor("11")),
                request with
                {
                    Source = new(PicsOnefileProfile.AdHoc, null, "1", "Ffion Arkwright"),
                },
                AtNorthmoor
            ).Change
        );
    }

    [Fact]
    public void A_link_of_another_customer_is_not_taken_off()
    {
        var request = Pair() with { Source = new(PicsOnefileProfile.AdHoc, "Live/7099") };

        var item = Assert.Single(LinkPlanner.PlanRemoval(Snapshot(Officer("O1", "11"), Assessor("11")), [request], AtNorthmoor));

        Assert.Equal("CandidateOfAnotherProfile", item.Refusal!.Kind.Id);
    }

    [Fact]
    public void A_rejection_of_another_profile_is_refused() =>
        Assert.Equal(
            "CandidateOfAnotherProfile",
            Plan(Snapshot(Officer("O1"), Assessor("11")), Reviewed(ReviewDecision.Reject) with { Source = new("Practice") }).Refusal!.Kind.Id
        );

    [Fact]
    public void Exclude_excludes_the_account_or_the_officer_who_has_none()
    {
        var snapshot = Snapshot(Officer("O1"), Assessor("11"));

        var account = Plan(snapshot, Reviewed(ReviewDecision.Exclude) with { Note = "Agency." }).Exclusion!;
        var officer = Plan(snapshot, Reviewed(ReviewDecision.Exclude, onefileId: null)).Exclusion!;

        Assert.Equal(("11", null, "Agency.", "amina", Now), (account.OnefileId, account.Ident, account.Reason, account.Actor, account.At));
        Assert.Equal((null, "O1", "Excluded in the review."), (officer.OnefileId, officer.Ident, officer.Reason));
    }

    [Theory]
    [InlineData(null, "11", "Assessor 11: one of the two IDs is missing.")]
    [InlineData("O1", "", "Officer O1: one of the two IDs is missing.")]
    public void A_refusal_names_what_was_given_and_nothing_else(string? ident, string? onefileId, string told) =>
        Assert.Equal(told, Plan(Snapshot(Officer("O1"), Assessor("11")), Pair(ident, onefileId), Forced).Refusal!.Message);

    [Theory]
    [InlineData(ReviewDecision.Exclude, "11", "excludes one of them")]
    [InlineData(ReviewDecision.Exclude, null, "excludes one of them")]
    [InlineData(ReviewDecision.Reject, "11", "rejects the pair")]
    public void A_pair_that_the_same_run_also_excludes_or_rejects_is_not_linked_in_whatever_order(ReviewDecision no, string? onefileId, string says)
    {
        var snapshot = Snapshot(Officer("O1"), Officer("O2"), Assessor("11"), Assessor("12"));
        LinkRequest[] requests = [Reviewed(ReviewDecision.Accept), Reviewed(no, onefileId: onefileId), Pair("O2", "12")];

        foreach (var asked in new[] { requests, [.. requests.Reverse()] })
        {
            var plan = LinkPlanner.Plan(snapshot, asked, Options);

            Assert.Equal(["12"], plan.Select(item => item.Change?.NewValue).OfType<string>());
            Assert.Single(plan, item => item.Exclusion is not null || item.Rejects);
            var refusal = Assert.Single(plan, item => item.Refusal is not null).Refusal!;
            Assert.Equal("ReviewRowInvalid", refusal.Kind.Id);
            Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_two_candidates_one_may_be_rejected_and_the_other_linked() =>
        Assert.Equal(
            ["11"],
            LinkPlanner
                .Plan(Snapshot(Officer("O1"), Officer("O2"), Assessor("11")), [Reviewed(ReviewDecision.Reject, "O2"), Reviewed(ReviewDecision.Accept)], Options)
                .Select(item => item.Change?.NewValue)
                .OfType<string>()
        );

    [Fact]
    public void What_neither_side_knows_cannot_be_excluded() => Assert.Equal("RecordUnknown", Refused(Snapshot(), Reviewed(ReviewDecision.Exclude)));

    [Fact]
    public void A_pair_that_is_given_twice_is_linked_once()
    {
        var plan = LinkPlanner.Plan(Snapshot(Officer("O1"), Assessor("11")), [Pair(), Pair()], Options);

        Assert.NotNull(plan[0].Change);
        Assert.Contains("given twice", plan[1].Skipped, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O1", "12")]
    [InlineData("O2", "11")]
    public void Neither_end_is_given_away_twice_in_one_run(string ident, string onefileId)
    {
        var plan = LinkPlanner.Plan(
            Snapshot(Officer("O1"), Officer("O2"), Assessor("11"), Assessor("12")),
            [Pair(), Pair(ident, onefileId), Pair("O2", "12")],
            Options
        );

        Assert.Equal("AlreadyLinkedElsewhere", plan[1].Refusal?.Kind.Id);
        Assert.Equal([true, false, true], plan.Select(item => item.Change is not null));
    }

    [Fact]
    public void A_request_that_was_refused_claims_nothing()
    {
        var plan = LinkPlanner.Plan(Snapshot(Officer("O1"), Assessor("11"), Assessor("12", archived: true)), [Pair(onefileId: "12"), Pair()], Options);

        Assert.Equal([false, true], plan.Select(item => item.Change is not null));
    }

    [Fact]
    public void The_journal_gets_the_reasons_of_everybody_who_had_one()
    {
        var request = Reviewed(ReviewDecision.Accept) with { Note = "known to me", Confidence = Confidence.Probable, Score = 81 };

        Assert.Equal(
            "first links; review: Accept; known to me; Probable, score 81",
            Plan(Snapshot(Officer("O1"), Assessor("11")), request, Options with { Reason = "first links" }).Change!.Reason
        );
        Assert.Null(Plan(Snapshot(Officer("O1"), Assessor("11")), Pair()).Change!.Reason);
    }

    [Fact]
    public void The_journal_keeps_how_many_wrong_links_the_run_of_a_candidate_might_expect()
    {
        var request = Pair() with { Confidence = Confidence.Certain, Score = 100, MaximumExpectedWrong = 0.001 };

        Assert.Equal(
            "Certain, score 100, at most 0.001 wrong links expected in its run",
            Plan(Snapshot(Officer("O1"), Assessor("11")), request).Change!.Reason
        );
    }

    [Fact]
    public void Plans_come_in_the_order_of_the_requests()
    {
        LinkRequest[] requests = [Pair("O2", "12"), Pair("O9"), Pair()];

        Assert.Equal<IEnumerable<LinkRequest>>(
            requests,
            LinkPlanner.Plan(Snapshot(Officer("O1"), Officer("O2"), Assessor("11"), Assessor("12")), requests, Options).Select(item => item.Request)
        );
    }
}
