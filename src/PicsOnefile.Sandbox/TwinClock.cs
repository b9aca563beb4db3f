using System;
using System.Threading;

namespace PicsOnefile.Sandbox;

/// <summary>
/// The twin's own time. It is real time plus an offset that can be moved, or, when frozen, a moment that only moves by hand. Sessions, bearer tokens and the
/// window of the call limit follow it.
/// </summary>
/// <param name="frozen">True for a time that only moves by hand.</param>
/// <param name="source">What it follows; the system's clock by default.</param>
public sealed class TwinClock(bool frozen, TimeProvider? source = null) : TimeProvider
{
    /// <summary>How far back the clock goes. Within these two, a day or a year more or less is a date still.</summary>
    public static readonly DateTimeOffset Earliest = new(3, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far ahead the clock goes.</summary>
    public static readonly DateTimeOffset Latest = new(9997, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly TimeProvider _source = source ?? System;
    private readonly DateTimeOffset _start = (source ?? System).GetUtcNow();
    private TimeSpan _offset;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return (frozen ? _start : _source.GetUtcNow()) + _offset;
    }

    /// <summary>Moves the clock; backwards too, as a clock does that was set wrong.</summary>
    /// <returns>
    /// False where it would leave the years that dates can be counted in (<see cref="Earliest"/>, <see cref="Latest"/>): it stays where it was then.
    /// </returns>
    public bool Advance(TimeSpan by)
    {
        lock (_gate)
        {
            var now = (frozen ? _start : _source.GetUtcNow()) + _offset;
            if (by < Earliest - now || by > Latest - now)
                return false;
            _offset += by;
            return true;
        }
    }
}
