using System;

namespace PicsOnefile.Sandbox.World;

/// <summary>
/// Dates without a time are kept as local midnight and written in UTC, so that a summer date reads 23:00Z of the day before (onefile-api.md, an
/// inference). The rule of British Summer Time is written out, because machines without a time zone database run the twin too.
/// </summary>
public static class BritishTime
{
    public static DateTimeOffset? Midnight(DateOnly? date) =>
        date is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), IsSummer(day) ? TimeSpan.FromHours(1) : TimeSpan.Zero).ToUniversalTime() : null;

    /// <summary>The date that a client meant: a plain date as it is, a moment read in British time.</summary>
    public static DateOnly? DateOf(string text)
    {
        if (text.Trim().Length <= 10)
            return WireValue.Date(text.Trim());
        if (WireValue.MomentOf(text) is not { } moment)
            return null;
        var utc = DateOnly.FromDateTime(moment.UtcDateTime);
        // Only a day that has a next one can be the eve of summer.
        var summer = IsSummer(utc) || (utc < DateOnly.MaxValue && IsSummer(utc.AddDays(1)));
        return DateOnly.FromDateTime(moment.UtcDateTime.AddHours(summer ? 1 : 0));
    }

    /// <summary>From the last Sunday of March to the last Sunday of October: the rule since 1996, used for every year.</summary>
    private static bool IsSummer(DateOnly day) => day > LastSunday(day.Year, 3) && day <= LastSunday(day.Year, 10);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
