using System;
using System.Globalization;

namespace PicsOnefile.Http;

/// <summary>Reads the calendar day of a date that a system may send as an instant; one rule for both systems.</summary>
internal static class CalendarDay
{
    /// <summary>Parses a date.</summary>
    /// <param name="text">ISO 8601; without an offset it is UTC.</param>
    /// <returns>The day that was meant, or null where the text is no date.</returns>
    /// <remarks>
    /// 23:00:00 UTC counts as the next day: a server in the United Kingdom sends local midnight in summer that way. This is inferred from
    /// published examples of Onefile and assumed for PICSWeb. With another offset the written date counts.
    /// </remarks>
    public static DateTime? Parse(string? text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return null;
        var isSummerMidnight = time.Offset == TimeSpan.Zero && time.TimeOfDay == TimeSpan.FromHours(23) && time.Date < DateTime.MaxValue.Date;
        return isSummerMidnight ? time.Date.AddDays(1) : time.Date;
    }
}
