using System;
using System.Threading.Tasks;

namespace PicsOnefile.Matching.Assignment;

/// <summary>
/// The probability of each pair, given that every record has one partner or none: the marginals of all one-to-one matchings, each weighed by the product of
/// the odds of its pairs (the monomer-dimer model).
/// </summary>
/// <remarks>
/// Belief propagation on the graph of the pairs, which is exact on trees and converges on every graph: Bayati, Gamarnik, Katz, Nair and Tetali, "Simple
/// Deterministic Approximation Algorithms for Counting Matchings", STOC 2007. A message is the probability that a record is free, seen from the record at the
/// other end of the pair. The result depends on the graph alone: each message is computed by itself, whichever thread computes it.
/// </remarks>
internal sealed class MatchingMarginals
{
    // Odds beyond these change no decision, and their products stay finite.
    private const double MostBits = 200;

    private readonly PairGraph _graph;
    private readonly double[] _odds;
    private readonly double[] _free;
    private readonly double[] _freeColumn;

    /// <summary>Begins with all records free.</summary>
    /// <param name="graph">The pairs.</param>
    public MatchingMarginals(PairGraph graph)
    {
        _graph = graph;
        _odds = new double[graph.Bits.Length];
        _free = new double[graph.Bits.Length];
        _freeColumn = new double[graph.Bits.Length];
        for (var edge = 0; edge < _free.Length; edge++)
            _free[edge] = _freeColumn[edge] = 1;
    }

    /// <summary>Lets the messages pass; a later call goes on from where an earlier one ended.</summary>
    /// <param name="shift">Bits that are added to the weight of every pair.</param>
    /// <param name="rounds">How often every message is renewed.</param>
    public void Propagate(double shift, int rounds)
    {
        for (var edge = 0; edge < _odds.Length; edge++)
            _odds[edge] = Math.Pow(2, Math.Max(-MostBits, Math.Min(MostBits, _graph.Bits[edge] - _graph.Behind[edge] + shift)));
        for (var round = 0; round < rounds; round++)
        {
            Parallel.For(0, _graph.Rows, RenewRow);
            Parallel.For(0, _graph.Columns, RenewColumn);
        }
    }

    /// <summary>The odds of a pair against all matchings without it.</summary>
    public double Odds(int edge) => _odds[edge] * Math.Pow(2, _graph.Behind[edge]) * _free[edge] * _freeColumn[edge];

    /// <summary>The probability of a pair, 0 to 1.</summary>
    public double Probability(int edge)
    {
        var odds = Odds(edge);
        return odds / (1 + odds);
    }

    /// <summary>The probability that a pair is not one; exact where it is very small.</summary>
    public double Risk(int edge) => 1 / (1 + Odds(edge));

    /// <summary>The expected number of pairs that are one.</summary>
    public double ExpectedPairs()
    {
        var sum = 0.0;
        for (var edge = 0; edge < _odds.Length; edge++)
            sum += Probability(edge);
        return sum;
    }

    private void RenewRow(int row)
    {
        var (start, end) = (_graph.Starts[row], _graph.Starts[row + 1]);
        var (sum, most) = (0.0, start);
        for (var edge = start; edge < end; edge++)
        {
            var claim = _odds[edge] * _freeColumn[edge];
            sum += claim;
            if (claim > _odds[most] * _freeColumn[most])
                most = edge;
        }

        for (var edge = start; edge < end; edge++)
            _free[edge] = 1 / (1 + (edge == most ? Others(start, end, edge) : sum - (_odds[edge] * _freeColumn[edge])));
    }

    // What is left of a sum without its largest term is lost in the rounding, and is added up anew.
    private double Others(int start, int end, int without)
    {
        var sum = 0.0;
        for (var edge = start; edge < end; edge++)
            sum += edge == without ? 0 : _odds[edge] * _freeColumn[edge];
        return sum;
    }

    private void RenewColumn(int column)
    {
        var (start, end) = (_graph.ColumnStarts[column], _graph.ColumnStarts[column + 1]);
        var (sum, most) = (0.0, start);
        for (var at = start; at < end; at++)
        {
            var edge = _graph.ColumnEdges[at];
            var claim = _odds[edge] * _free[edge];
            sum += claim;
            if (claim > _odds[_graph.ColumnEdges[most]] * _free[_graph.ColumnEdges[most]])
                most = at;
        }

        for (var at = start; at < end; at++)
        {
            var edge = _graph.ColumnEdges[at];
            _freeColumn[edge] = 1 / (1 + (at == most ? OthersOfColumn(start, end, at) : sum - (_odds[edge] * _free[edge])));
        }
    }

    private double OthersOfColumn(int start, int end, int without)
    {
        var sum = 0.0;
        for (var at = start; at < end; at++)
            sum += at == without ? 0 : _odds[_graph.ColumnEdges[at]] * _free[_graph.ColumnEdges[at]];
        return sum;
    }
}
