using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Assignment;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>Decides over the pairs of a space: who is assigned to whom, and how sure that is.</summary>
internal sealed class Classifier<TProfile>
    where TProfile : RecordProfile
{
    /// <summary>Bits by which a Certain pair is above every other pair of both its records: odds of 250 to 1.</summary>
    private const float ClearMargin = 8;

    // A pair below these odds (about 1 in 65) is no candidate.
    private const float CandidateFloor = -6;

    // Live records come first: an archived account is a wrong link even where it is the same person.
    private const float NotLiveBits = 10;

    // A branch is elsewhere, and about one firm in eight has moved.
    private const double BranchElsewhere = 8;

    // One that is marked as not in use comes after every plain one that may be meant: its e-mail address and number are often the person's still.
    private const float MarkedBits = 20;

    private readonly ComparisonSpace<TProfile> _space;
    private readonly IReadOnlyList<CertainRule> _rules;
    private readonly KindWords _words;
    private readonly DuplicateAccounts<TProfile> _duplicates;
    private readonly Partners _partners;

    /// <summary>Assigns and looks for duplicate accounts.</summary>
    /// <param name="space">The records and their pairs.</param>
    /// <param name="rules">When a pair may be Certain.</param>
    /// <param name="words">What the records are called.</param>
    public Classifier(ComparisonSpace<TProfile> space, IReadOnlyList<CertainRule> rules, KindWords words)
    {
        (_space, _rules, _words) = (space, rules, words);
        _partners = new(LinearAssignment.Solve(space.Pairs.Select(Options).ToArray(), space.Rights.Count), space.Rights.Count);
        _duplicates = new(space, _partners);
    }

    /// <summary>The decision on the proposed pair of a Onefile record, or null where it has none.</summary>
    public Decision? Proposed(int left) => _partners.ForOnefile(left) is { } right ? Decide(left, _space.Find(left, right)!.Value) : null;

    /// <summary>The other pairs of a Onefile record that are worth showing side by side; none of them is more than Possible.</summary>
    public IEnumerable<Decision> Others(int left) =>
        _space.Pairs[left].Where(pair => pair.Right != _partners.ForOnefile(left) && pair.Weight >= CandidateFloor).Select(pair => Beside(left, pair));

    /// <summary>Why a Onefile record has no candidate; empty where there is nothing to say.</summary>
    public string WhyNone(int left)
    {
        if (_duplicates.LeftBy(left) is { } right)
        {
            var proposed = Named(_words.Onefile.One, _space.Lefts[_duplicates.For(right)[0]]);
            return $"two {_words.Onefile.Many}: {proposed} is proposed for {Named(_words.PicsWeb.One, _space.Rights[right])}";
        }

        if (_space.RejectedFor(left).FirstOrDefault() is { } rejected)
            return $"{_words.PicsWeb} {rejected} was rejected by a person";

        foreach (var pair in _space.Pairs[left])
        {
            if (pair.Weight < CandidateFloor || LevelStatements.AreVetoed(pair.Levels.Without(Level.NotLive | Level.Marked)))
                continue;
            if (_space.Rights[pair.Right].Taken)
                return $"fits {Named(_words.PicsWeb.One, _space.Rights[pair.Right])}";
            if (_partners.ForPicsWeb(pair.Right) is { } holder && pair.Weight > 0)
                return $"fits {Named(_words.PicsWeb.One, _space.Rights[pair.Right])}, for which {Named(_words.Onefile.One, _space.Lefts[holder])} is proposed";
        }

        return "";
    }

    private IReadOnlyList<Option> Options(CandidatePair[] row, int left)
    {
        if (_space.Lefts[left].Taken)
            return [];
        return row.Where(pair => Worth(pair) > 0 && !_space.Rights[pair.Right].Taken)
            .Select(pair => new Option(pair.Right, (long)Math.Round(Worth(pair) * 1000.0)))
            .ToArray();
    }

    private static float Worth(CandidatePair pair)
    {
        var worth = pair.Weight - CandidateFloor;
        var behind = (pair.Levels.HasAny(Level.NotLive) ? NotLiveBits : 0) + (pair.Levels.HasAny(Level.Marked) ? MarkedBits : 0);
        return worth > 0 && behind > 0 ? Math.Max(0.01f, worth - behind) : worth;
    }

    private Decision Decide(int left, CandidatePair pair)
    {
        var records = _space.Pairs[left].Where(other => other.Right != pair.Right).ToArray();
        var accounts = _space
            .Claims[pair.Right]
            .Where(other => other != left)
            .Select(other => (Left: other, Weight: _space.Find(other, pair.Right)!.Value.Weight))
            .ToArray();
        var isDuplicate = _duplicates.For(pair.Right).Contains(left);
        var rivals = Rivals(pair, records, accounts).ToArray();
        var rule = _rules.FirstOrDefault(candidate => candidate.Holds(pair.Levels));
        var risk = RiskBy(rule, pair);
        var decision = new Decision
        {
            Left = left,
            Pair = pair,
            SeveralAccounts = isDuplicate,
            Ambiguous = rivals.Length > 0 || isDuplicate,
            Vetoed = LevelStatements.AreVetoed(pair.Levels),
            HasEvidence = rule is not null,

            // Whichever of the accounts is linked, it is this person or firm.
            Risk = isDuplicate ? RiskOfAll(_duplicates.For(pair.Right), pair.Right) : risk.Bounded,
            PairRisk = risk,
        };
        decision.Remarks.AddRange(rivals.Take(2));
        return decision;
    }

    private PairRisk RiskBy(CertainRule? rule, CandidatePair pair) =>
        rule?.IsTested == true ? new(pair.Risk, IsTested: true, 0, pair.Bound) : new(pair.Risk, IsTested: false, ChanceOfBranch(pair), pair.Bound);

    private double RiskOfAll(IEnumerable<int> accounts, int right) => Math.Max(0, 1 - accounts.Sum(left => 1.0 - _space.Find(left, right)!.Value.Risk));

    // A branch in the lists may be the true partner, whether or not a record lacks one. Two branches that are not seen are taken for one where each is
    // alone on its side, and there are two ways to that.
    private double ChanceOfBranch(CandidatePair pair)
    {
        if (pair.Levels.HasAny(LevelSets.SamePlace | Level.SameMisId))
            return 0;
        var chance = _space.Comparer.ChanceOfHiddenBranch(pair);
        if (pair.Levels.HasAny(Level.OtherPostcode))
            chance = Math.Min(1, chance * BranchElsewhere);
        return pair.Levels.HasAny(Level.SeveralBranches) ? chance : chance * 2 * _space.Alone * _space.Alone;
    }

    private IEnumerable<string> Rivals(CandidatePair pair, CandidatePair[] records, (int Left, float Weight)[] accounts)
    {
        foreach (var other in records)
        {
            if (other.Weight > pair.Weight - ClearMargin)
                yield return $"another {_words.PicsWeb} fits as well: {Named("", _space.Rights[other.Right])}";
        }

        foreach (var other in accounts)
        {
            if (other.Weight > pair.Weight - ClearMargin || _duplicates.For(pair.Right).Contains(other.Left))
                yield return $"another {_words.Onefile} fits as well: {Named("", _space.Lefts[other.Left])}";
        }
    }

    private Decision Beside(int left, CandidatePair pair)
    {
        var decision = new Decision
        {
            Left = left,
            Pair = pair,
            Risk = pair.Risk,
            PairRisk = new(pair.Risk, IsTested: false, 0, 0),
            Ambiguous = _space.Pairs[left].Any(other => other.Right != pair.Right && other.Weight > pair.Weight - ClearMargin),
            Beside = true,
        };
        if (_space.Rights[pair.Right].Taken)
            decision.Remarks.Add(Named(_words.PicsWeb.One, _space.Rights[pair.Right]));
        else if (_partners.ForPicsWeb(pair.Right) is { } holder)
            decision.Remarks.Add($"{Named(_words.PicsWeb.One, _space.Rights[pair.Right])} is proposed for {Named(_words.Onefile.One, _space.Lefts[holder])}");
        return decision;
    }

    // Only a Onefile record that is archived is out of play for that alone.
    private static string Named(string kind, RecordProfile record)
    {
        var taken =
            !record.Taken ? ""
            : record is { Live: false, CentreId: not null } ? " (archived or inactive)"
            : " (linked or excluded already)";
        return $"{kind} {record.Id} {record.Name}{taken}".Trim();
    }
}
