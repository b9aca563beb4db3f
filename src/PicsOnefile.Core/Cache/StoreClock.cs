using System;

namespace PicsOnefile.Cache;

/// <summary>Compares stored times with the clock; one rule for clocks that were set forward or back.</summary>
internal static class StoreClock
{
    /// <summary>
    /// Whether a span that began at a stored time has elapsed. A beginning further in the future than the span means that the clock was set back: the span
    /// counts as elapsed then.
    /// </summary>
    public static bool HasElapsed(DateTimeOffset began, TimeSpan span, DateTimeOffset now) => began <= now - span || began > now + span;
}
