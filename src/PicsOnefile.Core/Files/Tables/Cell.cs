using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Files.Tables;

/// <summary>What a cell says, without what spreadsheets and people put around it.</summary>
internal static class Cell
{
    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt"];
    private static readonly string[] Plain = ["d MMM yyyy", "d-MMM-yyyy", "d MMMM yyyy", "yyyy-M-d", "yyyy-M-d H:mm:ss", "yyyy-M-dTH:mm:ss"];
    private static readonly string[] DayFirst = [.. Plain, .. With(["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"])];
    private static readonly string[] MonthFirst = [.. Plain, .. With(["M/d/yyyy", "M-d-yyyy", "M.d.yyyy"])];

    /// <summary>The text, or null for an empty cell. Leading zeros stay.</summary>
    public static string? Text(string? raw) => raw is not null && WrittenId.Unwrapped(raw) is { Length: > 0 } text ? text : null;

    /// <summary>A heading as a message shows it.</summary>
    public static string Heading(string raw) => Readable.Line(Text(raw) ?? "", Readable.LongestField);

    /// <summary>
    /// The date, or null for an empty cell. False for a text that is no date, or one with a year of another calendar (<see cref="PlausibleYear"/>); where the
    /// column's order is mixed also for one that is another date with the month first, or a date only so.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="order">The order of its column (<see cref="DateOrders.Find"/>).</param>
    /// <param name="date">The date.</param>
    public static bool TryDate(string? text, DateOrder order, out DateTime? date)
    {
        date = null;
        if (text is null)
            return true;
        if (order == DateOrder.Mixed)
            return TryDate(text, DateOrder.DayFirst, out var day)
                && (!TryDate(text, DateOrder.MonthFirst, out var month) || day == month)
                && (date = day) is not null;
        var forms = order == DateOrder.MonthFirst ? MonthFirst : DayFirst;
        if (
            !DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var parsed)
            || !PlausibleYear.Includes(parsed.Year)
        )
            return false;
        date = parsed.Date;
        return true;
    }

    private static IEnumerable<string> With(string[] dates) => dates.SelectMany(date => Times.Select(time => date + time));
}
