using System;
using System.Linq;
using PicsOnefile.Matching;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

public class DecidingTests
{
    private static readonly Assessor[] TwoCentres =
    [
        Assessor("1", "Jane", "Doe", "jane77@doe.example", centre: "North"),
        Assessor("2", "Jane", "Doe", "jane77@doe.example", centre: "South"),
    ];

    private static readonly Officer Jane = Officer("J1", "Jane", "Doe", "jane77@doe.example");

    [Fact]
    public void The_probability_is_the_score_in_full_and_never_one()
    {
        var found = Match([.. TwoCentres, .. Bystanders.Assessors], [Jane, .. Bystanders.Officers], input =>
            input with
            {
                All = true,
                IncludeUnmatched = true,
            }
        );
        Assert.All(found.Candidates, one => Assert.InRange((100 * one.Probability) - one.Score, -0.5001, 0.5001));
        Assert.All(found.Candidates, one => Assert.Equal(Math.Round(one.Probability, 6), one.Probability));
        Assert.All(found.Candidates, one => Assert.InRange(one.Probability, 0, 0.999999));
        var sure = Pair(Assessor("1", "Ludmila", "Quay", "lq77@quay.example", misId: "J9"), Officer("J9", "Ludmila", "Quay", "lq77@quay.example"));
        Assert.Equal((100, 0.999999), (sure.Score, sure.Probability));
    }

    [Fact]
    public void By_mis_value_an_officer_gets_one_account_in_every_centre()
    {
        var found = Match(TwoCentres, [Jane], input => input with { LinkBy = LinkBy.MisValue }).Candidates;
        Assert.Equal(
            [("1", "North", Confidence.Certain), ("2", "South", Confidence.Certain)],
            found.Select(one => (one.AssessorId!, one.CentreId!, one.Confidence))
        );
    }

    [Fact]
    public void By_additional_id_an_officer_gets_one_account_in_all() =>
        Assert.Equal(Confidence.Probable, Match(TwoCentres, [Jane]).Candidates.Single().Confidence);

    [Fact]
    public void A_link_in_one_centre_leaves_the_other_centre_open()
    {
        var found = Match(TwoCentres, [Jane], input => input with { LinkBy = LinkBy.MisValue, TakenOnefileIds = ["1"], TakenIdents = [new("J1", "North")] });
        Assert.Equal(("2", Confidence.Certain), found.Candidates.Select(one => (one.AssessorId!, one.Confidence)).Single());
        Assert.Equal((1, 1), (found.Figures.OnefileTaken, found.Figures.PicsWebTaken));
    }

    [Fact]
    public void A_pair_that_a_person_rejected_is_not_proposed_again_and_that_is_said()
    {
        var found = Match([Assessor("2", "Jane", "Doe", "jane77@doe.example")], [Jane], input =>
            input with
            {
                Rejected = [new("2", "J1")],
                IncludeUnmatched = true,
            }
        ).Candidates;
        Assert.All(found, one => Assert.Equal(Confidence.None, one.Confidence));
        Assert.Contains(found, one => one.AssessorId == "2" && one.Conflicts.Contains("rejected by a person"));
    }

    [Fact]
    public void A_record_whose_proposal_was_rejected_finds_another_partner()
    {
        var other = Officer("J2", "Jane", "Doe", "jane.doe@doe.example");
        var found = Match([Assessor("2", "Jane", "Doe", "jane77@doe.example")], [Jane, other], input => input with { Rejected = [new("2", "J1")] });
        Assert.Equal("J2", found.Candidates.Single().OfficerIdent);
    }

    [Fact]
    public void Records_that_are_linked_already_are_out_of_the_game_and_that_is_said()
    {
        var found = Match([Assessor("2", "Jane", "Doe", "jane77@doe.example")], [Jane], input =>
            input with
            {
                TakenIdents = [new("J1")],
                IncludeUnmatched = true,
            }
        )
            .Candidates.Single();
        Assert.Equal((Confidence.None, null, 0), (found.Confidence, found.OfficerIdent, found.Rank));
        Assert.Equal("fits officer J1 Jane Doe (linked or excluded already)", found.Conflicts);
    }

    [Fact]
    public void A_linked_record_still_speaks_against_its_namesake()
    {
        var found = Match(
            [Assessor("1", "Jane", "Doe", "jane77@doe.example"), .. Bystanders.Assessors],
            [Jane, Officer("J2", "Jane", "Doe", "jane77@doe.example"), .. Bystanders.Officers],
            input => input with { TakenIdents = [new("J2")] }
        )
            .Candidates.Single(one => one.AssessorId == "1");
        Assert.True(found.Confidence < Confidence.Certain);
        Assert.Contains("J2 Jane Doe (linked or excluded already)", found.Conflicts);
    }

    [Fact]
    public void Records_of_either_side_without_a_candidate_are_written_when_asked_for()
    {
        var found = Match([Assessor("1", "Horatio", "Quarles")], [Officer("J1", "Imogen", "Venning")], input =>
            input with
            {
                IncludeUnmatched = true,
                ProfileName = "Live",
            }
        ).Candidates;
        Assert.Equal([("1", null), (null, "J1")], found.Select(one => (one.AssessorId, one.OfficerIdent)));
        Assert.All(found, one => Assert.Equal((Confidence.None, 0, 0, "Live"), (one.Confidence, one.Rank, one.Score, one.ProfileName)));
    }

    [Fact]
    public void A_dormant_officer_competes_and_is_asked_about_only_as_a_partner()
    {
        var dormant = Officer("J1", "Jane", "Doe", "jane@doe.example") with { Status = "Dormant" };

        var found = Match([Assessor("1", "Jane", "Doe", "jane@doe.example")], [dormant], input => input with { IncludeUnmatched = true });
        var alone = Match([Assessor("1", "Horatio", "Quarles")], [dormant], input => input with { IncludeUnmatched = true });

        Assert.Equal([("1", "J1")], found.Candidates.Select(one => (one.AssessorId, one.OfficerIdent)));
        Assert.Equal([("1", null)], alone.Candidates.Select(one => (one.AssessorId, one.OfficerIdent)));
    }

    [Fact]
    public void A_selection_says_what_is_written_and_never_who_competes()
    {
        var found = Match(
            [Assessor("1", "Jane", "Doe", "jane77@doe.example"), Assessor("2", "Jane", "Doe", "jane77@doe.example", used: 9)],
            [Jane, Officer("J9", "Imogen", "Venning")],
            input => input with { Selection = ["1"], IncludeUnmatched = true }
        )
            .Candidates.Single();
        Assert.Equal(("1", Confidence.None), (found.AssessorId, found.Confidence));
        Assert.Equal("two accounts: account 2 Jane Doe is proposed for officer J1 Jane Doe", found.Conflicts);
    }

    [Fact]
    public void With_all_the_candidates_of_a_record_stand_side_by_side_by_rank()
    {
        var found = Match([Assessor("1", "Jane", "Doe", "jane77@doe.example")], [Officer("J2", "Jane", "Doe"), Jane], input =>
            input with
            {
                All = true,
            }
        ).Candidates;
        Assert.Equal([(1, "J1"), (2, "J2")], found.Select(one => (one.Rank, one.OfficerIdent!)));
        Assert.True(found[0].Score > found[1].Score);
    }

    [Fact]
    public void The_best_assignment_over_all_counts_and_not_the_first_come()
    {
        var found = Match(
            [Assessor("1", "Jo", "Quarles", telephone: "01134960123"), Assessor("2", "Joanna", "Quarles", telephone: "01134960123")],
            [Officer("J1", "Joanna", "Quarles", telephone: "01134960123"), Officer("J2", "J", "Quarles", telephone: "01134960123")]
        ).Candidates;
        Assert.Equal(["1 J2", "2 J1"], found.Select(one => $"{one.AssessorId} {one.OfficerIdent}").OrderBy(pair => pair));
    }

    [Fact]
    public void The_answer_does_not_depend_on_the_order_of_the_lists()
    {
        var people = MadeUp.MadeUpPeople.From(5, 300, MadeUp.NoiseLevel.High);
        string[] Lines(MatchResult<OfficerLinkCandidate> result) => [.. result.Candidates.Select(one => one.ToString()).OrderBy(line => line)];
        Assert.Equal(Lines(Match(people.Onefile, people.PicsWeb)), Lines(Match([.. people.Onefile.Reverse()], [.. Enumerable.Reverse(people.PicsWeb)])));
    }

    [Fact]
    public void Details_are_wanted_where_a_name_fits_and_the_mis_id_does_not_decide()
    {
        var named = Assessor("1", "Peregrine", "Quarles") with { DetailsReadAt = null };
        var byMisId = Assessor("2", "Imogen", "Venning", misId: "J2") with { DetailsReadAt = null };
        var stranger = Assessor("3", "Horatio", "Blackwood") with { DetailsReadAt = null };
        var input = new MatchInput<Assessor, Officer>
        {
            Onefile = [named, byMisId, stranger, .. Bystanders.Assessors],
            PicsWeb = [Officer("J1", "Peregrine", "Quarles", "pq@one.example"), Officer("J2", "Imogen", "Venning", "iv@one.example"), .. Bystanders.Officers],
        };
        Assert.Equal(["1"], OfficerMatching.FindRecordsToEnrich(input, RunContext.Silent).Where(id => id.Length == 1));
    }

    [Fact]
    public void An_archived_account_that_is_out_of_play_is_called_archived_where_it_speaks_against_a_pair()
    {
        var input = new MatchInput<Assessor, Officer>
        {
            Onefile =
            [
                Assessor("1", "Jane", "Doe", "jane@doe.example"),
                Assessor("2", "Jane", "Doe", "jane@doe.example", archived: true),
                .. Bystanders.Assessors,
            ],
            PicsWeb = [Officer("J1", "Jane", "Doe", "jane@doe.example"), .. Bystanders.Officers],
            TakenOnefileIds = ["2"],
            IncludeUnmatched = true,
        };
        var found = OfficerMatching.Find(input, RunContext.Silent).Candidates;
        Assert.DoesNotContain(found, one => one.AssessorId == "2");
        Assert.Contains("2 Jane Doe (archived or inactive)", Assert.Single(found, one => one.OfficerIdent == "J1").Conflicts);
    }

    [Fact]
    public void Details_are_not_wanted_where_the_officer_has_nothing_to_compare_them_with() =>
        Assert.Empty(
            OfficerMatching.FindRecordsToEnrich(
                new() { Onefile = [Assessor("1", "Peregrine", "Quarles") with { DetailsReadAt = null }], PicsWeb = [Officer("J1", "Peregrine", "Quarles")] },
                RunContext.Silent
            )
        );
}
