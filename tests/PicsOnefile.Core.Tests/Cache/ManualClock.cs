using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>A clock that stands still until the test moves it, or leaps over every wait at once.</summary>
// The semaphore's wait handle is never asked for, so it holds nothing to give back.
#pragma warning disable CA1001
internal sealed class ManualClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<Alarm> _alarms = [];
    private readonly SemaphoreSlim _set = new(0);
    private DateTimeOffset _now = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

    /// <summary>True: whoever waits finds the time passed.</summary>
    public bool LeapsOverWaits { get; init; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <summary>When the first of those who wait goes on.</summary>
    public DateTimeOffset NextAlarm
    {
        get
        {
            lock (_gate)
                return _alarms.Min(alarm => alarm.Due);
        }
    }

    /// <summary>Comes back when somebody has begun to wait (once for each).</summary>
    public Task SomebodyWaits() => _set.WaitAsync();

    public void Move(TimeSpan by)
    {
        Alarm[] due;
        lock (_gate)
        {
            _now += by;
            due = _alarms.Where(alarm => alarm.Due <= _now).ToArray();
            _alarms.RemoveAll(due.Contains);
        }

        foreach (var alarm in due)
            ThreadPool.QueueUserWorkItem(_ => alarm.Callback(alarm.State));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm;
        lock (_gate)
        {
            alarm = new Alarm(this, callback, state, _now + dueTime);
            _alarms.Add(alarm);
        }

        _set.Release();
        if (LeapsOverWaits)
            Move(dueTime);
        return alarm;
    }

    private sealed class Alarm(ManualClock clock, TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        public TimerCallback Callback => callback;

        public object? State => state;

        public DateTimeOffset Due => due;

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (clock._gate)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
