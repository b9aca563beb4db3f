using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching;

/// <summary>Explains decisions: compares the pair once more and writes down what each step counts.</summary>
/// <param name="space">The records and their pairs.</param>
/// <param name="words">What the records are called.</param>
internal sealed class CandidateExplainer<TProfile>(ComparisonSpace<TProfile> space, KindWords words)
    where TProfile : RecordProfile
{
    // So many competitors are named; the others are one row.
    private const int MostNamed = 3;
    private const double WorthNaming = 0.05;

    // A smaller risk is no number any more, and all of it is in the evidence.
    private const double LeastRisk = 1e-30;

    /// <summary>Explains a decision.</summary>
    /// <param name="decision">What was decided.</param>
    /// <returns>Rows that add up to the probability.</returns>
    public LinkExplanation Explain(Decision decision)
    {
        var steps = new Waterfall();
        AddPrior(steps);
        AddLevels(decision, steps);
        AddCompetitors(decision, steps);
        AddLimits(decision, steps);
        return new()
        {
            Rows = steps.Rows,
            Bits = Waterfall.Rounded(steps.Bits),
            Probability = decision.Probability,
            NotCertainBecause = WhyNotCertain(decision),
        };
    }

    private void AddPrior(Waterfall steps)
    {
        var odds = Math.Round(Math.Pow(2, -space.Prior)).ToString("N0", CultureInfo.InvariantCulture);
        steps.Add(ExplanationPart.Before, $"two records picked at random: 1 to {odds}", space.Prior);
        var matched = Math.Round(100 * (1 - space.Alone)).ToString(CultureInfo.InvariantCulture);
        var learned = $"{matched} % of the shorter list have a match, as the lists show";
        steps.Add(ExplanationPart.Before, learned, space.Learned.Prior, space.Learned.Prior);
    }

    private void AddLevels(Decision decision, Waterfall steps)
    {
        var rows = new List<TallyRow>();
        space.Comparer.Compare(space.Lefts[decision.Left], space.Rights[decision.Pair.Right], rows: rows);
        var learned = space.Learned.Levels(decision.Pair.Levels).ToList();
        foreach (var row in rows)
        {
            var more = learned.Where(one => row.Level.HasAny(one.Level)).Sum(one => (double)one.Bits);
            learned.RemoveAll(one => row.Level.HasAny(one.Level));
            if (row.Level.IsEmpty)
                steps.Add(ExplanationPart.Dependence, "forenames and surnames that go together", row.Bits);
            else
                steps.Add(ExplanationPart.Evidence, LevelStatements.Name(row.Level), row.Bits + more, more);
        }

        foreach (var row in learned)
        {
            var shown = Level.All.First(level => row.Level.HasAny(level) && decision.Pair.Levels.HasAny(level));
            steps.Add(ExplanationPart.Evidence, LevelStatements.Name(shown), row.Bits, row.Bits);
        }
    }

    // The cost of all competitors together is exact. Each has a share of it by its odds.
    private void AddCompetitors(Decision decision, Waterfall steps)
    {
        if (decision.Pair.Risk < LeastRisk)
            return;
        var cost = Waterfall.BitsFrom(decision.Pair.Risk) - steps.Bits;
        var rivals = Competitors(decision).OrderByDescending(rival => rival.Odds).ThenBy(rival => rival.Record.Id, StringComparer.Ordinal).ToList();
        var all = rivals.Sum(rival => rival.Odds);
        var named = rivals.Take(MostNamed).Where(rival => -cost * rival.Odds / all >= WorthNaming).ToList();
        foreach (var (record, noun, odds) in named)
            steps.Add(ExplanationPart.Competitor, $"{noun} {record.Id} {record.Name} competes".Trim(), cost * odds / all, competitor: record.Id);
        var others = rivals.Count - named.Count;
        if (others > 0 || rivals.Count == 0)
        {
            var rest = rivals.Count == 0 ? cost : cost * rivals.Skip(named.Count).Sum(rival => rival.Odds) / all;
            steps.Add(ExplanationPart.Competitor, others == 1 ? "another record competes" : "other records compete", rest);
        }
    }

    private IEnumerable<(RecordProfile Record, string Noun, double Odds)> Competitors(Decision decision)
    {
        foreach (var pair in space.Pairs[decision.Left].Where(pair => pair.Right != decision.Pair.Right))
            yield return (space.Rights[pair.Right], words.PicsWeb.One, Math.Pow(2, pair.Weight));
        foreach (var left in space.Claims[decision.Pair.Right].Where(left => left != decision.Left))
            yield return (space.Lefts[left], words.Onefile.One, Math.Pow(2, space.Find(left, decision.Pair.Right)!.Value.Weight));
    }

    private static void AddLimits(Decision decision, Waterfall steps)
    {
        var risk = decision.PairRisk;
        if (decision.SeveralAccounts)
        {
            steps.MoveTo(ExplanationPart.Limit, "whichever of the accounts is linked, it is this record", decision.Risk);
            return;
        }

        if (risk.ByRule < risk.Model)
            steps.MoveTo(ExplanationPart.Limit, "such pairs were never wrong in the tests", risk.ByRule);
        else if (risk.ByRule > risk.Model)
            steps.MoveTo(ExplanationPart.Limit, "another branch may look the same", risk.ByRule);
        if (risk.Bounded > risk.ByRule)
            steps.MoveTo(ExplanationPart.Limit, "two different records of one list agree as well", risk.Bounded);
    }

    private static string? WhyNotCertain(Decision decision) =>
        decision.KeptBackBy switch
        {
            Guard.None => null,
            Guard.Beside => "another candidate comes first",
            Guard.Conflict => $"a conflict forbids it: {LevelStatements.FindVeto(decision.Pair.Levels)}",
            Guard.Rival => decision.SeveralAccounts ? "several accounts are this record's" : "another record fits about as well",
            Guard.NoRule => "no rule for Certain holds",
            Guard.RiskOfOne => "its risk is above the limit of one link",
            _ => "the limit of risk of the run is reached",
        };
}
