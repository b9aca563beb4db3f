using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching.Laws;

/// <summary>Lists that are hardly lists: the answer is sensible, and nothing stops.</summary>
public class UnusualListsTests
{
    public static TheoryData<LinkKind> Kinds => [LinkKind.Officer, LinkKind.Organisation];

    [Fact]
    public void Two_records_that_agree_in_everything_are_Certain_where_the_lists_have_no_other()
    {
        var person = Match(
            [Assessor("1", "Jane", "Doe", "jane77@doe.example", "07700 900123")],
            [Officer("J1", "Jane", "Doe", "jane77@doe.example", null, "07700 900123")]
        );
        Assert.Equal(Confidence.Certain, person.Candidates.Single().Confidence);
        var firm = Match(
            [Placement("1", "Acme Bakery Ltd", "LS1 4AB", "1 High Street", "info@acme.example", "0113 496 0123")],
            [Organisation("A1", "Acme Bakery Ltd", "LS1 4AB", "1 High Street", "info@acme.example", "0113 496 0123")]
        );
        Assert.Equal(Confidence.Certain, firm.Candidates.Single().Confidence);
    }

    [Fact]
    public void Two_records_that_agree_in_nothing_are_no_candidate_where_the_lists_have_no_other()
    {
        Assert.Empty(Match([Assessor("1", "Jane", "Doe", "jane77@doe.example")], [Officer("J1", "Robert", "Fenwick", "bob@fen.example")]).Candidates);
        Assert.Empty(Match([Placement("1", "Acme Bakery", "LS1 4AB")], [Organisation("A1", "Summit Dental Care", "YO1 7HH")]).Candidates);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_a_list_has_no_records_nothing_is_found(LinkKind kind)
    {
        var lists = Lists.Make(kind, 1);
        Assert.Empty((lists with { Onefile = [] }).Match().Candidates);
        Assert.Empty((lists with { PicsWeb = [] }).Match().Candidates);
        Assert.Empty((lists with { Onefile = [], PicsWeb = [] }).Match().Candidates);
    }

    [Fact]
    public void Where_all_names_are_equal_no_name_makes_a_pair_Certain_and_a_mobile_number_does()
    {
        var people = Enumerable.Range(0, 80).ToArray();
        var names = Match([.. people.Select(at => Assessor($"{at}", "John", "Smith"))], [.. people.Select(at => Officer($"J{at}", "John", "Smith"))]);
        Assert.DoesNotContain(names.Candidates, one => one.Confidence is Confidence.Certain or Confidence.Probable);
        var mobiles = Match(
            [.. people.Select(at => Assessor($"{at}", "John", "Smith", telephone: $"07700 9{at:00000}"))],
            [.. people.Select(at => Officer($"J{at}", "John", "Smith", mobile: $"07700 9{at:00000}"))]
        );
        Assert.All(mobiles.Candidates, one => Assert.Equal("J" + one.AssessorId, one.OfficerIdent));
        Assert.Equal(people.Length, mobiles.Candidates.Count(one => one.Confidence == Confidence.Certain));
    }

    [Fact]
    public void Where_all_firms_have_one_name_no_name_makes_a_pair_Certain_and_a_postcode_puts_the_right_one_first()
    {
        var firms = Enumerable.Range(0, 80).ToArray();
        var names = Match([.. firms.Select(at => Placement($"{at}", "Acme Ltd"))], [.. firms.Select(at => Organisation($"A{at}", "Acme Ltd"))]);
        Assert.DoesNotContain(names.Candidates, one => one.Confidence is Confidence.Certain or Confidence.Probable);
        var places = Match(
            [.. firms.Select(at => Placement($"{at}", "Acme Ltd", $"LS{1 + (at / 10)} {at % 10}AB"))],
            [.. firms.Select(at => Organisation($"A{at}", "Acme Ltd", $"LS{1 + (at / 10)} {at % 10}AB"))]
        );
        Assert.Equal(firms.Length, places.Candidates.Count(one => one.Rank == 1 && one.OrganisationIdent == "A" + one.PlacementId));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_names_alone_no_wrong_pair_is_Certain(LinkKind kind)
    {
        var lists = Lists.Make(kind, 1);
        foreach (var column in Enumerable.Range(0, 4))
            lists = lists.With(one => Column.Set(one, column, null), other => Column.Set(other, column, null));
        Assert.DoesNotContain(lists.Match().Candidates, one => one.Confidence == Confidence.Certain && !IsRight(lists, one));
    }

    [Theory]
    [InlineData("jane{0}@doe.example", null)]
    [InlineData(null, "07700 9{0:00000}")]
    public void Without_names_the_right_pairs_are_first_and_none_is_Certain(string? email, string? telephone)
    {
        var people = Enumerable.Range(0, 40).ToArray();
        var found = Match(
            [.. people.Select(at => Assessor($"{at}", "", "", Value(email, at), Value(telephone, at)))],
            [.. people.Select(at => Officer($"J{at}", "", "", Value(email, at), null, Value(telephone, at)))]
        );
        Assert.DoesNotContain(found.Candidates, one => one.Confidence == Confidence.Certain);
        Assert.Equal(people.Length, found.Candidates.Count(one => one.Rank == 1 && one.OfficerIdent == "J" + one.AssessorId));

        static string? Value(string? pattern, int at) => pattern is null ? null : string.Format(CultureInfo.InvariantCulture, pattern, at);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_list_against_itself_finds_each_record_in_itself(LinkKind kind)
    {
        var own = Lists.Make(kind, 1).PicsWeb;
        var itself = new Lists(kind, [.. own.Select(Copied)], own, own.ToDictionary(one => one.Ident, one => one.Ident));
        var answer = itself.Match();
        Assert.DoesNotContain(answer.Candidates, one => one.Confidence == Confidence.Certain && !IsRight(itself, one));
        var first = answer.Candidates.Count(one => one.Rank == 1 && IsRight(itself, one));
        Assert.True(first > own.Count * 0.98, $"{first} of {own.Count} are first");
    }

    private static bool IsRight(Lists lists, LinkCandidate candidate) =>
        candidate is ILinkPair pair && lists.Truth.GetValueOrDefault(pair.OnefileId!) == pair.Ident;

    private static IOnefileRecord Copied(IPicsWebRecord record) =>
        record switch
        {
            Officer officer => Assessor(officer.OfficerIdent, officer.FirstName!, officer.Surname!, officer.Email, officer.Mobile),
            Organisation firm => Placement(firm.OrganisationIdent, firm.Name!, firm.Postcode, firm.Address, firm.Email, firm.Telephone, firm.Website),
            _ => throw new ArgumentException("Another kind of record.", nameof(record)),
        };
}
