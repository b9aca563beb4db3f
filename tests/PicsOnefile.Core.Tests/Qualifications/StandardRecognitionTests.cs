using System;
using System.Linq;
using PicsOnefile.Qualifications;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;
using static PicsOnefile.StandardComponentKind;

namespace PicsOnefile.Core.Tests.Qualifications;

public sealed class StandardRecognitionTests
{
    private static readonly LearningAim[] Four =
    [
        Aim("196AS"),
        Aim("196OP", "Business Administrator On-Programme"),
        Aim("196GW", "Business Administrator Gateway"),
        Aim("196EP", "Business Administrator End-Point Assessment"),
    ];

    [Fact]
    public void A_qualification_with_Onefiles_code_is_equal()
    {
        var row = Component(Gateway, Four, Qualification("7", "Anything", "196GW"));

        Assert.Equal((VqState.Equal, "7", false), (row.State, row.QualificationId, row.Proposed));
    }

    [Theory]
    [InlineData("196gw")]
    [InlineData(" 196 GW")]
    [InlineData("0196-GW")]
    [InlineData("[196GW]")]
    public void A_reference_that_is_only_written_otherwise_is_wrong_and_recognised_without_a_person(string reference)
    {
        var row = Component(Gateway, Four, Qualification("7", "Anything", reference));

        Assert.Equal((VqState.Wrong, "196GW", "7", false), (row.State, row.Code, row.QualificationId, row.Proposed));
    }

    [Theory]
    [InlineData("Business Administrator", Standard)]
    [InlineData("Business Administrator Level 3 main aim", Standard)]
    [InlineData("Business Administrator: On-Programme Learning", OnProgramme)]
    [InlineData("GATEWAY - Business Administrator", Gateway)]
    [InlineData("End Point Assessment for Business Administrator (EPA)", EndPointAssessment)]
    [InlineData("Business Admin EPA", EndPointAssessment)]
    [InlineData("Business Administrator GW", Gateway)]
    [InlineData("Working as a team", Standard)]
    public void The_standard_code_and_the_words_of_the_title_tell_the_component(string title, StandardComponentKind expected)
    {
        var row = Component(expected, Four, Qualification("7", title, null, "196"));

        Assert.Equal((VqState.Empty, "7", false), (row.State, row.QualificationId, row.Proposed));
    }

    [Theory]
    [InlineData("196")]
    [InlineData(" 0196 ")]
    public void The_standard_code_may_have_leading_zeros_and_blanks(string standard)
    {
        Assert.Equal("7", Component(Standard, Four, Qualification("7", "Anything", null, standard)).QualificationId);
    }

    [Fact]
    public void PICSWebs_own_standard_outweighs_a_reference_to_another_one()
    {
        var snapshot = StandardSnapshot.From([Aim("196AS"), Aim("195AS", "Team Leader")], [Qualification("7", "Business Administrator", "195AS", "196")]);

        Assert.Equal((VqState.Wrong, "7"), (snapshot.Row("196", Standard)!.State, snapshot.Row("196", Standard)!.QualificationId));
        Assert.Equal(VqState.NoQualification, snapshot.Row("195", Standard)!.State);
    }

    [Fact]
    public void Four_qualifications_that_all_carry_the_code_of_the_main_aim_are_told_apart_by_standard_code_and_title()
    {
        var snapshot = StandardSnapshot.From(
            Four,
            [
                Qualification("1", "Business Administrator", "196AS", "196"),
                Qualification("2", "Business Administrator on-programme", "196AS", "196"),
                Qualification("3", "Business Administrator gateway", "196AS", "196"),
                Qualification("4", "Business Administrator EPA", "196AS", "196"),
            ]
        );

        Assert.Equal(
            [("1", VqState.Equal), ("2", VqState.Wrong), ("3", VqState.Wrong), ("4", VqState.Wrong)],
            snapshot.References.Select(row => (row.QualificationId!, row.State))
        );
    }

    [Fact]
    public void A_reference_that_is_the_bare_standard_code_counts_as_the_standard_code()
    {
        Assert.Equal((VqState.Wrong, false), StateOf(Component(Gateway, Four, Qualification("7", "Gateway", "196"))));
    }

    [Theory]
    [InlineData("Gateway (196)")]
    [InlineData("Business Administrator: Gateway")]
    [InlineData("Business Administrator Level 3 [196GW]")]
    public void A_title_alone_is_only_a_proposal(string title)
    {
        Assert.Equal((VqState.Empty, true), StateOf(Component(Gateway, Four, Qualification("7", title))));
    }

    [Fact]
    public void A_title_of_another_level_is_no_proposal()
    {
        LearningAim[] aims = [Aim("196AS", "Business Administrator Level 3")];

        Assert.Equal(VqState.NoQualification, Component(Standard, aims, Qualification("7", "Business Administrator") with { Level = "5" }).State);
        Assert.Equal(VqState.Empty, Component(Standard, aims, Qualification("7", "Business Administrator") with { Level = "Level 3" }).State);
    }

    [Fact]
    public void A_number_in_a_title_without_a_component_word_is_no_proposal()
    {
        Assert.Equal(VqState.NoQualification, Component(Standard, Four, Qualification("7", "Unit 196 Customer Service")).State);
    }

    [Fact]
    public void A_title_that_fits_two_standards_is_for_a_person_to_decide()
    {
        var snapshot = StandardSnapshot.From([Aim("196AS"), Aim("597AS")], [Qualification("7", "Business Administrator")]);

        Assert.Equal(VqState.Ambiguous, snapshot.Row("196", Standard)!.State);
        Assert.Equal(VqState.Ambiguous, snapshot.Row("597", Standard)!.State);
    }

    [Fact]
    public void A_title_that_names_two_components_is_for_a_person_to_decide()
    {
        Assert.Equal(VqState.Ambiguous, Component(Gateway, Four, Qualification("7", "Gateway and end-point assessment", null, "196")).State);
    }

    [Fact]
    public void Several_qualifications_that_fit_are_named_and_none_is_picked()
    {
        var row = Component(Gateway, Four, Qualification("7", "Gateway", null, "196"), Qualification("8", "Gateway (2024)", null, "196"));

        Assert.Equal((VqState.Ambiguous, null), (row.State, row.QualificationId));
        Assert.Contains("7 (Gateway), 8 (Gateway (2024))", row.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_live_qualifications_with_the_code_are_ambiguous()
    {
        Assert.Equal(VqState.Ambiguous, Component(Gateway, Four, Qualification("7", "Gateway", "196GW"), Qualification("8", "Gateway", "196GW")).State);
    }

    [Fact]
    public void An_almost_right_reference_goes_before_a_plain_title_of_the_standard_and_the_other_one_is_named()
    {
        var row = Component(Standard, Four, Qualification("7", "Business Administrator", "196as", "196"), Qualification("8", "Diploma", null, "196"));

        Assert.Equal((VqState.Wrong, "7"), (row.State, row.QualificationId));
        Assert.Contains("8 (Diploma)", row.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_learning_aims_of_one_centre_are_for_a_person_until_one_qualification_carries_the_code()
    {
        LearningAim[] pathways = [Aim("196AS", "Finance", id: "10"), Aim("196AS", "Law", id: "11")];

        Assert.Equal(VqState.Ambiguous, Component(Standard, pathways, Qualification("7", "Business Administrator", null, "196")).State);
        Assert.Equal(VqState.Equal, Component(Standard, pathways, Qualification("7", "Business Administrator", "196AS", "196")).State);
    }

    [Fact]
    public void The_same_code_in_several_centres_is_one_component()
    {
        Assert.Equal(
            VqState.Empty,
            Component(Standard, [Aim("196AS"), Aim("196AS", centre: "2")], Qualification("7", "Business Administrator", null, "196")).State
        );
    }

    [Fact]
    public void A_component_that_Onefile_does_not_offer_is_shown_as_that()
    {
        var row = Component(Gateway, [Aim("196AS")], Qualification("7", "Gateway", "196GW", "196"));

        Assert.Equal((VqState.NotInOnefile, null, "7"), (row.State, row.Code, row.QualificationId));
    }

    [Fact]
    public void A_standard_that_only_PICSWeb_knows_is_shown_with_its_four_components()
    {
        var rows = StandardSnapshot.From([], [Qualification("7", "Chef de Partie", null, "94")]).References;

        Assert.Equal([Standard, OnProgramme, Gateway, EndPointAssessment], rows.Select(row => row.Component));
        Assert.All(rows, row => Assert.Equal(("94", VqState.NotInOnefile, "Chef de Partie"), (row.StandardCode, row.State, row.StandardTitle)));
    }

    [Fact]
    public void A_dormant_qualification_is_not_recognised_but_named()
    {
        var row = Component(Gateway, Four, Qualification("7", "Gateway", null, "196", "Dormant"));

        Assert.Equal((VqState.NoQualification, null), (row.State, row.QualificationId));
        Assert.Contains("7 (Gateway)", row.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_qualification_that_Onefile_serves_under_its_own_number_is_no_component()
    {
        LearningAim[] aims = [.. Four, Aim("603/2863/2", "Diploma in Business Administration")];

        Assert.Equal(VqState.NoQualification, Component(Standard, aims, Qualification("7", "Diploma in Business Administration", "603/2863/2", "196")).State);
    }

    [Fact]
    public void A_number_of_another_qualification_is_only_overwritten_unseen_where_the_title_is_that_of_the_standard()
    {
        Assert.Equal((VqState.Wrong, true), StateOf(Component(Standard, Four, Qualification("7", "Diploma in Business Administration", "603/9999/9", "196"))));
        Assert.Equal((VqState.Wrong, false), StateOf(Component(Standard, Four, Qualification("7", "Level 3 Business Administrator", "603/9999/9", "196"))));
        Assert.Equal((VqState.Wrong, false), StateOf(Component(EndPointAssessment, Four, Qualification("7", "End-point assessment", "603/9999/9", "196"))));
    }

    [Fact]
    public void Standards_come_in_the_order_of_their_codes_with_their_titles_free_of_codes()
    {
        var rows = StandardSnapshot.From([Aim("1024AS", "Chef"), Aim("196AS"), Aim("23AS", "Welder")], []).References;

        Assert.Equal(["Welder", "Business Administrator", "Chef"], rows.Select(row => row.StandardTitle).Distinct());
    }

    private static (VqState, bool) StateOf(StandardVqReference row) => (row.State, row.Proposed);
}
