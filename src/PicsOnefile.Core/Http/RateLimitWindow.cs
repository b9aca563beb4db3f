using System;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>
/// The time in which a server counts calls, as far as it can be seen from here. When it is used up, no call of this pipeline is sent until it is over.
/// </summary>
/// <remarks>
/// Whether the server's window is fixed or slides is not known, so it is taken to begin with our first call: under a sliding window that
/// call is what frees a place; under a fixed one that began later, a second 429 puts both in step.
/// </remarks>
internal sealed class RateLimitWindow(TimeProvider time, TimeSpan length)
{
    private readonly object _gate = new();
    private long? _began;
    private long _closed;
    private TimeSpan _closedFor = TimeSpan.Zero;

    /// <summary>Comes back when the window is open, and counts the call.</summary>
    /// <param name="waits">Told before each wait how long it is.</param>
    /// <param name="cancellation">Gives the waiting up.</param>
    public async Task EnterAsync(Action<TimeSpan> waits, CancellationToken cancellation)
    {
        for (TimeSpan wait = TryEnter(); wait > TimeSpan.Zero; wait = TryEnter())
        {
            waits(wait);
            await time.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the window for as long as the server asks, or for the rest of its time; answers how long that is.</summary>
    public TimeSpan Close(TimeSpan? asked)
    {
        lock (_gate)
        {
            TimeSpan rest = _began is long began ? length - time.GetElapsedTime(began) : TimeSpan.Zero;
            TimeSpan wait = asked
                ?? (
                    rest > TimeSpan.Zero ? rest
                    : StillClosed() is { Ticks: > 0 } standing ? standing
                    : length
                );
            if (wait > StillClosed())
                (_closed, _closedFor) = (time.GetTimestamp(), wait);

            _began = null;
            return wait;
        }
    }

    private TimeSpan TryEnter()
    {
        lock (_gate)
        {
            TimeSpan closed = StillClosed();
            if (closed <= TimeSpan.Zero && (_began is not long began || time.GetElapsedTime(began) >= length))
                _began = time.GetTimestamp();

            return closed;
        }
    }

    private TimeSpan StillClosed() => _closedFor - time.GetElapsedTime(_closed);
}
