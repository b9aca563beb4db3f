using System;
using System.Globalization;
using PicsOnefile.Failures;

namespace PicsOnefile.Files.Tables;

/// <summary>What a cell says, without what spreadsheets and people put around it.</summary>
internal static class Cell
{
    // PICSWeb is a British system: the day comes first.
    private static readonly string[] Dates =
    [
        "d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d-MMM-yyyy", "d MMMM yyyy",
        "yyyy-M-d", "yyyy-M-d H:mm:ss", "yyyy-M-dTH:mm:ss",
    ];

    /// <summary>The text, or null for an empty cell. Leading zeros stay.</summary>
    /// <remarks>
    /// Exports protect against formulas with an apostrophe before =, +, -, @; spreadsheets mark text with one; and <c>="0012"</c> is how
    /// exports keep Excel from dropping zeros. The apostrophe of 't Hooft and 's Jacob is part of the name.
    /// </remarks>
    public static string? Text(string? raw)
    {
        var text = raw?.Trim(' ', '\t', '\u00A0', '\r', '\n', '\uFEFF');
        if (text is null || text.Length == 0)
            return null;
        var partOfName = text.Length > 2 && char.IsLower(text[1]) && text[2] == ' ';
        if (text[0] == '\'' && !partOfName)
            text = text.Substring(1).Trim();
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith("\"", StringComparison.Ordinal))
            text = text.Substring(2, text.Length - 3).Replace("\"\"", "\"").Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>A heading as a message shows it.</summary>
    public static string Heading(string raw) => Readable.Line(Text(raw) ?? "", Readable.LongestField);

    /// <summary>The date, or null for an empty cell. False for a text that is no date.</summary>
    public static bool TryDate(string? text, out DateTime? date)
    {
        date = null;
        if (text is null)
            return true;
        if (!DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var parsed))
            return false;
        date = parsed.Date;
        return true;
    }
}
