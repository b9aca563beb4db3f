using System;

namespace PicsOnefile.Cache;

/// <summary>What the times that a store keeps say about now: the one rule for clocks that were set on or put back.</summary>
internal static class StoreClock
{
    /// <summary>
    /// Whether a span that began at a kept time is over. A beginning that lies further ahead than the span is long has not come yet: the clock was put back
    /// since, and nobody has to wait until it comes.
    /// </summary>
    public static bool HasElapsed(DateTimeOffset began, TimeSpan span, DateTimeOffset now) => began <= now - span || began > now + span;
}
