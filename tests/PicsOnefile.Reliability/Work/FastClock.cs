using System;
using System.Threading;

namespace PicsOnefile.Reliability.Work;

/// <summary>
/// A clock that runs so many times faster than the world's: the waits of the back-off and of the call limit are made and not slept away. Processes that are
/// given the same moment of departure agree about the time.
/// </summary>
/// <param name="factor">How many seconds pass in one.</param>
/// <param name="departure">When the two clocks showed the same time.</param>
public sealed class FastClock(double factor, DateTimeOffset departure) : TimeProvider
{
    private static readonly long Began = System.GetTimestamp();

    private long _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => departure + (System.GetUtcNow() - departure) * factor + new TimeSpan(Interlocked.Read(ref _ahead));

    /// <inheritdoc/>
    public override long GetTimestamp() => Began + (long)((System.GetTimestamp() - Began) * factor);

    /// <inheritdoc/>
    public override long TimestampFrequency => System.TimestampFrequency;

    /// <summary>Sets the clock on, or back; what is measured in spans of time does not see it.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Hurried(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), this);

    // Rounded up to what timers can count: a wait that ends early is only made again.
    private TimeSpan Scaled(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds / factor));

    private sealed class Hurried(ITimer timer, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Scaled(dueTime), clock.Scaled(period));

        public void Dispose() => timer.Dispose();

        public global::System.Threading.Tasks.ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
