using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PicsOnefile.Cache;

/// <summary>The table of accepted and withheld readings, apart for each customer and environment that the file has served.</summary>
internal static class ReadingStates
{
    public static ReadingState? Find(SqliteConnection connection, string world, RecordTable table, string scope) =>
        Rows(connection, world, table.Name, scope).SingleOrDefault()?.ToState(connection, table);

    public static IReadOnlyList<ReadingState> All(SqliteConnection connection, string world) =>
        [.. Rows(connection, world, null, null).Select(row => row.ToState(connection, RecordTables.All.First(table => table.Name == row.List)))];

    /// <summary>
    /// The reading is what later ones are compared with, and none is withheld any more. By as much as the list becomes shorter, fewer of its records are
    /// accepted as gone.
    /// </summary>
    public static void Accept(SqliteConnection connection, string world, RecordTable table, string scope, int rows, int missing, DateTimeOffset readAt) =>
        connection.Execute(
            """
            INSERT INTO reading (world, list, scope, accepted_rows, accepted_missing, accepted_at)
            VALUES (@world, @list, @scope, @rows, @missing, @at)
            ON CONFLICT (world, list, scope) DO UPDATE SET
                accepted_gone = max(0, accepted_gone - max(0, coalesce(accepted_rows, 0) - excluded.accepted_rows)),
                accepted_rows = excluded.accepted_rows, accepted_missing = excluded.accepted_missing, accepted_at = excluded.accepted_at,
                withheld_rows = NULL, withheld_missing = 0, withheld_at = NULL, withheld_since = NULL, failed_at = NULL, failed_with = NULL
            """,
            new
            {
                world,
                list = table.Name,
                scope,
                rows,
                missing,
                at = UtcText.Format(readAt),
            }
        );

    /// <summary>The reading is not taken; what was accepted before stays what later ones are compared with.</summary>
    public static void Withhold(SqliteConnection connection, string world, RecordTable table, string scope, int rows, int missing, DateTimeOffset readAt) =>
        connection.Execute(
            """
            INSERT INTO reading (world, list, scope, withheld_rows, withheld_missing, withheld_at, withheld_since)
            VALUES (@world, @list, @scope, @rows, @missing, @at, @at)
            ON CONFLICT (world, list, scope) DO UPDATE SET
                withheld_rows = excluded.withheld_rows, withheld_missing = excluded.withheld_missing, withheld_at = excluded.withheld_at,
                withheld_since = coalesce(withheld_since, excluded.withheld_since), failed_at = NULL, failed_with = NULL
            """,
            new
            {
                world,
                list = table.Name,
                scope,
                rows,
                missing,
                at = UtcText.Format(readAt),
            }
        );

    /// <summary>The list could not be read; what is known of its readings stays.</summary>
    public static void Fail(SqliteConnection connection, string world, RecordTable table, string scope, DateTimeOffset at, string errorId) =>
        connection.Execute(
            """
            INSERT INTO reading (world, list, scope, failed_at, failed_with)
            VALUES (@world, @list, @scope, @at, @errorId)
            ON CONFLICT (world, list, scope) DO UPDATE SET failed_at = excluded.failed_at, failed_with = excluded.failed_with
            """,
            new
            {
                world,
                list = table.Name,
                scope,
                at = UtcText.Format(at),
                errorId,
            }
        );

    public static void AcceptGone(SqliteConnection connection, string world, RecordTable table, string scope, int records) =>
        connection.Execute(
            "UPDATE reading SET accepted_gone = @records WHERE world = @world AND list = @list AND scope = @scope",
            new
            {
                world,
                list = table.Name,
                scope,
                records,
            }
        );

    public static void Forget(SqliteConnection connection, string world, RecordTable table, string scope) =>
        connection.Execute(
            "DELETE FROM reading WHERE world = @world AND list = @list AND scope = @scope",
            new
            {
                world,
                list = table.Name,
                scope,
            }
        );

    private static IEnumerable<Row> Rows(SqliteConnection connection, string world, string? list, string? scope) =>
        connection.Query<Row>(
            """
            SELECT reading.list AS List, reading.scope AS Scope, accepted_rows AS AcceptedRows, accepted_missing AS AcceptedMissing,
              accepted_gone AS AcceptedGone, accepted_at AS AcceptedAt,
                   withheld_rows AS WithheldRows, withheld_missing AS WithheldMissing, withheld_at AS WithheldAt, withheld_since AS WithheldSince,
                   failed_at AS FailedAt, failed_with AS FailedWith,
                   coalesce(refresh.accepted, 0) AS HasList
            FROM reading LEFT JOIN refresh ON refresh.list = reading.list AND refresh.scope = reading.scope
                 AND coalesce((SELECT value FROM meta WHERE name = 'world'), '') = reading.world
            WHERE world = @world AND (@list IS NULL OR reading.list = @list) AND (@scope IS NULL OR reading.scope = @scope)
            ORDER BY reading.list, reading.scope
            """,
            new
            {
                world,
                list,
                scope,
            }
        );

    private sealed class Row
    {
        public string List { get; init; } = "";

        public string Scope { get; init; } = "";

        public int? AcceptedRows { get; init; }

        public int AcceptedMissing { get; init; }

        public int AcceptedGone { get; init; }

        public string? AcceptedAt { get; init; }

        public int? WithheldRows { get; init; }

        public int WithheldMissing { get; init; }

        public string? WithheldAt { get; init; }

        public string? WithheldSince { get; init; }

        public string? FailedAt { get; init; }

        public string? FailedWith { get; init; }

        public bool HasList { get; init; }

        public ReadingState ToState(SqliteConnection connection, RecordTable table) =>
            new(table.Guarded!.Value, Scope)
            {
                AcceptedRows = AcceptedRows,
                AcceptedMissing = AcceptedMissing,
                AcceptedGone = AcceptedGone,
                AcceptedAt = Time(AcceptedAt),
                WithheldRows = WithheldRows,
                WithheldMissing = WithheldMissing,
                WithheldAt = Time(WithheldAt),
                WithheldSince = Time(WithheldSince),
                FailedAt = Time(FailedAt),
                FailedWith = FailedWith,
                CachedRows = HasList ? connection.ExecuteScalar<int>($"SELECT count(*) FROM {table.Name} WHERE scope = @scope", new { scope = Scope }) : null,
            };

        private static DateTimeOffset? Time(string? text) => text is null ? null : UtcText.Parse(text);
    }
}
