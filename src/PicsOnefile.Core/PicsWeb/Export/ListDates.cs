using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Files.Tables;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>The dates of one list: the order of each column's dates, found once from all its rows, and the cells that are no dates.</summary>
internal sealed class ListDates
{
    private readonly Dictionary<string, DateOrder> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _invalid = new(StringComparer.Ordinal);
    private IReadOnlyList<ListRow> _rows = [];

    /// <summary>Takes all rows of the list: fields are read when the records are made, which is later.</summary>
    public void Take(IReadOnlyList<ListRow> rows) => _rows = rows;

    /// <summary>The date in a cell; null for an empty one, and for one that is no date, which is kept for the warning.</summary>
    public DateTime? Read(ListRow row, string field)
    {
        if (!_orders.TryGetValue(field, out var order))
            _orders[field] = order = DateOrders.Find(_rows.Select(one => one[field]));
        if (Cell.TryDate(row[field], order, out var date))
            return date;
        if (!_invalid.TryGetValue(field, out var lines))
            _invalid[field] = lines = [];
        lines.Add(row.Line);
        return null;
    }

    /// <summary>
    /// One warning for each column with cells that are no dates, however many. A row that was read all the same is no error, which would end a run that stops
    /// at errors.
    /// </summary>
    /// <param name="path">The list.</param>
    /// <param name="column">A field's column in words.</param>
    /// <param name="log">The run's log.</param>
    public void Report(string path, Func<string, string> column, IRunLog log)
    {
        foreach (var field in _orders.Where(one => one.Value == DateOrder.MonthFirst).Select(one => one.Key))
            log.Verbose($"{path}, {column(field)}: the dates are read with the month first, as at least one of them can only be.");
        foreach (var (field, lines) in _invalid.Select(one => (one.Key, one.Value)))
            log.Warning($"{path}, {Words(column(field), _orders[field], lines)}");
        _invalid.Clear();
    }

    private string Words(string column, DateOrder order, List<int> lines)
    {
        var on = lines.Count == 1 ? $"line {LineNumbers.Join(lines)}, " : "";
        var count = string.Format(CultureInfo.InvariantCulture, " on {0} of {1} lines: {2}", lines.Count, _rows.Count, LineNumbers.Join(lines));
        var (where, read) = lines.Count == 1 ? ("", "the row was read without it.") : (count, "the rows were read without it.");
        return order switch
        {
            DateOrder.Mixed => $"{on}{column} may be either of two dates{where}; {read} The column mixes the month first and the day first: write all dates "
                + "as 2005-12-31.",
            DateOrder.MonthFirst => $"{on}{column} is not a date (month first as others of the column, for example 12/31/2005){where}; {read}",
            _ => $"{on}{column} is not a date (day first, for example 31/12/2005){where}; {read}",
        };
    }
}
