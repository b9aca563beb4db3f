using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>
/// Turns the core's reports into PowerShell's progress records, at most five a second for each activity. Every activity that was begun is ended, also after an
/// error.
/// </summary>
/// <param name="limit">The calls that would be granted now, and those of a minute; null without a limit.</param>
internal sealed class ProgressDisplay(Func<(int Left, int Limit)?> limit)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Shown> _open = new(StringComparer.Ordinal);

    /// <summary>Makes the record to show.</summary>
    /// <param name="progress">The report.</param>
    /// <param name="now">The time.</param>
    /// <returns>The record, or null where the last one is young enough.</returns>
    public ProgressRecord? Create(RunProgress progress, DateTime now)
    {
        if (progress.Completed)
        {
            _open.Remove(progress.Activity);
            return Record(progress);
        }
        if (!_open.TryGetValue(progress.Activity, out var shown))
            _open[progress.Activity] = shown = new Shown(progress, now);
        else if (now - shown.At < Between)
            return null;
        shown.At = now;
        var calls = progress.CallsToMake > 0 ? limit() : null;
        var record = Record(progress);
        record.SecondsRemaining = RemainingTime.Seconds(progress, shown.First, now - shown.Since, calls?.Left ?? 0, calls?.Limit ?? 0) ?? -1;
        return record;
    }

    /// <summary>Makes the last records of what is still shown.</summary>
    public IReadOnlyList<ProgressRecord> End()
    {
        var left = _open.Values.Select(shown => Record(shown.First with { Completed = true })).ToList();
        _open.Clear();
        return left;
    }

    private static ProgressRecord Record(RunProgress progress) =>
        new(progress.Activity.GetHashCode() & 0xFFFF, progress.Activity, progress.Status)
        {
            PercentComplete = progress.Total is > 0 and { } all ? (int)Math.Min(100, progress.Done * 100L / all) : -1,
            RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        };

    private sealed class Shown(RunProgress first, DateTime since)
    {
        public RunProgress First { get; } = first;

        public DateTime Since { get; } = since;

        public DateTime At { get; set; } = since;
    }
}
