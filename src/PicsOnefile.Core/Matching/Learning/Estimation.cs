using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Matching.Assignment;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Learning;

/// <summary>
/// Expectation and maximisation in turn: how probable each pair is, one to one; then how often each level holds among the pairs that are one, and how many
/// records have a partner.
/// </summary>
internal static class Estimation
{
    private const int Rounds = 8;
    private const int Messages = 6;
    private const int LastMessages = 30;

    // A record that is marked as not in use takes no share of the probability from a plain one.
    private const float MarkedBits = 20;

    // A pair that is less probable teaches nothing.
    private const double LeastProbability = 0.001;

    // Pairs of less than one in a thousand are forgotten.
    private const float Floor = -10;

    // So few of the pairs that agree like this one are expected to be two where the lists themselves show that it tells.
    private const double MostShown = 1e-4;

    // Less probable pairs are not Certain anyway.
    private const double WorthBounding = 0.5;

    /// <summary>Weighs the pairs of a space anew.</summary>
    /// <param name="space">The space, its weights as they were thought beforehand.</param>
    /// <param name="steps">What is learned.</param>
    /// <param name="cancellation">Says whether to stop.</param>
    /// <returns>The space with what was learned, and with the risk of each pair.</returns>
    public static ComparisonSpace<TProfile> Weigh<TProfile>(ComparisonSpace<TProfile> space, LearningSteps steps, CancellationToken cancellation)
        where TProfile : RecordProfile
    {
        var graph = Graph(space);
        var (weights, marginals) = (new LevelWeights(), new MatchingMarginals(graph));
        var (rows, thought) = (space.Pairs, LikelihoodRatio.Prior(space.Lefts.Count, space.Rights.Count));
        var (shift, expected) = (0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            marginals.Propagate(shift, steps.OneToOne ? Messages : 0);
            weights.Clear();
            expected = 0;
            for (var left = 0; left < rows.Length; left++)
            {
                for (var at = 0; at < rows[left].Length; at++)
                {
                    var probability = marginals.Probability(graph.Starts[left] + at);
                    expected += probability;
                    if (probability >= LeastProbability)
                        weights.Count(rows[left][at].Levels, probability);
                }
            }

            if (steps.Weights)
                weights.Learn();
            if (!steps.PartnerShare)
                expected = PartnerShare.Expected(Math.Min(space.Lefts.Count, space.Rights.Count));
            shift = steps.PartnerShare ? PartnerShare.Bits(space.Lefts.Count, space.Rights.Count, expected) - thought : 0;
            Parallel.For(0, rows.Length, left =>
            {
                for (var at = 0; at < rows[left].Length; at++)
                    graph.Bits[graph.Starts[left] + at] = rows[left][at].Weight + weights.Bits(rows[left][at].Levels);
            });
        }

        marginals.Propagate(shift, steps.OneToOne ? LastMessages : 0);
        var strangers = new Strangers(space.Inside, space.Lefts.Count, space.Rights.Count, expected, weights, (float)shift);
        var weighed = new CandidatePair[rows.Length][];
        Parallel.For(0, rows.Length, left => weighed[left] = Weighed(rows[left], graph.Starts[left]));
        if (steps.Strangers)
            Bound(weighed, strangers);
        var alone = PartnerShare.Alone(Math.Min(space.Lefts.Count, space.Rights.Count), expected);
        return space.With(weighed, alone, new((float)shift, weights.Rows));

        CandidatePair[] Weighed(CandidatePair[] row, int start)
        {
            var kept = 0;
            for (var at = 0; at < row.Length; at++)
            {
                var weight = graph.Bits[start + at] + (float)shift;
                row[at] = row[at] with { Weight = weight, Risk = (float)marginals.Risk(start + at) };
                kept += weight >= Floor ? 1 : 0;
            }

            Array.Sort(row, ByWeight);
            return kept == row.Length ? row : row.AsSpan(0, kept).ToArray();
        }
    }

    // Where so many of the pairs that agree like this one are expected to be two, it is not safer than they.
    private static void Bound(CandidatePair[][] rows, Strangers strangers)
    {
        var alike = new Dictionary<Pattern, List<float>>();
        foreach (var pair in rows.SelectMany(row => row.Where(pair => pair.Risk <= WorthBounding)))
        {
            var pattern = Pattern.From(pair.Levels);
            if (!alike.TryGetValue(pattern, out var weights))
                alike[pattern] = weights = [];
            weights.Add(pair.Weight);
        }

        foreach (var weights in alike.Values)
            weights.Sort();
        Parallel.For(0, rows.Length, left =>
        {
            for (var at = 0; at < rows[left].Length; at++)
            {
                var pair = rows[left][at];
                if (pair.Risk > WorthBounding)
                    continue;
                var two = strangers.Expected(pair.Levels, pair.Weight);
                var weights = alike[Pattern.From(pair.Levels)];
                var from = weights.BinarySearch(pair.Weight - Strangers.Tolerance);
                var one = weights.Count - (from < 0 ? ~from : from);
                rows[left][at] = pair with
                {
                    Bound = (float)(two / (two + one)),
                    Levels =
                        pair.Levels
                        | (strangers.AreMany ? Level.LongLists : default(LevelSet))
                        | (IsShown(pair, one) ? Level.ShownByLists : default(LevelSet)),
                };
            }
        });

        bool IsShown(CandidatePair pair, int one) =>
            strangers.CanTell(pair.Levels) && strangers.ExpectedUnseen(pair.Levels, pair.Weight) is var two && two / (two + one) <= MostShown;
    }

    private static int ByWeight(CandidatePair one, CandidatePair other) =>
        one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.Right.CompareTo(other.Right);

    private static PairGraph Graph<TProfile>(ComparisonSpace<TProfile> space)
        where TProfile : RecordProfile
    {
        var starts = new int[space.Pairs.Length + 1];
        for (var left = 0; left < space.Pairs.Length; left++)
            starts[left + 1] = starts[left] + space.Pairs[left].Length;
        var edges = starts[space.Pairs.Length];
        var (columns, bits, behind) = (new int[edges], new float[edges], new float[edges]);
        for (var left = 0; left < space.Pairs.Length; left++)
        {
            for (var at = 0; at < space.Pairs[left].Length; at++)
            {
                var (edge, pair) = (starts[left] + at, space.Pairs[left][at]);
                (columns[edge], bits[edge], behind[edge]) = (pair.Right, pair.Weight, pair.Levels.HasAny(Level.Marked) ? MarkedBits : 0);
            }
        }

        return new(starts, columns, bits, behind, space.Rights.Count);
    }
}
