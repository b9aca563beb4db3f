using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Assignment;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>The probabilities of pairs, one to one, against the sum over all matchings.</summary>
public class MarginalsTests
{
    [Theory]
    [InlineData("0 0 3")]
    [InlineData("0 0 3, 0 1 -2, 1 1 4")]
    [InlineData("0 0 5, 0 1 5")]
    [InlineData("0 0 40, 1 0 38, 1 1 2, 2 1 -1")]
    [InlineData("0 0 1, 1 0 2, 2 0 3")]
    public void On_a_graph_without_circles_they_are_exact(string pairs)
    {
        var (edges, marginals) = Solve(pairs);
        for (var edge = 0; edge < edges.Count; edge++)
            Assert.Equal(Exact(edges, edge), marginals.Probability(edge), 9);
    }

    [Fact]
    public void Of_two_records_that_fit_alike_each_has_half()
    {
        var (_, marginals) = Solve("0 0 20, 0 1 20");
        Assert.Equal(0.5, marginals.Probability(0), 5);
        Assert.Equal(0.5, marginals.Risk(1), 5);
    }

    [Fact]
    public void A_partner_who_is_taken_by_a_better_one_is_free_no_more()
    {
        var (_, alone) = Solve("0 0 2");
        var (_, rivalled) = Solve("0 0 2, 1 0 12");
        Assert.True(rivalled.Probability(0) < alone.Probability(0) / 100);
    }

    [Fact]
    public void A_very_small_risk_is_not_lost_in_the_rounding()
    {
        var (_, marginals) = Solve("0 0 60, 0 1 -10");
        Assert.InRange(marginals.Risk(0), Math.Pow(2, -61), Math.Pow(2, -59));
    }

    [Fact]
    public void An_edge_that_stands_back_takes_nothing_from_a_plain_one_and_keeps_its_own_odds()
    {
        int[] starts = [0, 2];
        var marginals = new MatchingMarginals(new PairGraph(starts, [0, 1], [10, 10], [0, 20], 2));
        marginals.Propagate(0, 20);
        Assert.True(marginals.Probability(0) > 0.99);
        var single = new MatchingMarginals(new PairGraph([0, 1], [0], [10], [20], 1));
        single.Propagate(0, 20);
        Assert.True(single.Probability(0) > 0.99);
    }

    private static (List<(int Row, int Column, float Bits)> Edges, MatchingMarginals Marginals) Solve(string pairs)
    {
        var edges = pairs
            .Split(',')
            .Select(pair => pair.Trim().Split(' '))
            .Select(parts => (Row: int.Parse(parts[0], null), Column: int.Parse(parts[1], null), Bits: float.Parse(parts[2], null)))
            .ToList();
        var starts = new int[edges.Max(edge => edge.Row) + 2];
        foreach (var edge in edges)
            starts[edge.Row + 1]++;
        for (var row = 1; row < starts.Length; row++)
            starts[row] += starts[row - 1];
        var graph = new PairGraph(
            starts,
            [.. edges.Select(edge => edge.Column)],
            [.. edges.Select(edge => edge.Bits)],
            new float[edges.Count],
            edges.Max(edge => edge.Column) + 1
        );
        var marginals = new MatchingMarginals(graph);
        marginals.Propagate(0, 50);
        return (edges, marginals);
    }

    // The sum over all matchings with the edge, of all.
    private static double Exact(List<(int Row, int Column, float Bits)> edges, int wanted)
    {
        var (with, all) = (0.0, 0.0);
        for (var chosen = 0; chosen < 1 << edges.Count; chosen++)
        {
            var some = Enumerable.Range(0, edges.Count).Where(edge => (chosen & (1 << edge)) != 0).ToArray();
            var (rows, columns) = (some.Select(edge => edges[edge].Row).Distinct().Count(), some.Select(edge => edges[edge].Column).Distinct().Count());
            if (rows < some.Length || columns < some.Length)
                continue;
            var weight = some.Aggregate(1.0, (product, edge) => product * Math.Pow(2, edges[edge].Bits));
            all += weight;
            with += some.Contains(wanted) ? weight : 0;
        }

        return with / all;
    }
}
