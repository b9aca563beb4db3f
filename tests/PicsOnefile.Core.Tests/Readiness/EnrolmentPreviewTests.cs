using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.Readiness.Preview;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Readiness;

public class EnrolmentPreviewTests
{
    [Fact]
    public void What_is_linked_is_used_and_what_is_not_is_created_once_for_all_learners()
    {
        var preview = Preview([Learner("L1", "O1,O2", "P1"), Learner("L2", "O2", "P1")], Officer("O1", "11"), Officer("O2"), Assessor("11"));

        Assert.Equal(
            ["Use Assessor O1 11 1", "Create Assessor O2  2", "Use Placement P1 21 2", "Create Learner L1  1", "Create Learner L2  1"],
            Lines(preview)
        );
    }

    [Fact]
    public void A_partner_that_the_matching_proposes_makes_it_a_duplicate_unless_a_person_rejected_it_or_it_is_archived()
    {
        PreviewFacts facts = Facts(
            [Learner("L1", "O1,O2,O3")],
            Officer("O1"),
            Officer("O2"),
            Officer("O3"),
            Assessor("11"),
            Assessor("12"),
            Assessor("13", archived: true)
        ) with
        {
            Candidates = [Candidate("O1", "11", Confidence.Probable), Candidate("O2", "12", Confidence.Certain), Candidate("O3", "13", Confidence.Possible)],
            Rejected = Rejected("O2", "12"),
        };

        Assert.Equal(["Duplicate Assessor O1 11 1", "Create Assessor O2  1", "Create Assessor O3  1"], Lines(EnrolmentPreview.Create(facts)).Take(3));
    }

    [Fact]
    public void A_link_that_waits_on_the_worklist_makes_it_a_duplicate_for_PICSWeb_does_not_know_it_yet()
    {
        var waiting = Recorded("O1", "11") with { Pending = true };

        Assert.Equal("Duplicate Assessor O1 11 1", Lines(Preview([Learner("L1", "O1")], Officer("O1"), Assessor("11"), waiting))[0]);
    }

    [Fact]
    public void Another_portfolios_ID_links_nothing_and_is_overwritten()
    {
        var made = Preview([Learner("L1", "O1")], Officer("O1", "SA-77"))[0];

        Assert.Equal(PreviewAction.Create, made.Action);
        Assert.Contains("overwritten", made.Reason, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_enrolment_writes_nothing_and_the_first_obstacle_is_its_reason()
    {
        object[] records = [Officer("O1", "99"), Officer("O2"), Assessor("12", misId: "o2"), Assessor("13", misId: "O2", archived: true)];

        var preview = Preview([Learner("L1", "O1,GONE"), Learner("L2", "O2"), Learner("L3", "GONE,O2"), Learner("L4", "", "GONE")], records);

        Assert.Equal(["L1 DeadLink", "L2 MisValueTwice", "L3 UnknownRecord", "L4 UnknownRecord"], preview.Select(item => $"{item.Ident} {item.Failure}"));
        Assert.All(preview, item => Assert.Equal((PreviewAction.Fails, PreviewKind.Learner), (item.Action, item.Kind)));
    }

    [Fact]
    public void An_ID_that_nobody_has_looked_up_is_unknown_and_not_a_failure()
    {
        var facts = Facts([Learner("L1", "O1")], Officer("O1", "99"));
        facts = facts with { Officers = LinkSnapshot.From(facts.Officers.Sources with { Unconfirmed = ["99"] }) };

        Assert.Equal("Unknown Assessor O1  1", Lines(EnrolmentPreview.Create(facts))[0]);
    }

    [Fact]
    public void With_several_centres_the_MIS_Value_of_the_learners_centre_counts_and_letter_case_does_not()
    {
        var facts = Facts(
            LinkBy.MisValue,
            [Learner("L1", "O1") with { OnefileOrganisation = "2" }, Learner("L2", "O1") with { OnefileOrganisation = "centre 1" }],
            Officer("O1", "11"),
            Assessor("11", misId: "o1"),
            Assessor("12", centre: "2")
        );

        Assert.Equal(
            ["Create Assessor O1 in 2", "Use Assessor O1 in 1"],
            EnrolmentPreview
                .Create(facts)
                .Where(item => item.Kind == PreviewKind.Assessor)
                .Select(item => $"{item.Action} {item.Kind} {item.Ident} in {item.CentreId}")
        );
    }

    [Fact]
    public void A_learner_whose_centre_is_not_known_is_unknown_and_one_of_a_strange_centre_fails()
    {
        var preview = EnrolmentPreview.Create(
            Facts(LinkBy.MisValue, [Learner("L1", "O1"), Learner("L2", "O1") with { OnefileOrganisation = "Elsewhere" }], Officer("O1"))
        );

        Assert.Equal(["Unknown Learner L1  1", "Fails Learner L2  1"], Lines(preview));
    }

    [Fact]
    public void A_learner_whom_Onefile_has_is_a_duplicate_unless_the_own_ID_leads_to_the_account()
    {
        var facts = Facts([Learner("L1", "") with { Uln = "1" }, Learner("L2", "") with { OnefileId = "42" }, Learner("L3", "") with { OnefileId = "43" }]) with
        {
            OnefileLearners =
            [
                new OnefileLearner { OnefileId = "41", Uln = "1" },
                new OnefileLearner { OnefileId = "42" },
                new OnefileLearner { OnefileId = "43", Archived = true },
            ],
        };

        Assert.Equal(["Duplicate Learner L1 41 1", "Use Learner L2 42 1", "Create Learner L3  1"], Lines(EnrolmentPreview.Create(facts)));
    }

    [Fact]
    public void A_qualification_is_left_out_unless_its_reference_is_a_code_of_the_centre()
    {
        var facts = Facts([Learner("L1", "") with { VqReferences = "196AS,,603/2863/2, 196ep" }]) with
        {
            Aims =
            [
                new LearningAim
                {
                    StandardId = "31",
                    Code = "196AS",
                    CentreId = "1",
                },
                new LearningAim
                {
                    StandardId = "32",
                    Code = "196EP",
                    CentreId = "1",
                },
                new LearningAim
                {
                    StandardId = "33",
                    Code = "603/2863/2",
                    CentreId = "2",
                },
            ],
            Qualifications = [new Qualification { VqReference = "603/2863/2", Title = "Customer Service" }],
        };

        var given = EnrolmentPreview.Create(facts).Where(item => item.Kind == PreviewKind.Qualification).ToList();

        Assert.Equal(
            ["Use Qualification 196AS 31 1", "LeftOut Qualification   1", "LeftOut Qualification 603/2863/2  1", "Use Qualification 196ep 32 1"],
            Lines(given)
        );
        Assert.Equal("Customer Service", given[2].Name);
        Assert.Contains("196EP", given[3].Reason, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Without_learners_all_records_in_use_are_previewed_in_the_centres_that_know_them()
    {
        var facts = Facts(
            LinkBy.MisValue,
            null,
            Officer("O1"),
            Officer("O2"),
            Officer("O3", status: "Dormant"),
            Assessor("11", misId: "O1"),
            Assessor("12", misId: "O1", centre: "2")
        ) with
        {
            Qualifications = [new Qualification { VqReference = "196AS", Title = "Business" }],
        };

        var preview = EnrolmentPreview
            .Create(facts)
            .Where(item => item.Kind != PreviewKind.Placement)
            .Select(item => $"{item.Action} {item.Ident} in {item.CentreId}");

        Assert.Equal(["Use O1 in 1", "Use O1 in 2", "Create O2 in ", "LeftOut 196AS in "], preview);
    }

    private static IReadOnlyList<PreviewItem> Preview(IReadOnlyList<Learner> learners, params object[] records) =>
        EnrolmentPreview.Create(Facts(learners, records));

    private static PreviewFacts Facts(IReadOnlyList<Learner> learners, params object[] records) => Facts(LinkBy.AdditionalId, learners, records);

    private static PreviewFacts Facts(LinkBy linkBy, IReadOnlyList<Learner>? learners, params object[] records) =>
        new()
        {
            Centres = Centres(linkBy == LinkBy.MisValue ? 2 : 1),
            Officers = Links(LinkKind.Officer, linkBy, records).Value!,
            Organisations = AllWell(linkBy).Organisations.Value!,
            Enrolling = learners,
            Learners = learners ?? [],
            OnefileLearners = [],
        };

    private static Learner Learner(string ident, string officers, string? organisation = null) =>
        new()
        {
            LearnerIdent = ident,
            Officers = officers,
            OrganisationIdent = organisation,
            Status = "Live",
        };

    private static List<string> Lines(IEnumerable<PreviewItem> items) =>
        [.. items.Select(item => $"{item.Action} {item.Kind} {item.Ident} {item.ExistingId} {item.Learners}")];
}
