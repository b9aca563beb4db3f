using System;
using System.Threading;

namespace PicsOnefile.Sandbox;

/// <summary>
/// The twin's own time: real time plus an offset that can be moved, or, when frozen, a moment that only moves when it is told to. Sessions, bearer
/// tokens and the window of the call limit follow it.
/// </summary>
/// <param name="frozen">Whether it stands still unless it is moved.</param>
/// <param name="source">What it follows; the system's clock by default.</param>
public sealed class TwinClock(bool frozen, TimeProvider? source = null) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly TimeProvider source = source ?? System;
    private readonly DateTimeOffset start = (source ?? System).GetUtcNow();
    private TimeSpan offset;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return (frozen ? start : source.GetUtcNow()) + offset;
    }

    /// <summary>Moves the clock; backwards too, as a clock does that was set wrong.</summary>
    public void Advance(TimeSpan by)
    {
        lock (gate) offset += by;
    }
}
