using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Records;

namespace PicsOnefile.Cache;

/// <summary>The claims in the cache file: intents of the journal, a lease for each run, and a lock that the operating system keeps for it.</summary>
internal sealed class SqliteClaims(SqliteDatabase database, TimeProvider clock, bool isOnNetwork) : IClaims, IDisposable
{
    /// <summary>The lease of a run: it counts as active for this time after its last renewal, where only the clock can decide.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // What a run sent may arrive so long after it ended.
    private static readonly TimeSpan OnItsWay = RestPipelineOptions.LongestAttempt;

    // Leases of runs that ended in order are of no use any more after this.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly SqliteDatabase _database = database;
    private readonly TimeProvider _clock = clock;
    private readonly object _gate = new();
    private readonly Dictionary<string, RunLock?> _locks = new(StringComparer.Ordinal);

    public IDisposable AcquireLease(string runId)
    {
        // The lock first: a reader of the lease may check it.
        var held = RunLock.Take(_database.Path, runId);
        try
        {
            var now = _clock.GetUtcNow();
            _database.Write(
                connection =>
                {
                    connection.Execute("DELETE FROM run_lease WHERE ended = 1 AND until < @long", new { @long = UtcText.Format(now - Kept) });
                    connection.Execute(
                        "INSERT INTO run_lease (run_id, machine, until, ended) VALUES (@runId, @machine, @until, 0)",
                        new
                        {
                            runId,
                            machine = Environment.MachineName,
                            until = UtcText.Format(now + Lease),
                        }
                    );
                },
                durable: true
            );
        }
        catch
        {
            held?.Dispose();
            throw;
        }

        lock (_gate)
            _locks[runId] = held;
        return new RunLease(this, runId);
    }

    public IntentState GetState(Change intent)
    {
        var now = _clock.GetUtcNow();
        var lease = _database.Read(connection =>
            connection.QuerySingleOrDefault<LeaseRow>(
                "SELECT machine AS Machine, until AS Until, ended AS Ended FROM run_lease WHERE run_id = @RunId",
                new { intent.RunId }
            )
        );
        // A run of 0.1.0 has no lease: the age of its intent decides.
        if (lease is null)
            return new(StoreClock.HasElapsed(intent.At, Lease, now) ? RunActivity.Ended : RunActivity.UnderWay, intent.At + Lease);
        var until = UtcText.Parse(lease.Until);
        if (lease.Ended)
            return StateAfter(until, now);
        var held = RunLock.IsHeld(_database.Path, intent.RunId);
        if (held == true)
            return new(RunActivity.UnderWay, until);
        if (held == false && !isOnNetwork && lease.Machine == Environment.MachineName)
            return StateAfter(until - Lease, now);
        if (until > now + Lease)
        {
            // Written while a clock was ahead. From the first look on it has one lease more, and a run that lives moves it on.
            until = now + Lease;
            _database.Write(
                connection =>
                    connection.Execute(
                        "UPDATE run_lease SET until = @until WHERE run_id = @RunId AND ended = 0",
                        new { until = UtcText.Format(until), intent.RunId }
                    ),
                durable: false
            );
        }

        return new(until > now ? RunActivity.UnderWay : RunActivity.Ended, until);
    }

    public IReadOnlyList<Claim> FindConflicts(IReadOnlyCollection<Change> intents)
    {
        var found = _database.Read(connection => intents.SelectMany(intent => Rows(connection, intent).Select(row => (intent, row))).ToList());
        return
        [
            .. found.Select(pair => new Claim
            {
                AgainstChangeId = pair.intent.ChangeId,
                Kind = pair.row.Kind,
                Key = pair.row.Key,
                Field = pair.row.Field,
                Value = pair.row.NewValue!,
                RunId = pair.row.RunId,
                Machine = pair.row.Machine,
                IsDone = pair.row.State == ChangeState.Done,
                State = pair.row.State == ChangeState.Done ? default : GetState(pair.row),
            }),
        ];
    }

    public bool Confirm(Change intent)
    {
        var now = _clock.GetUtcNow();
        var (open, until) = _database.Read(connection =>
            (
                !connection.ExecuteScalar<bool>(
                    "SELECT EXISTS (SELECT 1 FROM change WHERE change_id = @ChangeId AND state <> @intended)",
                    new { intent.ChangeId, intended = nameof(ChangeState.Intended) }
                ),
                connection.QuerySingleOrDefault<string>("SELECT until FROM run_lease WHERE run_id = @RunId AND ended = 0", new { intent.RunId })
            )
        );
        // Moved on only now and then: a write of the file for each write of a record would be as many again.
        if (open && until is not null && UtcText.Parse(until) is var last && (last - now < Lease - TimeSpan.FromMinutes(1) || last > now + Lease))
            _database.Write(
                connection =>
                    connection.Execute(
                        "UPDATE run_lease SET until = @until WHERE run_id = @RunId AND ended = 0",
                        new { until = UtcText.Format(now + Lease), intent.RunId }
                    ),
                durable: false
            );
        return open;
    }

    /// <summary>Lets go of every run, as the operating system would: none of them has ended in order.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var held in _locks.Values)
                held?.Dispose();
            _locks.Clear();
        }
    }

    private static IntentState StateAfter(DateTimeOffset last, DateTimeOffset now) =>
        new(StoreClock.HasElapsed(last, OnItsWay, now) ? RunActivity.Ended : RunActivity.JustEnded, last + OnItsWay);

    // A change that was made counts while it is the last one made of its field: a later one has given the value up.
    private static List<Change> Rows(SqliteConnection connection, Change intent)
    {
        if (
            UniqueField.Find(intent.Kind, intent.Field) is not { } unique
            || string.IsNullOrWhiteSpace(intent.NewValue)
            || unique.AreEqual(intent.NewValue, intent.OldValue)
        )
            return [];
        return connection
            .Query<JournalRow>(
                $"""
                SELECT {JournalRow.Columns} FROM change LEFT JOIN run ON run.run_id = change.run_id
                WHERE change.environment = @environment AND change.field = @Field AND change.new_value = @value COLLATE NOCASE AND change.kind IN @Kinds
                  AND change.sequence < @Sequence AND change.run_id <> @RunId
                  AND ((change.state = 'Intended' AND NOT EXISTS (
                          SELECT 1 FROM change AS outcome WHERE outcome.change_id = change.change_id AND outcome.state <> 'Intended'))
                    OR (change.state = 'Done' AND NOT EXISTS (
                          SELECT 1 FROM change AS later WHERE later.kind = change.kind AND later."key" = change."key" AND later.field = change.field
                            AND later.environment = change.environment AND later.state = 'Done' AND later.sequence > change.sequence)))
                ORDER BY change.sequence
                """,
                new
                {
                    environment = intent.Environment.ToString(),
                    intent.Field,
                    value = intent.NewValue!.Trim(),
                    unique.Kinds,
                    intent.Sequence,
                    intent.RunId,
                }
            )
            .Select(row => row.ToChange())
            .Where(row => unique.AreEqual(row.NewValue, intent.NewValue) && !IsItself(row, intent) && (!unique.PerCentre || row.CentreId == intent.CentreId))
            .ToList();
    }

    private static bool IsItself(Change row, Change intent) => row.Kind == intent.Kind && row.Key == intent.Key && RecordType.HasKey(row.Kind);

    private sealed class LeaseRow
    {
        public string Machine { get; init; } = "";

        public string Until { get; init; } = "";

        public bool Ended { get; init; }
    }

    /// <summary>The lease of an active run.</summary>
    private sealed class RunLease(SqliteClaims claims, string runId) : IDisposable
    {
        // The journal holds the result of the run: an error of the cache must not hide it. The lock still shows that the run has ended.
        public void Dispose()
        {
            RunLock? held;
            lock (claims._gate)
            {
                if (!claims._locks.TryGetValue(runId, out held))
                    return;
                claims._locks.Remove(runId);
            }

            try
            {
                claims._database.Write(
                    connection =>
                        connection.Execute(
                            "UPDATE run_lease SET until = @now, ended = 1 WHERE run_id = @runId",
                            new { now = UtcText.Format(claims._clock.GetUtcNow()), runId }
                        ),
                    durable: false
                );
            }
            catch (Exception failure) when (failure is PicsOnefileException or ObjectDisposedException) { }
            finally
            {
                held?.Dispose();
            }
        }
    }
}
