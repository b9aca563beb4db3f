using System;

namespace PicsOnefile.Runs;

/// <summary>How long an activity will still take: by its pace so far, and never less than the call limit makes it.</summary>
public static class RemainingTime
{
    /// <summary>Whole seconds, or null where nothing can be said yet.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="first">Its first report.</param>
    /// <param name="elapsed">The time since that report.</param>
    /// <param name="callsLeft">How many calls would be granted now without waiting.</param>
    /// <param name="callLimit">How many calls are granted a minute; 0 for no limit.</param>
    public static int? Seconds(RunProgress progress, RunProgress first, TimeSpan elapsed, int callsLeft, int callLimit)
    {
        if (progress.Wait is { } wait)
            return Whole(wait.TotalSeconds);
        if (progress.Total is not { } total || progress.Completed)
            return null;
        // What goes beyond the calls that are left comes free again evenly, the limit within a minute.
        var waiting = callLimit > 0 ? Math.Max(0, progress.CallsToMake - callsLeft) * 60.0 / callLimit : 0;
        var done = progress.Done - first.Done;
        double? pace = done > 0 ? elapsed.TotalSeconds / done * Math.Max(0, total - progress.Done) : null;
        return pace is null && waiting == 0 ? null : Whole(Math.Max(pace ?? 0, waiting));
    }

    private static int Whole(double seconds) => (int)Math.Min(int.MaxValue, Math.Ceiling(seconds));
}
