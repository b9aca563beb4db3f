using System.Collections.Generic;

namespace PicsOnefile.Matching.Assignment;

/// <summary>An pair of the assignment: a column and what joining it is worth, a positive number.</summary>
internal readonly record struct Option(int Column, long Value);

/// <summary>
/// The best overall one-to-one assignment: of all ways to join every row with at most one column, one whose values add up to the most. Exact: shortest
/// augmenting paths on the sparse graph (Jonker and Volgenant, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems",
/// Computing 38, 1987), where every row has a column of its own that is worth nothing and stands for staying alone. A path never leaves its connected
/// component.
/// </summary>
internal sealed class LinearAssignment
{
    private readonly IReadOnlyList<Option>[] rows;
    private readonly int columns;
    private readonly int[] columnOf;
    private readonly int[] rowOf;
    private readonly long[] price;
    private readonly long[] distance;
    private readonly int[] cameFrom;
    private readonly int[] seen;
    private readonly PathQueue queue = new();

    private LinearAssignment(IReadOnlyList<Option>[] rows, int columns)
    {
        this.rows = rows;
        this.columns = columns;
        var all = columns + rows.Length;
        columnOf = new int[rows.Length];
        rowOf = new int[all];
        price = new long[all];
        distance = new long[all];
        cameFrom = new int[all];
        seen = new int[all];
        for (var i = 0; i < all; i++)
            rowOf[i] = -1;
        for (var i = 0; i < rows.Length; i++)
            columnOf[i] = -1;
    }

    /// <summary>
    /// The column of each row, or -1 where the row stays alone. Of equally good assignments the result depends on the order of rows and columns
    /// alone.
    /// </summary>
    public static int[] Solve(IReadOnlyList<Option>[] rows, int columns)
    {
        var assignment = new LinearAssignment(rows, columns);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Count > 0)
                assignment.Augment(row);
        }

        for (var row = 0; row < rows.Length; row++)
        {
            if (assignment.columnOf[row] >= columns)
                assignment.columnOf[row] = -1;
        }

        return assignment.columnOf;
    }

    private void Augment(int start)
    {
        queue.Clear();
        var scanned = new List<int>();
        var (row, reached, stamp) = (start, 0L, start + 1);
        while (true)
        {
            Relax(row, start, reached, stamp);
            int column;
            do
            {
                (reached, column) = queue.Pop();
            } while (seen[column] == -stamp || distance[column] != reached);

            if (rowOf[column] < 0)
            {
                foreach (var passed in scanned)
                    price[passed] += distance[passed] - reached;
                Flip(column, start);
                return;
            }

            seen[column] = -stamp;
            scanned.Add(column);
            row = rowOf[column];
        }
    }

    private void Relax(int row, int start, long reached, int stamp)
    {
        var best = Best(row);
        var mine = row == start ? 0 : Cost(row, columnOf[row], best) - price[columnOf[row]];
        foreach (var option in rows[row])
            Offer(option.Column, reached + best - option.Value - price[option.Column] - mine, row, stamp);
        Offer(columns + row, reached + best - price[columns + row] - mine, row, stamp);
    }

    private void Offer(int column, long offered, int row, int stamp)
    {
        if (seen[column] == -stamp || (seen[column] == stamp && distance[column] <= offered))
            return;
        (seen[column], distance[column], cameFrom[column]) = (stamp, offered, row);
        queue.Push(offered, column);
    }

    private void Flip(int column, int start)
    {
        while (true)
        {
            var row = cameFrom[column];
            (rowOf[column], var before) = (row, columnOf[row]);
            columnOf[row] = column;
            if (row == start)
                return;
            column = before;
        }
    }

    private long Best(int row)
    {
        var best = 0L;
        foreach (var option in rows[row])
            best = option.Value > best ? option.Value : best;
        return best;
    }

    private long Cost(int row, int column, long best)
    {
        foreach (var option in rows[row])
        {
            if (option.Column == column)
                return best - option.Value;
        }

        return best;
    }
}
