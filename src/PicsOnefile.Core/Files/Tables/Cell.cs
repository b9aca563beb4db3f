using System;
using System.Globalization;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Files.Tables;

/// <summary>What a cell says, without what spreadsheets and people put around it.</summary>
internal static class Cell
{
    // PICSWeb is a British system: the day comes first.
    private static readonly string[] Dates =
    [
        "d/M/yyyy",
        "d/M/yyyy H:mm",
        "d/M/yyyy H:mm:ss",
        "d-M-yyyy",
        "d.M.yyyy",
        "d MMM yyyy",
        "d-MMM-yyyy",
        "d MMMM yyyy",
        "yyyy-M-d",
        "yyyy-M-d H:mm:ss",
        "yyyy-M-dTH:mm:ss",
    ];

    /// <summary>The text, or null for an empty cell. Leading zeros stay.</summary>
    public static string? Text(string? raw) => raw is not null && WrittenId.Unwrapped(raw) is { Length: > 0 } text ? text : null;

    /// <summary>A heading as a message shows it.</summary>
    public static string Heading(string raw) => Readable.Line(Text(raw) ?? "", Readable.LongestField);

    /// <summary>
    /// The date, or null for an empty cell. False for a text that is no date, or one with a year of another calendar (<see cref="PlausibleYear"/>).
    /// </summary>
    public static bool TryDate(string? text, out DateTime? date)
    {
        date = null;
        if (text is null)
            return true;
        if (
            !DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var parsed)
            || !PlausibleYear.Includes(parsed.Year)
        )
            return false;
        date = parsed.Date;
        return true;
    }
}
