using System;
using System.Linq;
using PicsOnefile.Core.Tests.Matching.MadeUp;
using PicsOnefile.Linking;
using PicsOnefile.Matching;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>How many wrong links a run may expect: who sets it, and what it cannot change.</summary>
public class RiskLimitTests
{
    private static readonly MadeUpPeople People = MadeUpPeople.From(31, 1500, NoiseLevel.High);

    [Fact]
    public void The_higher_the_limit_the_more_are_certain_and_the_safest_come_first()
    {
        var (low, usual, high) = (Run(0.00001), Run(0.01), Run(1));
        Assert.True(low.Figures.Certain < usual.Figures.Certain, "A smaller limit leaves more to a person.");
        Assert.True(usual.Figures.Certain < high.Figures.Certain, "A higher one leaves less.");
        Assert.All(new[] { low, usual, high }, run => Assert.InRange(run.Figures.ExpectedWrongLinks, 0, run.Figures.MaximumExpectedWrong));
        Assert.Subset(Certain(usual).ToHashSet(), Certain(low).ToHashSet());
        Assert.Subset(Certain(high).ToHashSet(), Certain(usual).ToHashSet());
        Assert.All(high.Candidates.Where(one => one.Confidence == Confidence.Certain), one => Assert.InRange(one.Probability, 0.95, 1));
        Assert.All(usual.Candidates.Where(one => one.Confidence == Confidence.Certain), one => Assert.InRange(one.Probability, 0.9995, 1));
    }

    [Fact]
    public void Where_nothing_is_said_it_is_one_wrong_link_in_a_hundred_runs()
    {
        var found = Match(People.Onefile, People.PicsWeb);
        Assert.Equal((0.01, 0.01), (found.Figures.MaximumExpectedWrong, MatchFigures.ExpectedWrongLinksLimit));
        Assert.Equal(Certain(Run(0.01)), Certain(found));
        Assert.All(found.Candidates, one => Assert.Equal(0.01, one.MaximumExpectedWrong));
        Assert.All(Match(People.Onefile.Take(1).ToArray(), [], input => input with { IncludeUnmatched = true }).Candidates, one =>
            Assert.Null(one.MaximumExpectedWrong)
        );
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(7, 1)]
    public void A_value_out_of_range_counts_as_the_nearest_in_range(double given, double counts) =>
        Assert.Equal(counts, Run(given).Figures.MaximumExpectedWrong);

    [Fact]
    public void No_limit_switches_off_a_guard()
    {
        foreach (var one in Run(1).Candidates.Where(one => one.Ambiguous || one.Conflicts.Contains("different middle names")))
            Assert.NotEqual(Confidence.Certain, one.Confidence);
        var found = Match(
            [Assessor("1", "Ludmila Anne", "Quay", "a@quay.example"), .. Bystanders.Assessors],
            [Officer("J9", "Ludmila Rose", "Quay", "a@quay.example"), .. Bystanders.Officers],
            input => input with { MaximumExpectedWrong = 1 }
        );
        Assert.NotEqual(Confidence.Certain, found.Candidates.Single(one => one.AssessorId == "1").Confidence);
        Assert.Contains(found.Figures.KeptBack, one => one.By == "a conflict" && one.Candidates > 0);
    }

    [Fact]
    public void Every_proposal_is_certain_or_kept_back_by_one_guard()
    {
        var found = Run(0.001);
        Assert.Equal(found.Candidates.Count, found.Figures.Certain + found.Figures.KeptBack.Sum(one => one.Candidates));
    }

    [Fact]
    public void One_link_has_a_twentieth_of_the_limit_and_each_guard_counts_what_it_keeps()
    {
        Decision[] decisions =
        [
            .. Enumerable.Range(0, 30).Select(_ => new Decision { HasEvidence = true, Risk = 0.0004 }),
            new() { HasEvidence = true, Risk = 0.0006 },
            new() { HasEvidence = true, Ambiguous = true },
            new() { HasEvidence = true, Ambiguous = true, Vetoed = true },
            new(),
            new() { Beside = true },
        ];
        var kept = new RiskLimit(0.01).Keep(decisions);
        Assert.Equal(25, decisions.Count(decision => decision.Confidence == Confidence.Certain));
        Assert.Equal((0.01, 6), (Math.Round(kept.ExpectedWrongLinks, 9), kept.HeldBack));
        Assert.Equal(
            [
                ("a conflict", 1),
                ("another record that fits as well", 1),
                ("too little evidence", 1),
                ("the limit of one link", 1),
                ("the limit of the run", 5),
            ],
            Guards.Count(decisions)
        );
        new RiskLimit(0.02).Keep(decisions);
        Assert.Equal(31, decisions.Count(decision => decision.Confidence == Confidence.Certain));
    }

    [Fact]
    public void What_a_request_says_is_the_limit_of_the_run()
    {
        var request = new CandidateRequest { MaximumExpectedWrong = 0.25 };
        var found = CandidateService.Find(LinkKind.Officer, [.. People.Onefile], [.. People.PicsWeb], request, RunContext.Silent);
        Assert.Equal(0.25, found.Figures.MaximumExpectedWrong);
        Assert.All(found.Candidates, one => Assert.Equal(0.25, one.MaximumExpectedWrong));
    }

    private static string[] Certain(MatchResult<OfficerLinkCandidate> found) =>
        [.. found.Candidates.Where(one => one.Confidence == Confidence.Certain).Select(one => one.AssessorId!)];

    private static MatchResult<OfficerLinkCandidate> Run(double limit) =>
        Match(People.Onefile, People.PicsWeb, input => input with { MaximumExpectedWrong = limit });
}
