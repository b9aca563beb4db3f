using System;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>Shows a wait as progress while it lasts. Waits below a second are not shown.</summary>
/// <param name="log">The log that shows it.</param>
/// <param name="activity">The activity's name.</param>
/// <param name="reason">Why the run waits, for people; null for the call limit.</param>
internal sealed class WaitNotice(IRunLog log, string activity, string? reason) : IDisposable
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    private readonly RunProgress _progress = new(activity, 0, null) { WaitReason = reason };
    private bool _shown;

    /// <summary>Shows the wait.</summary>
    /// <param name="wait">The length of the wait.</param>
    /// <returns>True the first time that a wait is shown.</returns>
    public bool Show(TimeSpan wait)
    {
        if (wait < Noticeable)
            return false;
        var first = !_shown;
        _shown = true;
        log.Progress(_progress with { Wait = wait });
        return first;
    }

    /// <summary>Ends what is shown.</summary>
    public void Dispose()
    {
        if (_shown)
            log.Progress(_progress with { Completed = true });
    }
}
