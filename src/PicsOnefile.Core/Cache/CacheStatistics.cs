using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;

namespace PicsOnefile.Cache;

/// <summary>A number of things that share some words.</summary>
/// <param name="What">The words: a table, a cmdlet, a kind with a field and a state.</param>
/// <param name="Count">How many there are.</param>
public sealed record CacheCount(string What, long Count);

/// <summary>
/// The content of a cache file as counts. The words are those that the module writes; an altered file may hold others.
/// </summary>
public sealed record CacheStatistics
{
    /// <summary>The version of the schema that the file has.</summary>
    public required long SchemaVersion { get; init; }

    /// <summary>The newest version of the schema that the module knows.</summary>
    public required long NewestVersion { get; init; }

    /// <summary>SQLite's journal mode: wal, or delete on a network path.</summary>
    public required string JournalMode { get; init; }

    /// <summary>The module's own triggers, indexes and views that the file lacks.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The rows of each table, by the names of the schema.</summary>
    public required IReadOnlyList<CacheCount> Tables { get; init; }

    /// <summary>When each list was last read as a whole, by the names of the schema; the oldest of several centres.</summary>
    public required IReadOnlyList<(string List, DateTimeOffset ReadAt)> Readings { get; init; }

    /// <summary>The runs of each cmdlet.</summary>
    public required IReadOnlyList<CacheCount> Runs { get; init; }

    /// <summary>The journal's rows by kind, field and state, separated by blanks.</summary>
    public required IReadOnlyList<CacheCount> Changes { get; init; }

    /// <summary>Rows of the journal that say what went wrong.</summary>
    public required long RowsWithError { get; init; }

    /// <summary>Intents without an outcome.</summary>
    public required long OpenIntents { get; init; }

    /// <summary>The number of the first row of the journal that is not as it was written, or null.</summary>
    public required long? FirstBroken { get; init; }

    /// <summary>The worklist's items by what became of them: waiting, keyed in, Seen, Withdrawn.</summary>
    public required IReadOnlyList<CacheCount> Worklist { get; init; }

    /// <summary>Looks at a cache file, also one of an older version or one that is in use. Nothing in it is changed, and none is made.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Null where there is no file.</returns>
    /// <exception cref="PicsOnefileException">CacheReadOnly, CacheDamaged, CacheForeign, CacheNewer or CacheUnusable.</exception>
    public static CacheStatistics? ReadFrom(string path) => CacheFile.ReadOnly(path, new SqliteSettings { BusyTimeout = BusyTimeout }, Read);

    // A command that counts the cache wants to know that it is held, and not to wait for it.
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(3);

    // Tables that are neither lists nor kept.
    private static readonly string[] Others = ["meta", "refresh", "call", "run_lease"];

    private static CacheStatistics Read(SqliteConnection connection, IReadOnlyList<string> missing)
    {
        var there = new HashSet<string>(connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table'"), StringComparer.Ordinal);
        IReadOnlyList<CacheCount> Counted(string table, string query) =>
            there.Contains(table) ? [.. connection.Query<(string What, long Count)>(query).Select(row => new CacheCount(row.What, row.Count))] : [];
        long Number(string table, string query) => there.Contains(table) ? connection.ExecuteScalar<long>(query) : 0;
        return new CacheStatistics
        {
            SchemaVersion = connection.ExecuteScalar<long>("PRAGMA user_version"),
            NewestVersion = SqliteSchema.Latest(Migration.All),
            JournalMode = connection.ExecuteScalar<string>("PRAGMA journal_mode") ?? "",
            Missing = missing,
            Tables =
            [
                .. RecordTables
                    .All.Select(table => table.Name)
                    .Concat(PersistentTables.All.Select(table => table.Name))
                    .Concat(Others)
                    .Where(there.Contains)
                    .Select(table => new CacheCount(table, connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}"))),
            ],
            Readings = there.Contains("refresh")
                ?
                [
                    .. connection
                        .Query<(string List, string ReadAt)>("SELECT list, min(read_at) FROM refresh GROUP BY list ORDER BY list")
                        .Select(row => (row.List, UtcText.Parse(row.ReadAt))),
                ]
                : [],
            Runs = Counted("run", "SELECT command, count(*) FROM run GROUP BY command ORDER BY command"),
            Changes = Counted(
                "change",
                "SELECT kind || ' ' || field || ' ' || state, count(*) FROM change GROUP BY kind, field, state ORDER BY kind, field, state"
            ),
            RowsWithError = Number("change", "SELECT count(*) FROM change WHERE error IS NOT NULL"),
            OpenIntents = Number("change", "SELECT count(*) FROM (SELECT change_id FROM change GROUP BY change_id HAVING max(state <> 'Intended') = 0)"),
            FirstBroken = there.Contains("change") ? SqliteJournal.FirstBroken(connection) : null,
            Worklist = Counted(
                "worklist",
                """
                SELECT coalesce(closed, CASE WHEN keyed_in_at IS NULL THEN 'waiting' ELSE 'keyed in' END) AS state, count(*)
                FROM worklist GROUP BY state ORDER BY state
                """
            ),
        };
    }
}
