using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>The table of refreshes: when each cached list was read, from where, at what cost, and whether the module has written to it since.</summary>
internal static class ListRefreshes
{
    /// <summary>The last refresh of a list; null where the cache does not have it.</summary>
    public static Row? Find(SqliteConnection connection, RecordTable table, string scope) =>
        connection.QuerySingleOrDefault<Row>(
            """
            SELECT read_at AS ReadAt, calls AS Calls, accepted AS Accepted, missing AS Missing, stale AS Stale,
                   source AS Source, file_path AS FilePath, file_length AS FileLength, file_written AS FileWritten, file_hash AS FileHash
            FROM refresh WHERE list = @list AND scope = @scope
            """,
            new { list = table.Name, scope }
        );

    /// <summary>A list was put into the cache; it is fresh.</summary>
    public static void Put<T>(SqliteConnection connection, RecordTable table, string scope, ReadList<T> list, bool accepted) =>
        connection.Execute(
            """
            INSERT OR REPLACE INTO refresh
              (list, scope, read_at, calls, rows, accepted, missing, stale, source, file_path, file_length, file_written, file_hash)
            VALUES (@list, @scope, @readAt, @calls, @rows, @accepted, @missing, 0, @source, @path, @length, @written, @hash)
            """,
            new
            {
                list = table.Name,
                scope,
                readAt = UtcText.Format(list.ReadAt),
                calls = list.Calls,
                rows = list.Rows.Count,
                accepted,
                missing = list.Missing,
                source = list.Source?.Name,
                path = list.Source?.Path,
                length = list.File?.Length,
                written = list.File is { } file ? UtcText.Format(file.WrittenAt) : null,
                hash = list.File?.Hash,
            }
        );

    /// <summary>Marks lists as stale or fresh, in every scope.</summary>
    public static void Mark(SqliteConnection connection, IReadOnlyCollection<Type> records, bool stale) =>
        connection.Execute(
            "UPDATE refresh SET stale = @stale WHERE list IN @lists",
            new { stale, lists = records.Select(record => RecordTables.For(record).Name).ToList() }
        );

    /// <summary>Those of the lists that are stale in no scope.</summary>
    public static IReadOnlyList<Type> FindFresh(SqliteConnection connection, IReadOnlyCollection<Type> records)
    {
        var stale = connection.Query<string>("SELECT list FROM refresh WHERE stale = 1").ToList();
        return [.. records.Where(record => !stale.Contains(RecordTables.For(record).Name))];
    }

    /// <summary>One refresh.</summary>
    public sealed class Row
    {
        public DateTimeOffset ReadAt { get; init; }

        public int Calls { get; init; }

        public bool Accepted { get; init; }

        public int Missing { get; init; }

        public bool Stale { get; init; }

        public string? Source { get; init; }

        public string? FilePath { get; init; }

        public long? FileLength { get; init; }

        public string? FileWritten { get; init; }

        public string? FileHash { get; init; }

        /// <summary>The list that was read then.</summary>
        public CachedList<T> ToList<T>(IReadOnlyList<T> rows) =>
            new(rows, ReadAt, Calls)
            {
                Source = Source is null ? null : new ListSource(Source, FilePath),
                File = FilePath is null || FileHash is null || FileWritten is null
                    ? null
                    : new FileIdentity(FilePath, FileLength ?? 0, UtcText.Parse(FileWritten), FileHash),
                Missing = Missing,
                Accepted = Accepted,
                Stale = Stale,
            };
    }
}
