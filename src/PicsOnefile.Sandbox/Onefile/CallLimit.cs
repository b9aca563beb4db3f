using System;
using System.Collections.Generic;
using System.Threading;
using PicsOnefile.Sandbox.Switches;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>Counts the calls of the customer in a minute of the twin's clock, in either form of window. A refused call does not count.</summary>
public sealed class CallLimit(TimeProvider clock, int limit, CallWindow window)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _taken = new();

    /// <summary>The largest number of calls that any window of sixty seconds held so far.</summary>
    public int Peak { get; private set; }

    /// <summary>Takes one call from the window.</summary>
    /// <param name="retryAfter">When refused: the time until a call is free again.</param>
    public bool TryTake(out TimeSpan retryAfter)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var start = window == CallWindow.Sliding ? now - Minute : new DateTimeOffset(now.Ticks - now.Ticks % Minute.Ticks, TimeSpan.Zero);
            while (_taken.TryPeek(out var oldest) && (window == CallWindow.Sliding ? oldest <= start : oldest < start))
                _taken.Dequeue();
            if (_taken.Count >= limit)
            {
                retryAfter = (window == CallWindow.Sliding ? _taken.Peek() : start) + Minute - now;
                return false;
            }

            _taken.Enqueue(now);
            Peak = Math.Max(Peak, _taken.Count);
            retryAfter = TimeSpan.Zero;
            return true;
        }
    }
}
