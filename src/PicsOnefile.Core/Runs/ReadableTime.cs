using System;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Runs;

/// <summary>
/// The one place that writes dates for people: in the form of their own culture, in the years that everybody counts (a learner's year of birth is compared with
/// PICSWeb's screen), and in the time of this computer. What is stored, compared or read by a program is written by the invariant culture where it is stored.
/// </summary>
public static class ReadableTime
{
    // The form for a culture without one of its own, or without a Gregorian calendar: it cannot be misread.
    private const string DayForm = "yyyy-MM-dd";
    private const string MinuteForm = "yyyy-MM-dd HH:mm";

    /// <summary>The day of a time.</summary>
    public static string Day(DateTimeOffset time) => Day(time.LocalDateTime);

    /// <summary>A day.</summary>
    public static string Day(DateTime day) => Write(day, "d", DayForm);

    /// <summary>A time, to the minute.</summary>
    public static string Minute(DateTimeOffset time) => Write(time.LocalDateTime, "g", MinuteForm);

    private static string Write(DateTime time, string form, string otherwise) =>
        Gregorian(CultureInfo.CurrentCulture) is { } culture ? time.ToString(form, culture) : time.ToString(otherwise, CultureInfo.InvariantCulture);

    private static CultureInfo? Gregorian(CultureInfo culture)
    {
        if (culture.Name.Length == 0)
            return null;
        if (culture.DateTimeFormat.Calendar is GregorianCalendar)
            return culture;
        if (
            culture
                .OptionalCalendars.OfType<GregorianCalendar>()
                .OrderBy(calendar => calendar.CalendarType != GregorianCalendarTypes.Localized)
                .FirstOrDefault()
            is not { } calendar
        )
            return null;
        var gregorian = (CultureInfo)culture.Clone();
        gregorian.DateTimeFormat.Calendar = calendar;
        return gregorian;
    }
}
