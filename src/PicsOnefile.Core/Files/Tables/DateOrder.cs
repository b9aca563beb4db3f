using System.Collections.Generic;

namespace PicsOnefile.Files.Tables;

/// <summary>Which number of a date such as 05/06/2001 is the day.</summary>
internal enum DateOrder
{
    /// <summary>The day: PICSWeb is a British system.</summary>
    DayFirst,

    /// <summary>The month: at least one date of the column can only be read so, and none the other way.</summary>
    MonthFirst,

    /// <summary>Dates of the column can only be read in one way, and others only in the other: what may be either says nothing.</summary>
    Mixed,
}

/// <summary>The order of a column's dates, found out from those that can only be read in one way.</summary>
internal static class DateOrders
{
    /// <summary>The order of all cells of a column.</summary>
    public static DateOrder Find(IEnumerable<string?> cells)
    {
        var (day, month) = (false, false);
        foreach (var cell in cells)
        {
            var (dayFirst, monthFirst) = (Cell.TryDate(cell, DateOrder.DayFirst, out var one), Cell.TryDate(cell, DateOrder.MonthFirst, out var other));
            day |= dayFirst && !monthFirst && one is not null;
            month |= monthFirst && !dayFirst && other is not null;
        }
        return !month ? DateOrder.DayFirst
            : day ? DateOrder.Mixed
            : DateOrder.MonthFirst;
    }
}
