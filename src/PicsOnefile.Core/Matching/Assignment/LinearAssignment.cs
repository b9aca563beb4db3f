using System.Collections.Generic;

namespace PicsOnefile.Matching.Assignment;

/// <summary>An pair of the assignment: a column and what joining it is worth, a positive number.</summary>
internal readonly record struct Option(int Column, long Value);

/// <summary>
/// The best overall one-to-one assignment: of all ways to join every row with at most one column, one whose values add up to the most. Exact: shortest
/// augmenting paths on the sparse graph (Jonker and Volgenant, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems",
/// Computing 38, 1987), where every row has a column of its own that is worth nothing and means no partner. A path never leaves its connected
/// component.
/// </summary>
internal sealed class LinearAssignment
{
    private readonly IReadOnlyList<Option>[] _rows;
    private readonly int _columns;
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;
    private readonly long[] _price;
    private readonly long[] _distance;
    private readonly int[] _cameFrom;
    private readonly int[] _seen;
    private readonly PathQueue _queue = new();

    private LinearAssignment(IReadOnlyList<Option>[] rows, int columns)
    {
        _rows = rows;
        _columns = columns;
        var all = columns + rows.Length;
        _columnOf = new int[rows.Length];
        _rowOf = new int[all];
        _price = new long[all];
        _distance = new long[all];
        _cameFrom = new int[all];
        _seen = new int[all];
        for (var i = 0; i < all; i++)
            _rowOf[i] = -1;
        for (var i = 0; i < rows.Length; i++)
            _columnOf[i] = -1;
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
            if (assignment._columnOf[row] >= columns)
                assignment._columnOf[row] = -1;
        }

        return assignment._columnOf;
    }

    private void Augment(int start)
    {
        _queue.Clear();
        var scanned = new List<int>();
        var (row, reached, stamp) = (start, 0L, start + 1);
        while (true)
        {
            Relax(row, start, reached, stamp);
            int column;
            do
            {
                (reached, column) = _queue.Pop();
            } while (_seen[column] == -stamp || _distance[column] != reached);

            if (_rowOf[column] < 0)
            {
                foreach (var passed in scanned)
                    _price[passed] += _distance[passed] - reached;
                Flip(column, start);
                return;
            }

            _seen[column] = -stamp;
            scanned.Add(column);
            row = _rowOf[column];
        }
    }

    private void Relax(int row, int start, long reached, int stamp)
    {
        var best = Best(row);
        var mine = row == start ? 0 : Cost(row, _columnOf[row], best) - _price[_columnOf[row]];
        foreach (var option in _rows[row])
            Offer(option.Column, reached + best - option.Value - _price[option.Column] - mine, row, stamp);
        Offer(_columns + row, reached + best - _price[_columns + row] - mine, row, stamp);
    }

    private void Offer(int column, long offered, int row, int stamp)
    {
        if (_seen[column] == -stamp || (_seen[column] == stamp && _distance[column] <= offered))
            return;
        (_seen[column], _distance[column], _cameFrom[column]) = (stamp, offered, row);
        _queue.Push(offered, column);
    }

    private void Flip(int column, int start)
    {
        while (true)
        {
            var row = _cameFrom[column];
            (_rowOf[column], var before) = (row, _columnOf[row]);
            _columnOf[row] = column;
            if (row == start)
                return;
            column = before;
        }
    }

    private long Best(int row)
    {
        var best = 0L;
        foreach (var option in _rows[row])
            best = option.Value > best ? option.Value : best;
        return best;
    }

    private long Cost(int row, int column, long best)
    {
        foreach (var option in _rows[row])
        {
            if (option.Column == column)
                return best - option.Value;
        }

        return best;
    }
}
