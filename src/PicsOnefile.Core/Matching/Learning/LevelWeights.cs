using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Learning;

/// <summary>
/// What the lists at hand add to the weights of the levels: where a level is more frequent among the pairs that are one than was thought, it speaks for a
/// pair by so many bits more.
/// </summary>
/// <remarks>The step of maximisation of Winkler, "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage"
/// (1988).</remarks>
internal sealed class LevelWeights
{
    // What was thought beforehand counts as so many pairs: ten records change next to nothing, thousands decide.
    private const double PriorPairs = 100;

    private readonly double[][] _pairs = [.. LevelShares.Table.Select(field => new double[field.Rows.Count])];
    private readonly float[][] _bits = [.. LevelShares.Table.Select(field => new float[field.Rows.Count])];

    /// <summary>Forgets the pairs that were counted; the weights stay.</summary>
    public void Clear()
    {
        foreach (var field in _pairs)
            Array.Clear(field, 0, field.Length);
    }

    /// <summary>Counts a pair.</summary>
    /// <param name="levels">What comparing showed.</param>
    /// <param name="probability">How probable it is that the pair is one.</param>
    public void Count(LevelSet levels, double probability)
    {
        for (var field = 0; field < _pairs.Length; field++)
        {
            if (Find(field, levels) is >= 0 and var row)
                _pairs[field][row] += probability;
        }
    }

    /// <summary>Learns from the pairs that were counted.</summary>
    public void Learn()
    {
        for (var field = 0; field < _pairs.Length; field++)
        {
            var all = _pairs[field].Sum();
            for (var row = 0; row < _pairs[field].Length; row++)
            {
                var share = LevelShares.Table[field].Rows[row].Share;
                _bits[field][row] = (float)Math.Log((_pairs[field][row] + (PriorPairs * share)) / (all + PriorPairs) / share, 2);
            }
        }
    }

    /// <summary>The bits to add to the weight of a pair.</summary>
    /// <param name="levels">What comparing showed.</param>
    public float Bits(LevelSet levels)
    {
        var bits = 0f;
        for (var field = 0; field < _pairs.Length; field++)
        {
            if (Find(field, levels) is >= 0 and var row)
                bits += _bits[field][row];
        }

        return bits;
    }

    /// <summary>The same, a row for each field that a pair shows.</summary>
    /// <param name="levels">What comparing showed.</param>
    public IReadOnlyList<TallyRow> Rows(LevelSet levels) =>
    [
        .. Enumerable
            .Range(0, _pairs.Length)
            .Select(field => (Field: field, Row: Find(field, levels)))
            .Where(found => found.Row >= 0)
            .Select(found => new TallyRow(LevelShares.Table[found.Field].Rows[found.Row].Levels, _bits[found.Field][found.Row])),
    ];

    private static int Find(int field, LevelSet levels) => LevelShares.Table[field].Find(levels);
}
