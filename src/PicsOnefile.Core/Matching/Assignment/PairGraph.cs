using System.Collections.Generic;

namespace PicsOnefile.Matching.Assignment;

/// <summary>The pairs of two lists as the edges of a graph: those of a row of the first list follow each other, in the order given.</summary>
internal sealed class PairGraph
{
    /// <summary>Makes a graph.</summary>
    /// <param name="starts">Where the edges of each row begin; one more at the end.</param>
    /// <param name="columns">The column of each edge.</param>
    /// <param name="bits">The weight of each edge in bits; 0 is even odds.</param>
    /// <param name="behind">By how many bits each edge stands back where another claims the same row or column.</param>
    /// <param name="columnCount">How many columns there are.</param>
    public PairGraph(int[] starts, IReadOnlyList<int> columns, float[] bits, float[] behind, int columnCount)
    {
        (Starts, Bits, Behind) = (starts, bits, behind);
        ColumnStarts = new int[columnCount + 1];
        ColumnEdges = new int[bits.Length];
        foreach (var column in columns)
            ColumnStarts[column + 1]++;
        for (var column = 0; column < columnCount; column++)
            ColumnStarts[column + 1] += ColumnStarts[column];
        var next = (int[])ColumnStarts.Clone();
        for (var edge = 0; edge < bits.Length; edge++)
            ColumnEdges[next[columns[edge]]++] = edge;
    }

    /// <summary>How many rows there are.</summary>
    public int Rows => Starts.Length - 1;

    /// <summary>How many columns there are.</summary>
    public int Columns => ColumnStarts.Length - 1;

    /// <summary>Where the edges of each row begin; one more at the end.</summary>
    public int[] Starts { get; }

    /// <summary>The weight of each edge in bits; 0 is even odds.</summary>
    public float[] Bits { get; }

    /// <summary>By how many bits each edge stands back where another claims the same row or column.</summary>
    public float[] Behind { get; }

    /// <summary>Where the edges of each column begin in <see cref="ColumnEdges"/>; one more at the end.</summary>
    public int[] ColumnStarts { get; }

    /// <summary>The edges of the columns, of each in rising order of the rows.</summary>
    public int[] ColumnEdges { get; }
}
