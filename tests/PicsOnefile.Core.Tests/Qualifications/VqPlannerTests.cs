using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Qualifications;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;
using static PicsOnefile.StandardComponentKind;

namespace PicsOnefile.Core.Tests.Qualifications;

public sealed class VqPlannerTests
{
    private static readonly LearningAim[] Two = [Aim("196AS"), Aim("196GW", "Business Administrator Gateway")];

    [Theory]
    [InlineData("42", "Did you mean '0042'?")]
    [InlineData("=\"042\"", "Did you mean '0042'?")]
    [InlineData("43", "")]
    public void A_key_whose_zeros_a_spreadsheet_took_gets_the_hint(string given, string hint)
    {
        var refusal = Assert.Single(Plan([new VqRequest("196", Gateway, QualificationId: given)], Qualification("0042", "Gateway", null))).Refusal!;

        Assert.Equal("RecordUnknown", refusal.Kind.Id);
        Assert.Equal(hint.Length > 0, refusal.Message.Contains("Did you mean '0042'? Put it in quotes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_piped_row_sets_Onefiles_code_and_shows_old_and_new()
    {
        var change = Assert.Single(Plan([Piped(Wrong, Gateway)], Wrong)).Change!;

        Assert.Equal(("7", "VqReference", "196gw", "196GW"), (change.Key, change.Field, change.OldValue, change.NewValue));
        Assert.Equal(("Qualification 7 (Gateway)", "Set the VQ Reference to 196GW in place of 196gw"), (change.Target, change.Action));
    }

    [Fact]
    public void A_whole_standard_sets_what_Onefile_offers_and_what_it_does_not_offer_is_no_error()
    {
        var plan = Plan([new VqRequest("196")], Qualification("1", "Business Administrator", null, "196"), Wrong);

        Assert.Equal(["196AS", "196GW"], plan.Select(item => item.Change?.NewValue).OfType<string>());
        Assert.All(plan, item => Assert.Null(item.Refusal));
        Assert.Equal(2, plan.Count(item => item.Skipped is not null));
    }

    [Fact]
    public void Everything_piped_in_touches_only_what_is_wrong_or_empty_and_known_for_sure()
    {
        Qualification[] all = [Qualification("1", "Business Administrator", "196AS"), Qualification("2", "Gateway of a Business Administrator")];
        var rows = StandardSnapshot.From(Two, all).References;

        var plan = Plan([.. rows.Select(Piped)], all);

        Assert.All(plan, item => Assert.Null(item.Change));
        Assert.All(plan, item => Assert.NotNull(item.Skipped ?? item.Refusal?.Kind.Id));
    }

    [Fact]
    public void A_proposal_that_is_piped_on_is_left_for_a_person()
    {
        var proposed = Qualification("7", "Business Administrator Gateway");

        Assert.NotNull(Assert.Single(Plan([Piped(proposed, Gateway)], proposed)).Skipped);
        Assert.Equal("ComponentProposed", Refusal(new VqRequest("196", Gateway), proposed));
    }

    [Fact]
    public void A_proposal_is_set_when_a_person_names_the_qualification()
    {
        var item = Assert.Single(Plan([new VqRequest("196", Gateway, QualificationId: "7")], Qualification("7", "Business Administrator Gateway")));

        Assert.Equal("196GW", item.Change?.NewValue);
    }

    [Fact]
    public void An_ambiguous_component_needs_qualification_and_code()
    {
        Qualification[] both = [Qualification("7", "Gateway", null, "196"), Qualification("8", "Gateway 2", null, "196")];

        Assert.Equal("ComponentAmbiguous", Refusal(new VqRequest("196", Gateway), both));
        Assert.Equal("ComponentAmbiguous", Refusal(new VqRequest("196", Gateway, QualificationId: "8"), both));
        Assert.Equal("8", Assert.Single(Plan([new VqRequest("196", Gateway, "196GW", "8")], both)).Change?.Key);
    }

    [Fact]
    public void What_the_recognition_filled_in_earlier_does_not_decide_what_is_ambiguous_now()
    {
        Qualification[] now = [Qualification("7", "Gateway", null, "196"), Qualification("8", "Gateway 2", null, "196")];

        Assert.Equal("ComponentAmbiguous", Refusal(new VqRequest("196", Gateway, "196GW", "7") { State = VqState.Empty }, now));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_code_that_Onefile_does_not_have_needs_force(bool force)
    {
        var item = Assert.Single(
            Plan([new VqRequest("196", EndPointAssessment)], new VqPlanOptions(force), Qualification("7", "End-point assessment", null, "196"))
        );

        Assert.Equal(force ? null : "CodeNotInOnefile", item.Refusal?.Kind.Id);
        Assert.Equal(force ? "196EP" : null, item.Change?.NewValue);
    }

    [Fact]
    public void A_standard_that_neither_side_knows_is_refused_by_name()
    {
        var refusal = Assert.Single(Plan([new VqRequest("999")])).Refusal!;

        Assert.Equal("RecordUnknown", refusal.Kind.Id);
        Assert.Contains("999", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_without_a_qualification_names_the_reference_to_add()
    {
        var refusal = Assert.Single(Plan([new VqRequest("196", Gateway)])).Refusal!;

        Assert.Equal("QualificationMissing", refusal.Kind.Id);
        Assert.Contains("196GW", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_another_live_qualification_keeps_is_refused_even_with_force()
    {
        Qualification[] both = [Qualification("7", "Gateway", "196GW"), Qualification("8", "Other")];

        Assert.Equal(
            "ReferenceTaken",
            Assert.Single(Plan([new VqRequest("196", Gateway, "196GW", "8")], new VqPlanOptions(Force: true), both)).Refusal?.Kind.Id
        );
    }

    [Fact]
    public void A_reference_that_only_a_dormant_qualification_carries_is_free()
    {
        Qualification[] both = [Qualification("7", "Gateway", "196GW", status: "Dormant"), Qualification("8", "Other")];

        Assert.Equal("8", Assert.Single(Plan([new VqRequest("196", Gateway, "196GW", "8")], both)).Change?.Key);
    }

    [Fact]
    public void A_reference_that_is_given_up_in_the_same_run_is_free()
    {
        Qualification[] both = [Qualification("7", "Gateway", "196AS", "196"), Qualification("8", "Business Administrator", null, "196")];

        var plan = Plan([new VqRequest("196", Standard), new VqRequest("196", Gateway)], both);

        Assert.Equal([("8", "196AS"), ("7", "196GW")], plan.Select(item => (item.Change!.Key, item.Change.NewValue!)));
    }

    [Fact]
    public void A_reference_whose_holder_is_not_changed_after_all_stays_taken()
    {
        Qualification[] both = [Qualification("7", "Gateway", "196AS", "196"), Qualification("8", "Business Administrator", null, "196")];

        Assert.Equal("ReferenceTaken", Refusal(new VqRequest("196", Standard), both));
    }

    [Fact]
    public void One_run_does_not_give_one_reference_to_two_qualifications()
    {
        Qualification[] both = [Qualification("7", "One"), Qualification("8", "Two")];

        var plan = Plan([new VqRequest(null, null, "196GW", "7"), new VqRequest(null, null, "196GW", "8"), new VqRequest(null, null, "196AS", "7")], both);

        Assert.NotNull(plan[0].Change);
        Assert.All(plan.Skip(1), item => Assert.Equal("ReferenceTaken", item.Refusal?.Kind.Id));
    }

    [Fact]
    public void The_same_request_twice_is_made_once()
    {
        var plan = Plan([new VqRequest("196", Gateway), new VqRequest("196", Gateway)], Wrong);

        Assert.Equal([true, false], plan.Select(item => item.Change is not null));
        Assert.NotNull(plan[1].Skipped);
    }

    [Fact]
    public void A_dormant_qualification_is_refused_without_force()
    {
        Assert.Equal("QualificationDormant", Refusal(new VqRequest("196", Gateway, "196GW", "7"), Qualification("7", "Gateway", status: "Dormant")));
    }

    [Fact]
    public void A_code_that_is_not_the_components_is_refused()
    {
        Assert.Equal("VqRequestInvalid", Refusal(new VqRequest("196", Gateway, "196AS", "7"), Qualification("7", "Gateway")));
    }

    [Fact]
    public void A_code_is_set_as_Onefile_writes_it_however_it_was_typed()
    {
        Assert.Equal("196GW", Assert.Single(Plan([new VqRequest(null, null, "196 gw", "7")], Qualification("7", "Gateway"))).Change?.NewValue);
    }

    [Fact]
    public void A_qualification_that_is_no_standard_is_mended_by_its_ID_and_code()
    {
        var snapshot = StandardSnapshot.From([Aim("603/2863/2", "Diploma")], [Qualification("7", "Diploma", "60328632")]);

        var item = Assert.Single(VqPlanner.Plan(snapshot, [new VqRequest(null, null, "603/2863/2", "7")], new VqPlanOptions()));

        Assert.Equal(("603/2863/2", null), (item.Change?.NewValue, item.Component));
    }

    [Fact]
    public void A_request_that_names_nothing_says_what_to_give()
    {
        Assert.Equal("VqRequestInvalid", Refusal(new VqRequest()));
        Assert.Equal("VqRequestInvalid", Refusal(new VqRequest(QualificationId: "7"), Qualification("7", "Something else")));
        Assert.Equal("RecordUnknown", Refusal(new VqRequest("196", Gateway, QualificationId: "99")));
    }

    [Theory]
    [InlineData(ReviewDecision.Reject, "7", "it is not 196GW")]
    [InlineData(ReviewDecision.Exclude, "7", "excludes it")]
    [InlineData(ReviewDecision.Reject, null, "196GW is meant to have none")]
    public void A_reference_that_the_same_run_also_rejects_or_excludes_is_not_set_in_whatever_order(ReviewDecision no, string? qualificationId, string says)
    {
        VqRequest[] requests =
        [
            new("196", Gateway, "196GW", "7") { Decision = ReviewDecision.Accept, NeedsDecision = true },
            new("196", Gateway, "196GW", qualificationId) { Decision = no, NeedsDecision = true },
            new("196", Standard, "196AS", "8") { Decision = ReviewDecision.Accept, NeedsDecision = true },
        ];
        Qualification[] both = [Qualification("7", "Gateway"), Qualification("8", "Business Administrator")];

        foreach (var asked in new[] { requests, [.. requests.Reverse()] })
        {
            var plan = Plan(asked, both);

            Assert.Equal(["196AS"], plan.Select(item => item.Change?.NewValue).OfType<string>());
            Assert.Single(plan, item => item.Exclusion is not null);
            var refusal = Assert.Single(plan, item => item.Refusal is not null).Refusal!;
            Assert.Equal("ReviewRowInvalid", refusal.Kind.Id);
            Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_two_qualifications_for_a_component_one_may_be_rejected_and_the_other_accepted()
    {
        VqRequest[] requests =
        [
            new("196", Gateway, "196GW", "7") { Decision = ReviewDecision.Reject, NeedsDecision = true },
            new("196", Gateway, "196GW", "9") { Decision = ReviewDecision.Accept, NeedsDecision = true },
        ];

        var plan = Plan(requests, Qualification("7", "Gateway"), Qualification("9", "Gateway B"));

        Assert.Equal(["9"], plan.Select(item => item.Change?.Key).OfType<string>());
    }

    private static Qualification Wrong => Qualification("7", "Gateway", "196gw", "196");

    private static VqRequest Piped(StandardVqReference row) =>
        new(row.StandardCode, row.Component, row.Code, row.QualificationId) { State = row.State, Proposed = row.Proposed };

    private static VqRequest Piped(Qualification qualification, StandardComponentKind component) => Piped(Component(component, Two, qualification));

    private static string? Refusal(VqRequest request, params Qualification[] qualifications) => Assert.Single(Plan([request], qualifications)).Refusal?.Kind.Id;

    private static IReadOnlyList<VqPlanItem> Plan(VqRequest[] requests, params Qualification[] qualifications) =>
        Plan(requests, new VqPlanOptions(), qualifications);

    private static IReadOnlyList<VqPlanItem> Plan(VqRequest[] requests, VqPlanOptions options, params Qualification[] qualifications) =>
        VqPlanner.Plan(StandardSnapshot.From(Two, qualifications), requests, options);
}
