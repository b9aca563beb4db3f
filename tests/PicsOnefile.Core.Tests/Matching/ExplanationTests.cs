using System;
using System.Linq;
using PicsOnefile.Core.Tests.Matching.MadeUp;
using PicsOnefile.Linking;
using PicsOnefile.Matching;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>Why a candidate has its probability, and why it is not Certain.</summary>
public class ExplanationTests
{
    private static readonly OfficerLinkCandidate Namesake = Match(
        [Assessor("1", "Ludmila", "Quay", "lq77@quay.example"), .. Bystanders.Assessors],
        [Officer("J9", "Ludmila", "Quay", "lq77@quay.example"), Officer("J8", "Ludmila", "Quay"), .. Bystanders.Officers]
    )
        .Candidates.Single(one => one.AssessorId == "1");

    public static TheoryData<int, string> Lists =>
        new()
        {
            { 21, "low" },
            { 22, "middle" },
            { 23, "high" },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_bits_of_the_rows_make_up_the_probability(int seed, string noise)
    {
        var level = new[] { NoiseLevel.Low, NoiseLevel.Middle, NoiseLevel.High }.Single(one => one.Name == noise);
        var people = MadeUpPeople.From(seed, 600, level, ownMailboxes: seed % 2 == 0);
        var firms = MadeUpOrganisations.From(seed, 600, level, switchboards: seed % 2 == 0);
        LinkCandidate[] found =
        [
            .. Match(people.Onefile, people.PicsWeb, input => input with { All = true }).Candidates,
            .. Match(firms.Onefile, firms.PicsWeb, input => input with { All = true }).Candidates,
        ];
        Assert.True(found.Length > 800);
        Assert.All(found, one =>
        {
            var why = one.Explain()!;
            Assert.Equal(why.Bits, why.Rows.Sum(row => row.Bits), 0.001 * why.Rows.Count);
            Assert.Equal(one.Probability, Math.Min(0.999999, 1 / (1 + Math.Pow(2, -why.Bits))), 0.00001);
            Assert.Equal((one.Probability, one.Confidence == Confidence.Certain), (why.Probability, why.NotCertainBecause is null));
            Assert.Equal(one.Probability, why.Rows[^1].Probability, 0.0005);
            Assert.All(why.Rows, row => Assert.NotEqual("", row.Words));
        });
        Assert.All(Enum.GetValues<ExplanationPart>(), part => Assert.Contains(found.SelectMany(one => one.Explain()!.Rows), row => row.Part == part));
    }

    [Fact]
    public void Of_long_lists_it_is_the_same_and_what_it_takes_is_not_kept_until_somebody_asks()
    {
        var people = MadeUpPeople.From(24, 300, NoiseLevel.High);
        var asked = 0;
        var later = new LaterExplanations(() =>
        {
            asked++;
            return Match(people.Onefile, people.PicsWeb, input => input with { All = true }).Candidates;
        });
        Assert.Equal(0, asked);
        Assert.All(Match(people.Onefile, people.PicsWeb).Candidates, one =>
            Assert.Equal(Told(one.Explain()!), Told(later.Explain(one.AssessorId!, one.OfficerIdent!)))
        );
        Assert.Equal(1, asked);

        static string Told(LinkExplanation why) => $"{why} {why.Bits} {string.Join("; ", why.Rows)}";
    }

    [Fact]
    public void Candidates_of_long_lists_explain_themselves_too()
    {
        var people = MadeUpPeople.From(24, 100, NoiseLevel.Middle);
        var others = Enumerable.Range(0, LaterExplanations.MostKept).Select(at => Officer($"X{at}", $"Forename{at}", $"Surname{at}"));
        var found = Match(people.Onefile, [.. people.PicsWeb, .. others]);
        Assert.True(found.Figures.OnefileRecords + found.Figures.PicsWebRecords > LaterExplanations.MostKept);
        Assert.All(found.Candidates, one => Assert.Equal(one.Probability, one.Explain()!.Probability));
    }

    [Fact]
    public void It_says_who_competes_and_what_that_costs()
    {
        var rival = Namesake.Explain()!.Rows.Single(row => row.CompetitorId == "J8");
        Assert.Equal((ExplanationPart.Competitor, "officer J8 Ludmila Quay competes"), (rival.Part, rival.Words));
        Assert.True(rival.Bits < 0);
        Assert.Contains(Namesake.Explain()!.Rows, row => row is { Words: "same e-mail address", Bits: > 5 });
    }

    [Fact]
    public void It_names_what_keeps_a_candidate_below_certain()
    {
        var conflict = Pair(Assessor("1", "Ludmila Anne", "Quay", "a@quay.example"), Officer("J9", "Ludmila Rose", "Quay", "a@quay.example"));
        Assert.Equal("a conflict forbids it: different middle names", conflict.Explain()!.NotCertainBecause);
        var alone = Pair(Assessor("1", "Ludmila", "Quay", "a@quay.example"), Officer("J9", "Ludmila", "Quay"));
        Assert.Equal("no rule for Certain holds", alone.Explain()!.NotCertainBecause);
    }

    [Fact]
    public void A_value_that_would_be_overwritten_is_what_keeps_it_below_certain()
    {
        var found = CandidateService.Find(
            LinkKind.Officer,
            [Assessor("1", "Ludmila", "Quay", "lq77@quay.example"), .. Bystanders.Assessors],
            [Officer("J9", "Ludmila", "Quay", "lq77@quay.example") with { AdditionalId = "77" }, .. Bystanders.Officers],
            new CandidateRequest(),
            RunContext.Silent
        );
        var candidate = found.Candidates.Cast<OfficerLinkCandidate>().Single(one => one.AssessorId == "1");
        Assert.Equal(Confidence.Probable, candidate.Confidence);
        Assert.Equal(candidate.Conflicts, candidate.Explain()!.NotCertainBecause);
    }

    [Fact]
    public void It_is_computed_once_when_somebody_asks_and_is_no_part_of_the_candidate()
    {
        var asked = 0;
        var plain = new OfficerLinkCandidate { OfficerIdent = "J9", AssessorId = "1" };
        var explained = plain.ExplainedBy(() => new() { Bits = ++asked });
        Assert.Equal(plain, explained);
        Assert.Equal(plain.GetHashCode(), explained.GetHashCode());
        Assert.Equal(plain.ToString(), explained.ToString());
        var changed = explained with { Rank = 2 };
        Assert.Equal(0, asked);
        Assert.Equal((1, 1), (changed.Explain()!.Bits, explained.Explain()!.Bits));
        Assert.Null(plain.Explain());
    }
}
