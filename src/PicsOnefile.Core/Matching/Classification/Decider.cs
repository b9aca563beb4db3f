using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Assignment;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>Decides over the pairs of a pool: who is assigned to whom, and how sure that is.</summary>
internal sealed class Decider<TProfile>
    where TProfile : RecordProfile
{
    /// <summary>Bits by which a Certain pair stands above every other pair of both its records: odds of 250 to 1.</summary>
    private const float ClearMargin = 8;

    // A pair below these odds (about 1 in 65) is no candidate.
    private const float CandidateFloor = -6;

    // Live records come first: an archived account is a wrong link even where it is the same person.
    private const float NotLiveBits = 10;

    // One that is marked as not in use comes after every plain one that may be meant: its e-mail address and number are often the person's still.
    private const float MarkedBits = 20;
    private const int ProbableScore = 75;

    private readonly Pool<TProfile> pool;
    private readonly IReadOnlyList<CertainRule> rules;
    private readonly KindWords words;
    private readonly TwinAccounts<TProfile> twins;
    private readonly int[] assigned;
    private readonly int[] assignedTo;

    public Decider(Pool<TProfile> pool, IReadOnlyList<CertainRule> rules, KindWords words)
    {
        (this.pool, this.rules, this.words) = (pool, rules, words);
        assigned = LinearAssignment.Solve(pool.Edges.Select(Options).ToArray(), pool.Rights.Count);
        twins = new(pool, assigned);
        assignedTo = Enumerable.Repeat(-1, pool.Rights.Count).ToArray();
        for (var left = 0; left < assigned.Length; left++)
        {
            if (assigned[left] >= 0)
                assignedTo[assigned[left]] = left;
        }
    }

    /// <summary>The Onefile record that a PICSWeb record is proposed for, or -1.</summary>
    public int AssignedTo(int right) => assignedTo[right];

    /// <summary>The decision on the assigned pair of a Onefile record, or null where it has none.</summary>
    public Decision? Assigned(int left) => assigned[left] >= 0 ? Decide(left, pool.Find(left, assigned[left])!.Value) : null;

    /// <summary>The other pairs of a Onefile record that are worth showing side by side; none of them is more than Possible.</summary>
    public IEnumerable<Decision> Others(int left) =>
        pool.Edges[left].Where(edge => edge.Right != assigned[left] && edge.Weight >= CandidateFloor).Select(edge => Beside(left, edge));

    /// <summary>Why a Onefile record without a candidate has none, as far as there is something to tell.</summary>
    public string WhyNone(int left)
    {
        if (twins.LeftBy(left) is >= 0 and var right)
            return $"two {words.Onefile.Many}: {Named(words.Onefile.One, pool.Lefts[twins.Of(right)[0]])} is proposed for {Named(words.PicsWeb.One, pool.Rights[right])}";

        if (pool.RejectedFor(left).FirstOrDefault() is { } rejected)
            return $"{words.PicsWeb} {rejected} was rejected by a person";

        foreach (var edge in pool.Edges[left])
        {
            if (edge.Weight < CandidateFloor || LevelStatements.AreVetoed(edge.Levels.Without(Level.NotLive | Level.Marked)))
                continue;
            if (pool.Rights[edge.Right].Taken)
                return $"fits {Named(words.PicsWeb.One, pool.Rights[edge.Right])}";
            if (assignedTo[edge.Right] >= 0 && edge.Weight > 0)
            {
                var holder = Named(words.Onefile.One, pool.Lefts[assignedTo[edge.Right]]);
                return $"fits {Named(words.PicsWeb.One, pool.Rights[edge.Right])}, for which {holder} is proposed";
            }
        }

        return "";
    }

    private IReadOnlyList<Option> Options(Edge[] row, int left)
    {
        if (pool.Lefts[left].Taken)
            return [];
        return row.Where(edge => Worth(edge) > 0 && !pool.Rights[edge.Right].Taken)
            .Select(edge => new Option(edge.Right, (long)Math.Round(Worth(edge) * 1000.0))).ToArray();
    }

    private static float Worth(Edge edge)
    {
        var worth = edge.Weight - CandidateFloor;
        var behind = (edge.Levels.HasAny(Level.NotLive) ? NotLiveBits : 0) + (edge.Levels.HasAny(Level.Marked) ? MarkedBits : 0);
        return worth > 0 && behind > 0 ? Math.Max(0.01f, worth - behind) : worth;
    }

    private Decision Decide(int left, Edge edge)
    {
        var officers = pool.Edges[left].Where(other => other.Right != edge.Right).ToArray();
        var accounts = pool.Claims[edge.Right].Where(other => other != left)
            .Select(other => (Left: other, Weight: pool.Find(other, edge.Right)!.Value.Weight)).ToArray();
        var isTwin = twins.Of(edge.Right).Contains(left);
        var amongAccounts = isTwin ? edge.Weight : Shared(edge.Weight, accounts.Where(other => IsPlain(pool.Lefts[other.Left])).Select(other => other.Weight));
        var share = Math.Min(amongAccounts, Shared(edge.Weight, officers.Where(other => IsPlain(pool.Rights[other.Right])).Select(other => other.Weight)));
        var rivals = Rivals(left, edge, officers, accounts).ToArray();
        var forbidden = LevelStatements.AreVetoed(edge.Levels);
        var rule = forbidden || isTwin || rivals.Length > 0 ? null : rules.FirstOrDefault(candidate => candidate.Holds(edge.Levels));

        var decision = new Decision
        {
            Left = left,
            Edge = edge,
            SeveralAccounts = isTwin,
            Score = LikelihoodRatio.Score(share),
            Ambiguous = rivals.Length > 0 || isTwin,
            Risk = rule?.Risk ?? Risk.Negligible,
            Chance = rule?.Risk switch
            {
                Risk.Namesake => pool.Comparer.ExpectedNamesakes(edge),
                Risk.HiddenBranch => pool.Comparer.ChanceOfHiddenBranch(edge),
                _ => 0,
            },
        };
        decision.Confidence = rule is not null ? Confidence.Certain
            : !forbidden && decision.Score >= ProbableScore ? Confidence.Probable
            : Confidence.Possible;
        decision.Remarks.AddRange(rivals.Take(2));
        return decision;
    }

    private IEnumerable<string> Rivals(int left, Edge edge, Edge[] officers, (int Left, float Weight)[] accounts)
    {
        foreach (var other in officers)
        {
            if (other.Weight > edge.Weight - ClearMargin)
                yield return $"another {words.PicsWeb} fits as well: {Named("", pool.Rights[other.Right])}";
        }

        foreach (var other in accounts)
        {
            if (other.Weight > edge.Weight - ClearMargin || twins.Of(edge.Right).Contains(other.Left))
                yield return $"another {words.Onefile} fits as well: {Named("", pool.Lefts[other.Left])}";
        }
    }

    private Decision Beside(int left, Edge edge)
    {
        var others = pool.Edges[left].Where(other => other.Right != edge.Right).Select(other => other.Weight).ToArray();
        var decision = new Decision
        {
            Left = left,
            Edge = edge,
            Score = LikelihoodRatio.Score(Shared(edge.Weight, others)),
            Ambiguous = Array.Exists(others, other => other > edge.Weight - ClearMargin),
            Confidence = Confidence.Possible,
        };
        if (pool.Rights[edge.Right].Taken)
            decision.Remarks.Add(Named(words.PicsWeb.One, pool.Rights[edge.Right]));
        else if (assignedTo[edge.Right] >= 0)
            decision.Remarks.Add($"{Named(words.PicsWeb.One, pool.Rights[edge.Right])} is proposed for {Named(words.Onefile.One, pool.Lefts[assignedTo[edge.Right]])}");
        return decision;
    }

    // A record that is marked as not in use takes no share of the probability from a plain one.
    private static bool IsPlain(RecordProfile record) => record.Mark is null;

    // Probability is divided among all who claim the same record.
    private static float Shared(float weight, IEnumerable<float> others) => weight - (float)Math.Log(1 + others.Sum(other => Math.Pow(2, other)), 2);

    // Only a Onefile record that is archived is out of play for that alone.
    private static string Named(string kind, RecordProfile record) =>
        $"{kind} {record.Id} {record.Name}{(!record.Taken ? "" : record is { Live: false, CentreId: not null } ? " (archived or inactive)" : " (linked or excluded already)")}".Trim();
}
