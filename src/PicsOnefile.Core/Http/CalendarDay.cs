using System;
using System.Globalization;

namespace PicsOnefile.Http;

/// <summary>The calendar day of a date that a system may send as an instant: one rule for both systems.</summary>
internal static class CalendarDay
{
    /// <summary>
    /// The day that was meant, or null where the text is no date. With an offset of its own the date is the one that stands there. In UTC, 23:00 to the second
    /// is local midnight of the next day: a server in the United Kingdom shows a date that it keeps at local midnight so in summer (inferred from published
    /// examples of Onefile, and assumed of PICSWeb).
    /// </summary>
    public static DateTime? Parse(string? text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return null;
        var isSummerMidnight = time.Offset == TimeSpan.Zero && time.TimeOfDay == TimeSpan.FromHours(23) && time.Date < DateTime.MaxValue.Date;
        return isSummerMidnight ? time.Date.AddDays(1) : time.Date;
    }
}
