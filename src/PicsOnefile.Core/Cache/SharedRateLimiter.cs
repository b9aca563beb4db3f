using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Cache;

/// <summary>
/// A sliding log of calls in the cache file: a call is granted when fewer than the limit are under way or ended in the span before it. Because the log is
/// shared, all processes of the cache together stay under the limit; because a call that nobody ends leaves by itself, nothing has to be given back by a
/// process that dies.
/// </summary>
/// <remarks>
/// <para>
/// The limit is the server's, and the server counts a call when it arrives: at some moment between grant and end, which nobody here sees. So a call keeps its
/// place from its grant until a span after its end. Of all the calls that the server counts in one span, look at the one that was granted last: when it was,
/// each of the others had been granted, and none had ended a span or longer before, or it would have arrived before the server's span began. All of them
/// had a place then, so they are no more than the limit, however long each was on the way.
/// </para>
/// <para>
/// Right under both forms of a server's window: if no span of 60 s, wherever it begins, holds more than N calls, then none that begins on the full minute does.
/// The reverse would not hold: a fixed window lets 2N calls through around its boundary.
/// </para>
/// </remarks>
// A semaphore whose wait handle nobody asks for holds nothing to give back (its own documentation), and a limiter has no end of life of its own.
#pragma warning disable CA1001
internal sealed class SharedRateLimiter : IRateLimiter
{
    /// <summary>
    /// The server's minute, and a little more: while a computer's clock is being set right it may run up to 500 millionths too fast (30 ms a minute).
    /// </summary>
    internal static readonly TimeSpan Span = TimeSpan.FromSeconds(60.1);

    // How long a call that nobody ends is taken to be under way: its process was killed.
    private static readonly TimeSpan Lease = RestPipelineOptions.LongestAttempt;

    // One thread of a process waits for the next free place, the others queue behind it in order: fair, and one transaction per grant
    // instead of one per waiter.
    private readonly SemaphoreSlim _queue = new(1, 1);
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _clock;
    private readonly string _account;
    private readonly int _limit;

    public SharedRateLimiter(SqliteDatabase database, TimeProvider clock, string account, int callsPerMinute)
    {
        if (callsPerMinute < 1)
            throw new ArgumentOutOfRangeException(nameof(callsPerMinute), callsPerMinute, "At least one call a minute must be allowed.");
        _database = database;
        _clock = clock;
        _account = account;
        _limit = callsPerMinute;
    }

    public async Task<IDisposable> AcquireAsync(CancellationToken cancellation, Action<TimeSpan>? waits = null)
    {
        await _queue.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var (place, wait) = _database.Write(TryAcquire, durable: false);
                if (place is not null)
                    return place;
                waits?.Invoke(wait);
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
    public int Available() =>
        Math.Max(
            0,
            _limit
                - _database.Read(connection =>
                    connection.ExecuteScalar<int>(
                        "SELECT count(*) FROM call WHERE account = @account AND at > @gone",
                        new { account = _account, gone = UtcText.Format(_clock.GetUtcNow() - Span) }
                    )
                )
        );

    // Answers the place, or how long to wait at least. A row's time is the last moment at which the server may count the call: the end of its lease while it is
    // under way, its end afterwards.
    private (Permit? Place, TimeSpan Wait) TryAcquire(SqliteConnection connection)
    {
        var now = _clock.GetUtcNow();
        connection.Execute("DELETE FROM call WHERE at <= @gone", new { gone = UtcText.Format(now - Span) });
        // After a clock was put back, calls lie in the future. They were made, not long ago: taken as ended now they delay the next call by one span at most.
        connection.Execute(
            "UPDATE call SET at = @now WHERE account = @account AND at > @latest",
            new
            {
                account = _account,
                now = UtcText.Format(now),
                latest = UtcText.Format(now + Lease),
            }
        );
        var inTheWay = connection
            .Query<string>(
                "SELECT at FROM call WHERE account = @account ORDER BY at DESC LIMIT 1 OFFSET @others",
                new { account = _account, others = _limit - 1 }
            )
            .FirstOrDefault();
        if (inTheWay is not null)
        {
            // One that is under way may end this moment.
            var last = UtcText.Parse(inTheWay);
            return (null, (last < now ? last : now) + Span - now);
        }

        var until = UtcText.Format(now + Lease);
        var row = connection.ExecuteScalar<long>("INSERT INTO call (account, at) VALUES (@account, @until) RETURNING rowid", new { account = _account, until });
        return (new Permit(this, row, until), TimeSpan.Zero);
    }

    /// <summary>A call that is under way.</summary>
    private sealed class Permit(SharedRateLimiter limiter, long row, string until) : IDisposable
    {
        private int _ended;

        // What becomes of the call has been decided by its answer: a cache that fails now must not hide that. The place leaves with its lease, and whoever
        // uses the cache next is told what is wrong with it.
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) != 0)
                return;
            try
            {
                // Rows are numbered anew where all have left: the lease tells whether it is still this call's.
                limiter._database.Write(
                    connection =>
                        connection.Execute(
                            "UPDATE call SET at = @now WHERE rowid = @row AND at = @until",
                            new
                            {
                                now = UtcText.Format(limiter._clock.GetUtcNow()),
                                row,
                                until,
                            }
                        ),
                    durable: false
                );
            }
            catch (Exception failure) when (failure is PicsOnefileException or ObjectDisposedException) { }
        }
    }
}
