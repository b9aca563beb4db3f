using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Http;

namespace PicsOnefile.Cache;

/// <summary>
/// A sliding log of call times in the cache file: a call is granted when fewer than the limit were granted in the span before it. Because the log is shared,
/// all processes of the cache together stay under the limit; because an entry is a time and nothing else, nothing has to be given back by a process that dies.
/// </summary>
/// <remarks>
/// Right under both forms of a server's window: if no span of 60 s, wherever it begins, holds more than N calls, then none that begins on the full minute does.
/// The reverse would not hold: a fixed window lets 2N calls through around its boundary.
/// </remarks>
// A semaphore whose wait handle nobody asks for holds nothing to give back (its own documentation), and a budget has no end of life of its own.
#pragma warning disable CA1001
internal sealed class SharedCallBudget : ICallBudget
{
    /// <summary>
    /// The server's minute and one second more: a call is counted when it is granted and arrives later, not every call by the same time. Without the second
    /// a slow first call and a fast last one can fall into one minute of the server's.
    /// </summary>
    internal static readonly TimeSpan Span = TimeSpan.FromSeconds(61);

    // One thread of a process waits for the next free place, the others queue behind it in order: fair, and one transaction per grant
    // instead of one per waiter.
    private readonly SemaphoreSlim _queue = new(1, 1);
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _clock;
    private readonly string _account;
    private readonly int _limit;

    public SharedCallBudget(SqliteDatabase database, TimeProvider clock, string account, int callsPerMinute)
    {
        if (callsPerMinute < 1)
            throw new ArgumentOutOfRangeException(nameof(callsPerMinute), callsPerMinute, "At least one call a minute must be allowed.");
        _database = database;
        _clock = clock;
        _account = account;
        _limit = callsPerMinute;
    }

    public async Task AcquireAsync(CancellationToken cancellation)
    {
        await _queue.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var wait = _database.Write(TryTake, durable: false);
                if (wait <= TimeSpan.Zero)
                    return;
                // No lock is held while waiting. Rounded up, because timers count in whole milliseconds.
                await _clock.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _queue.Release();
        }
    }

    /// <summary>How many calls would be granted now without waiting.</summary>
    public int Left() => Math.Max(0, _limit - _database.Read(connection => connection.ExecuteScalar<int>(
        "SELECT count(*) FROM call WHERE account = @account AND at > @gone",
        new { account = _account, gone = UtcText.Of(_clock.GetUtcNow() - Span) })));

    // Answers how long to wait, or zero when a call was taken.
    private TimeSpan TryTake(SqliteConnection connection)
    {
        var now = _clock.GetUtcNow();
        connection.Execute("DELETE FROM call WHERE at <= @gone", new { gone = UtcText.Of(now - Span) });
        // After a clock was put back, calls lie in the future. They were made, not long ago: taken as made now they delay the next call by one span at most.
        connection.Execute("UPDATE call SET at = @now WHERE account = @account AND at > @now", new { account = _account, now = UtcText.Of(now) });
        var inTheWay = connection.Query<string>(
            "SELECT at FROM call WHERE account = @account ORDER BY at DESC LIMIT 1 OFFSET @others",
            new { account = _account, others = _limit - 1 }).FirstOrDefault();
        if (inTheWay is not null)
            return UtcText.Parse(inTheWay) + Span - now;
        connection.Execute("INSERT INTO call (account, at) VALUES (@account, @now)", new { account = _account, now = UtcText.Of(now) });
        return TimeSpan.Zero;
    }
}
