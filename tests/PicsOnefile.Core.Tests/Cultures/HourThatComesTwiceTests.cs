using System;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Files;
using PicsOnefile.Reporting;
using Xunit;

namespace PicsOnefile.Core.Tests.Cultures;

/// <summary>
/// "GMT Standard Time", as Windows names the time of Great Britain: the hour from one to two comes twice at the end of October, and in March not at all.
/// </summary>
public sealed class HourThatComesTwiceTests : IDisposable
{
    private static readonly TimeZoneInfo Britain = TimeZoneInfo.FindSystemTimeZoneById("GMT Standard Time");

    // Half past one in summer time, and half past one again.
    private static readonly DateTimeOffset First = new(2026, 10, 25, 1, 30, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Second = new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero);

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Change At(DateTimeOffset time) => CacheFolder.Intent("run", "run/1") with { At = time, State = ChangeState.Done };

    [Fact]
    public void Windows_knows_the_hour_as_ambiguous_and_the_one_in_March_as_none()
    {
        Assert.Equal(First.DateTime, TimeZoneInfo.ConvertTime(First, Britain).DateTime);
        Assert.Equal(First.DateTime, TimeZoneInfo.ConvertTime(Second, Britain).DateTime);
        Assert.True(Britain.IsAmbiguousTime(First.DateTime));
        Assert.True(Britain.IsInvalidTime(new DateTime(2026, 3, 29, 1, 30, 0)));
    }

    [Fact]
    public void The_report_counts_both_hours_to_their_day_and_no_change_to_another()
    {
        var days = LinkReportService.Days(
            new[]
            {
                new DateTimeOffset(2026, 10, 24, 22, 59, 0, TimeSpan.Zero),
                // Midnight in summer time.
                new DateTimeOffset(2026, 10, 24, 23, 0, 0, TimeSpan.Zero),
                First,
                Second,
                new DateTimeOffset(2026, 10, 25, 23, 59, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 10, 26, 0, 0, 0, TimeSpan.Zero),
            }.Select(At),
            Britain
        );

        Assert.Equal([("2026-10-24", 1), ("2026-10-25", 4), ("2026-10-26", 1)], days.Select(day => (day.Day, day.Made)));
    }

    [Fact]
    public void The_cache_keeps_both_hours_apart_and_in_their_order()
    {
        Assert.True(string.CompareOrdinal(UtcText.Format(First), UtcText.Format(Second)) < 0);
        Assert.Equal([First, Second], new[] { First, Second }.Select(time => UtcText.Parse(UtcText.Format(time))));
    }

    [Fact]
    public void A_file_that_was_saved_in_both_hours_has_changed()
    {
        var path = Path.Combine(_folder.Folder, "list.csv");
        File.WriteAllText(path, "Ident");
        File.SetLastWriteTimeUtc(path, First.UtcDateTime);
        var first = FileIdentity.From(path)!;
        Assert.True(first.IsUnchanged());

        File.SetLastWriteTimeUtc(path, Second.UtcDateTime);

        Assert.False(first.IsUnchanged());
        Assert.Equal((First, Second), (first.WrittenAt, FileIdentity.From(path)!.WrittenAt));
    }
}
