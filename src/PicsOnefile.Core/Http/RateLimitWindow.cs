using System;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>The client's view of the window in which a server counts calls. After a 429 no call of the pipeline is sent until the window is over.</summary>
/// <remarks>
/// Whether the server's window is fixed or sliding is not known, so it is assumed to begin with the first call. Under a sliding window that call
/// frees the capacity. Under a fixed window that began later, a second 429 synchronises both.
/// </remarks>
internal sealed class RateLimitWindow(TimeProvider time, TimeSpan length)
{
    private readonly object _gate = new();
    private long? _began;
    private long _closed;
    private TimeSpan _closedFor = TimeSpan.Zero;

    /// <summary>Waits until the window is open, and counts the call.</summary>
    /// <param name="waits">Called before each wait with its length.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task EnterAsync(Action<TimeSpan> waits, CancellationToken cancellation)
    {
        for (var wait = TryEnter(); wait > TimeSpan.Zero; wait = TryEnter())
        {
            waits(wait);
            await time.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the window.</summary>
    /// <param name="asked">The delay of Retry-After; null closes the window for the rest of its length.</param>
    /// <returns>The delay until the window opens.</returns>
    public TimeSpan Close(TimeSpan? asked)
    {
        lock (_gate)
        {
            var rest = _began is long began ? length - time.GetElapsedTime(began) : TimeSpan.Zero;
            var wait = asked
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
            var closed = StillClosed();
            if (closed <= TimeSpan.Zero && (_began is not long began || time.GetElapsedTime(began) >= length))
                _began = time.GetTimestamp();

            return closed;
        }
    }

    private TimeSpan StillClosed() => _closedFor - time.GetElapsedTime(_closed);
}
