using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Runs;

namespace PicsOnefile.Cache;

/// <summary>The journal in the cache file. Numbers and hashes are given inside the transaction that writes: rows of several processes make one chain.</summary>
internal sealed class SqliteJournal(SqliteDatabase database, TimeProvider clock, IClaims claims) : IJournal
{
    private const string SelectRows = $"SELECT {JournalRow.Columns} FROM change LEFT JOIN run ON run.run_id = change.run_id";

    // Taking back is a word about a change that has its outcome.
    private static readonly ChangeState[] Outcomes = [ChangeState.Done, ChangeState.Conflict, ChangeState.Failed, ChangeState.Skipped];

    public IClaims Claims => claims;

    public string BeginRun(string command) => BeginRun(command, null);

    public string BeginRun(string command, string? undoes) =>
        database.Write(
            connection =>
            {
                var now = clock.GetUtcNow();
                var time = now;
                // Two runs of one millisecond would sort by chance: the later one's ID takes the next free millisecond.
                while (
                    connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM run WHERE run_id BETWEEN @stem AND @stem || '~')", new { stem = Stem(time) })
                )
                    time = time.AddMilliseconds(1);
                var runId = Stem(time) + RandomSuffix();
                connection.Execute(
                    "INSERT INTO run (run_id, command, started_at, actor, machine) VALUES (@runId, @command, @startedAt, @actor, @machine)",
                    new
                    {
                        runId,
                        command,
                        startedAt = UtcText.Format(now),
                        actor = RunningAccount.Name,
                        machine = Environment.MachineName,
                    }
                );
                if (connection.ExecuteScalar<string>("SELECT command FROM run WHERE run_id = @runId", new { runId }) != command)
                    throw NotStored();
                if (undoes is not null)
                    connection.Execute("INSERT INTO reversal (run_id, undoes) VALUES (@runId, @undoes)", new { runId, undoes });
                return runId;
            },
            durable: true
        );

    public IReadOnlyList<JournalRun> Runs() =>
        database.Read(connection =>
            connection
                .Query<(string RunId, string Command, string StartedAt, string Actor, string Machine)>(
                    "SELECT run_id, command, started_at, actor, machine FROM run ORDER BY run_id"
                )
                .Select(run => new JournalRun(run.RunId, run.Command, UtcText.Parse(run.StartedAt), run.Actor, run.Machine))
                .ToList()
        );

    // The command is part of every row's hash. Version 0.1.0 kept the run in the reason of each change alone.
    public IReadOnlyDictionary<string, string> UndoRuns() =>
        database.Read(connection =>
            connection
                .Query<(string RunId, string? Undoes)>(
                    """
                    SELECT run_id, coalesce((SELECT undoes FROM reversal WHERE reversal.run_id = run.run_id), (
                        SELECT substr(reason, length(@prefix) + 1, instr(substr(reason, length(@prefix) + 1), '.') - 1) FROM change
                        WHERE change.run_id = run.run_id AND substr(reason, 1, length(@prefix)) = @prefix LIMIT 1))
                    FROM run WHERE command = 'Undo-LinkChange'
                    """,
                    new { prefix = "Undo of run " }
                )
                .Where(run => !string.IsNullOrEmpty(run.Undoes))
                .ToDictionary(run => run.RunId, run => run.Undoes!, StringComparer.Ordinal)
        );

    public IReadOnlyList<Change> Append(IReadOnlyCollection<Change> rows) =>
        rows.Count == 0 ? [] : database.Write(connection => Append(connection, rows), durable: true);

    public IReadOnlyList<Change> Begin(IReadOnlyCollection<IReadOnlyList<Change>> requests, long seen) =>
        requests.Count == 0
            ? []
            : database.Write(
                connection =>
                {
                    var unmade = requests.Where(intents => intents.All(row => MadeAlready.FindMaker(connection, row, seen) is null));
                    return Append(connection, [.. unmade.SelectMany(intents => intents)]);
                },
                durable: true
            );

    public IReadOnlyList<Change> Read(JournalFilter filter) =>
        Rows(
            $"""
            WHERE (@RunId IS NULL OR change.run_id IN (SELECT run_id FROM run WHERE run_id = @RunId COLLATE {CacheFile.RecordIdCollation}))
              AND (@Kind IS NULL OR change.kind = @Kind) AND (@Key IS NULL OR change."key" = @Key COLLATE {CacheFile.RecordIdCollation})
              AND (@Since IS NULL OR change.at >= @Since)
            """,
            new
            {
                RunId = RecordId.Normalise(filter.RunId),
                filter.Kind,
                Key = RecordId.Normalise(filter.Key),
                Since = filter.Since is { } since ? UtcText.Format(since) : null,
            }
        );

    public IReadOnlyList<Change> Open() =>
        Rows(
            """
            WHERE change.state = @intended AND NOT EXISTS (
                SELECT 1 FROM change AS outcome WHERE outcome.change_id = change.change_id AND outcome.state <> @intended
                  AND outcome.sequence > change.sequence)
            """,
            new { intended = nameof(ChangeState.Intended) }
        );

    public JournalHead Head() => database.Read(Head);

    /// <summary>The same, inside a transaction.</summary>
    internal static JournalHead Head(SqliteConnection connection) => new(connection.ExecuteScalar<long>("SELECT count(*) FROM change"), Last(connection).Hash);

    /// <summary>The newest row's hash, inside a transaction.</summary>
    internal static string NewestHash(SqliteConnection connection) => Last(connection).Hash;

    public string? HashAt(long sequence) => database.Read(connection => HashAt(connection, sequence));

    /// <summary>The same, inside a transaction.</summary>
    internal static string? HashAt(SqliteConnection connection, long sequence) =>
        connection.QuerySingleOrDefault<string?>("SELECT hash FROM change WHERE sequence = @sequence", new { sequence });

    public long? FirstBroken() => database.Read(FirstBroken);

    /// <summary>The same, of a file that is no open cache.</summary>
    internal static long? FirstBroken(SqliteConnection connection)
    {
        var expected = 1L;
        var hash = JournalRow.Genesis;
        // Unbuffered: a journal of years is checked row by row, not held in memory.
        foreach (var row in connection.Query<JournalRow>($"{SelectRows} ORDER BY change.sequence", buffered: false))
        {
            if (row.Sequence != expected)
                return Math.Min(row.Sequence, expected);
            if (row.Hash != row.HashAfter(hash))
                return row.Sequence;
            hash = row.Hash;
            expected++;
        }

        return null;
    }

    public long? SequenceOf(string hash) =>
        hash == JournalRow.Genesis
            ? 0
            : database.Read(connection => connection.QuerySingleOrDefault<long?>("SELECT min(sequence) FROM change WHERE hash = @hash", new { hash }));

    private IReadOnlyList<Change> Append(SqliteConnection connection, IReadOnlyCollection<Change> rows)
    {
        var at = UtcText.Format(clock.GetUtcNow());
        var (sequence, hash) = Last(connection);
        var before = new JournalHead(sequence, hash);
        var runs = new Dictionary<string, Run>(StringComparer.Ordinal);
        var written = new List<JournalRow>(rows.Count);
        var concluded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (Outcomes.Contains(row.State) && (IsConcluded(connection, row) || !concluded.Add(row.ChangeId)))
                continue;
            if (row.State == ChangeState.Undone && IsSaidAlready(connection, row))
                continue;
            if (!runs.TryGetValue(row.RunId, out var run))
                runs[row.RunId] = run = GetRun(connection, row.RunId);
            var next = JournalRow.From(MadeAlready.Settle(connection, row)) with
            {
                Sequence = ++sequence,
                Command = run.Command,
                StartedAt = run.StartedAt,
                At = at,
                Actor = RunningAccount.Name,
                Machine = Environment.MachineName,
            };
            hash = next.HashAfter(hash);
            written.Add(next with { Hash = hash });
        }

        if (written.Count == 0)
            return [];
        connection.Execute(JournalRow.Insert, written);
        ThrowUnlessStored(connection, before, written);
        WrittenFields.MarkStale(connection, rows);
        return [.. written.Select(row => row.ToChange())];
    }

    // Two processes may complete what an undo left out; a run that was undone, made anew and undone once more has two marks, of two undos.
    private static bool IsSaidAlready(SqliteConnection connection, Change row) =>
        connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM change WHERE change_id = @ChangeId AND state = @undone AND reason = @Reason)",
            new
            {
                row.ChangeId,
                row.Reason,
                undone = nameof(ChangeState.Undone),
            }
        );

    private static bool IsConcluded(SqliteConnection connection, Change row) =>
        connection.ExecuteScalar<bool>(
            """
            SELECT EXISTS (SELECT 1 FROM change AS intent JOIN change AS outcome ON outcome.change_id = intent.change_id AND outcome.sequence > intent.sequence
                WHERE intent.change_id = @ChangeId AND intent.state = @intended AND outcome.state IN @outcomes)
            """,
            new
            {
                row.ChangeId,
                intended = nameof(ChangeState.Intended),
                outcomes = Outcomes.Select(state => state.ToString()),
            }
        );

    // A trigger may swallow or alter a row without an error. What is not in the journal must not be done: the transaction is taken back.
    private void ThrowUnlessStored(SqliteConnection connection, JournalHead before, List<JournalRow> written)
    {
        var held = connection.Query<JournalRow>($"{SelectRows} WHERE change.sequence > @Count ORDER BY change.sequence", before).AsList();
        var hash = before.Hash;
        for (var at = 0; at < Math.Max(held.Count, written.Count); at++)
        {
            if (at >= held.Count || at >= written.Count || held[at].Hash != written[at].Hash || held[at].HashAfter(hash) != written[at].Hash)
                throw NotStored();
            hash = held[at].Hash!;
        }
    }

    private PicsOnefileException NotStored() =>
        SqliteErrors.Damaged(
            database.Path,
            "somebody altered the file (a trigger, perhaps): its journal does not hold what is written to it; nothing was done"
        );

    private Change[] Rows(string where, object parameters) =>
        database.Read(connection =>
            connection.Query<JournalRow>($"{SelectRows} {where} ORDER BY change.sequence", parameters).Select(row => row.ToChange()).ToArray()
        );

    private static (long Sequence, string Hash) Last(SqliteConnection connection) =>
        connection.QueryFirstOrDefault<JournalRow>("SELECT sequence AS Sequence, hash AS Hash FROM change ORDER BY sequence DESC LIMIT 1") is { } last
            ? (last.Sequence, last.Hash!)
            : (0, JournalRow.Genesis);

    private static Run GetRun(SqliteConnection connection, string runId) =>
        connection.QuerySingleOrDefault<Run>("SELECT command AS Command, started_at AS StartedAt FROM run WHERE run_id = @runId", new { runId })
        ?? throw new ArgumentException($"The journal has no run {runId}: begin it first.");

    private static string Stem(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z-'", CultureInfo.InvariantCulture);

    private static string RandomSuffix()
    {
        var bytes = new byte[3];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant();
    }

    private sealed class Run
    {
        public string Command { get; init; } = "";

        public string StartedAt { get; init; } = "";
    }
}
