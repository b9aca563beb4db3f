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
/// A sliding-window log of calls in the cache file. A call gets a permit when fewer than the limit are in flight or ended within the last span. All processes
/// share the log and stay under the limit together. A permit expires, so a killed process has nothing to return.
/// </summary>
/// <remarks>
/// <para>
/// The server counts a call when it arrives, at an unknown moment between grant and end. So a call keeps its permit until a span after its end. Of the
/// calls that the server counts in one span, take the one that was granted last. At that moment each of the others had been granted. None had ended a
/// span or longer before, or it would have arrived before the server's span began. All of them held a permit, so they are within the limit.
/// </para>
/// <para>
/// This holds for a sliding and for a fixed window of the server: where no span of 60 s holds more than N calls, none that begins on the full minute does.
/// The reverse is not true: a fixed window lets 2N calls through around its boundary.
/// </para>
/// </remarks>
// A semaphore without a wait handle holds no resource (its own documentation), and the limiter lives as long as the cache.
#pragma warning disable CA1001
internal sealed class SharedRateLimiter : IRateLimiter
{
    /// <summary>
    /// The server's minute and a margin: a clock under adjustment may run up to 500 ppm too fast (30 ms a minute).
    /// </summary>
    internal static readonly TimeSpan Span = TimeSpan.FromSeconds(60.1);

    // The time for which a call of a killed process counts as in flight.
    private static readonly TimeSpan Lease = RestPipelineOptions.LongestAttempt;

    // One thread of a process waits for the next permit, and the others queue in order: fair, with one transaction per grant instead of one per
    // waiter.
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
                var (permit, wait) = _database.Write(TryAcquire, durable: false);
                if (permit is not null)
                    return permit;
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

    /// <summary>Returns the number of calls that would be granted now without waiting.</summary>
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

    // Returns the permit, or the shortest wait. A row's time is the last moment at which the server may count the call: the end of its lease while it is in
    // flight, its end afterwards.
    private (Permit? Permit, TimeSpan Wait) TryAcquire(SqliteConnection connection)
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

    /// <summary>The permit of a call in flight.</summary>
    private sealed class Permit(SharedRateLimiter limiter, long row, string until) : IDisposable
    {
        private int _ended;

        // The response has decided the call: an error of the cache must not hide that. The permit expires by its lease, and the next use of the cache
        // reports the error.
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) != 0)
                return;
            try
            {
                // Row numbers are reused: the lease shows whether the row is still this call's.
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
