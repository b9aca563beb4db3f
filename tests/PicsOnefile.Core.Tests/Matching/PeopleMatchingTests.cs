using System.Linq;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

public class PeopleMatchingTests
{
    [Fact]
    public void A_name_and_an_e_mail_address_that_only_the_two_have_are_certain()
    {
        var pair = Pair(Assessor("9001", "Jane", "Doe", "jane@doe.example"), Officer("J1", "Jane", "Doe", "jane@doe.example"));
        Assert.Equal(Confidence.Certain, pair.Confidence);
        Assert.Equal("same name; same e-mail address", pair.Reasons);
        Assert.Equal("", pair.Conflicts);
        Assert.InRange(pair.Score, 99, 100);
    }

    [Fact]
    public void A_mobile_number_counts_in_national_and_international_form() =>
        Assert.Equal(
            Confidence.Certain,
            Pair(Assessor("9001", "Jane", "Doe", telephone: "+44 (0)7700 900123"), Officer("J1", "Jane", "Doe", mobile: "07700 900 123")).Confidence
        );

    [Fact]
    public void A_changed_surname_is_certain_only_where_e_mail_address_and_telephone_number_agree()
    {
        var byEmail = Pair(Assessor("9001", "Philippa", "Quarles", "pq@home.example"), Officer("J1", "Philippa", "Venning", "pq@home.example"));
        Assert.Equal(Confidence.Probable, byEmail.Confidence);
        Assert.StartsWith("surname changed, same e-mail address", byEmail.Reasons);
        Assert.Equal(
            Confidence.Certain,
            Pair(
                Assessor("9001", "Philippa", "Quarles", "pq@home.example", "07700900123"),
                Officer("J1", "Philippa", "Venning", "pq@home.example", "07700900123")
            ).Confidence
        );
    }

    [Fact]
    public void A_shared_mailbox_is_weak()
    {
        var pair = Pair(Assessor("9001", "Jane", "Doe", "info@doe.example"), Officer("J1", "Jane", "Doe", "info@doe.example"));
        Assert.Equal(Confidence.Probable, pair.Confidence);
        Assert.Contains("but shared", pair.Reasons);
    }

    [Fact]
    public void An_mis_id_that_is_the_ident_is_certain_with_the_name() =>
        Assert.Equal(Confidence.Certain, Pair(Assessor("9001", "Jane", "Doe", misId: "J1"), Officer("J1", "Jane", "Doe")).Confidence);

    [Fact]
    public void An_mis_id_of_somebody_with_an_utterly_different_name_is_a_conflict()
    {
        var pair = Pair(Assessor("9001", "Philippa", "Quarles", misId: "J1"), Officer("J1", "Dafydd", "Venning"));
        Assert.True(pair.Confidence < Confidence.Probable);
        Assert.Contains("MIS ID is the Ident of somebody with another name", pair.Conflicts);
    }

    [Fact]
    public void An_archived_account_is_never_certain()
    {
        var pair = Pair(Assessor("9001", "Jane", "Doe", "jane@doe.example", archived: true), Officer("J1", "Jane", "Doe", "jane@doe.example"));
        Assert.Equal(Confidence.Possible, pair.Confidence);
        Assert.Contains("archived", pair.Conflicts);
    }

    [Theory]
    [InlineData("Jane", "Doeworth DO NOT USE", "DO NOT USE")]
    [InlineData("Jane", "Doeworth (LEFT 31/07)", "LEFT 31/07")]
    [InlineData("ZZ Jane", "Doeworth", "ZZ")]
    [InlineData("xJane", "Doeworth", "x")]
    public void A_marker_of_disuse_is_no_name_and_is_said(string forename, string surname, string marker)
    {
        var pair = Pair(Assessor("9001", forename, surname, "jane@doe.example"), Officer("J1", "Jane", "Doeworth", "jane@doe.example"));
        Assert.Equal(Confidence.Possible, pair.Confidence);
        Assert.Equal("same name; same e-mail address", pair.Reasons);
        Assert.Equal($"marked as not in use: \"{marker}\"", pair.Conflicts);
    }

    [Fact]
    public void Of_a_plain_and_a_marked_account_the_plain_one_is_proposed_whichever_was_used_last()
    {
        var found = Match(
            [
                Assessor("1", "Jane", "Doeworth", "jane@doe.example", used: 10),
                Assessor("2", "Jane", "Doeworth OLD", "jane@doe.example", used: 20),
                .. Bystanders.Assessors,
            ],
            [Officer("J1", "Jane", "Doeworth", "jane@doe.example"), .. Bystanders.Officers]
        )
            .Candidates.Single(candidate => candidate.OfficerIdent == "J1");
        Assert.Equal(("1", Confidence.Probable), (found.AssessorId, found.Confidence));
        Assert.Contains("2 Jane Doeworth OLD", found.Conflicts);
    }

    [Fact]
    public void Of_two_live_accounts_the_one_used_last_is_probable_and_the_other_is_named()
    {
        var found = Match(
            [Assessor("1", "Jane", "Doe", "jane@doe.example", used: 10), Assessor("2", "Jane", "Doe", "jane@doe.example", used: 20), .. Bystanders.Assessors],
            [Officer("J1", "Jane", "Doe", "jane@doe.example"), .. Bystanders.Officers]
        )
            .Candidates.Single(candidate => candidate.OfficerIdent == "J1");
        Assert.Equal(("2", Confidence.Probable, true), (found.AssessorId, found.Confidence, found.Ambiguous));
        Assert.Contains("two accounts", found.Reasons);
        Assert.Contains("1 Jane Doe", found.Conflicts);
    }

    [Fact]
    public void Where_another_officer_fits_as_well_nothing_is_certain_and_the_other_is_named()
    {
        var found = Match(
            [Assessor("1", "Jane", "Doe", "jane@doe.example"), .. Bystanders.Assessors],
            [Officer("J1", "Jane", "Doe", "jane@doe.example"), Officer("J2", "Jane", "Doe", "jane@doe.example"), .. Bystanders.Officers]
        )
            .Candidates.Single(candidate => candidate.AssessorId == "1");
        Assert.True(found.Confidence < Confidence.Certain);
        Assert.Contains("another officer fits as well: J", found.Conflicts);
    }

    [Fact]
    public void Two_people_never_get_one_account()
    {
        var candidates = Match(
            [Assessor("1", "John", "Smith", "js@one.example"), Assessor("2", "John", "Smith")],
            [Officer("J1", "John", "Smith", "js@one.example"), Officer("J2", "John", "Smith")]
        ).Candidates;
        Assert.Equal(["1 J1", "2 J2"], candidates.Select(candidate => $"{candidate.AssessorId} {candidate.OfficerIdent}").OrderBy(pair => pair));
    }

    [Fact]
    public void A_fixed_line_does_not_tell_father_from_son() =>
        Assert.NotEqual(
            Confidence.Certain,
            Pair(
                Assessor("9001", "Gwilym", "Quarles", "g.quarles@a.example", "0113 496 0123"),
                Officer("J1", "Gwilym", "Quarles", "dad@b.example", "01134960123")
            ).Confidence
        );

    [Fact]
    public void A_name_alone_is_certain_where_there_is_nothing_else_and_it_is_rare_enough()
    {
        var people = MadeUp.MadeUpPeople.From(3, 1500, MadeUp.NoiseLevel.Low, contacts: false);
        var found = Match([Assessor("9001", "Zebedee", "Quillfeather"), .. people.Onefile], [Officer("J1", "Zebedee", "Quillfeather"), .. people.PicsWeb]);
        Assert.Equal(Confidence.Certain, found.Candidates.Single(candidate => candidate.AssessorId == "9001").Confidence);
        Assert.True(found.Candidates.Count(candidate => candidate.Confidence == Confidence.Probable) > 500);
        Assert.InRange(found.Figures.ExpectedWrongLinks, 1e-9, 0.05);
    }

    [Fact]
    public void A_name_alone_is_not_certain_where_one_side_has_more_to_compare() =>
        Assert.NotEqual(
            Confidence.Certain,
            Pair(Assessor("9001", "Zebedee", "Quillfeather", "z@q.example"), Officer("J1", "Zebedee", "Quillfeather")).Confidence
        );
}
