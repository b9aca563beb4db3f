using System;
using System.Globalization;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Cultures;

public class ReadableTimeTests
{
    private static readonly DateTime Day = new(2026, 11, 29, 16, 5, 0, DateTimeKind.Local);

    [Theory]
    [InlineData("", "2026-11-29", "2026-11-29 16:05")]
    [InlineData("en-GB", "29/11/2026", "29/11/2026 16:05")]
    [InlineData("de-DE", "29.11.2026", "29.11.2026 16:05")]
    [InlineData("tr-TR", "29.11.2026", "29.11.2026 16:05")]
    [InlineData("th-TH", "29/11/2026", "29/11/2026 16:05")]
    public void A_date_for_people_is_written_as_they_write_dates_in_the_years_that_everybody_counts(string culture, string day, string minute)
    {
        using var _ = new InCulture(culture);

        Assert.Equal(day, ReadableTime.Day(Day));
        Assert.Equal(day, ReadableTime.Day(new DateTimeOffset(Day)));
        Assert.Equal(minute, ReadableTime.Minute(new DateTimeOffset(Day)));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("ps-AF")]
    [InlineData("he-IL")]
    [InlineData("ja-JP")]
    [InlineData("zh-TW")]
    [InlineData("sv-SE")]
    public void No_culture_changes_the_year_or_the_digits(string culture)
    {
        using var _ = new InCulture(culture);

        foreach (
            string text in new[]
            {
                ReadableTime.Day(Day),
                ReadableTime.Minute(new DateTimeOffset(Day)),
                ReadableTime.Day(new DateTime(1899, 5, 1)).Replace("1899", "2026", StringComparison.Ordinal),
            }
        )
        {
            Assert.Contains("2026", text, StringComparison.Ordinal);
            Assert.All(text, character => Assert.True(!char.IsDigit(character) || char.IsAsciiDigit(character), text));
        }
    }

    [Theory]
    [InlineData("ja-JP", typeof(JapaneseCalendar))]
    [InlineData("zh-TW", typeof(TaiwanCalendar))]
    [InlineData("ar-SA", typeof(HijriCalendar))]
    public void A_calendar_that_a_person_has_chosen_does_not_change_the_year_either(string culture, Type calendar)
    {
        var chosen = new CultureInfo(culture, useUserOverride: false);
        chosen.DateTimeFormat.Calendar = (Calendar)Activator.CreateInstance(calendar)!;
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = chosen;
        try
        {
            Assert.Contains("2026", ReadableTime.Day(Day), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
