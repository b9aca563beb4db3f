using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PicsOnefile.Cache;

/// <summary>The cached part: lists as they were read, and the details of single records.</summary>
internal sealed class SqliteRecordCache(SqliteDatabase database, TimeProvider clock) : IRecordCache
{
    private const string WorldName = "world";

    // Whose records this instance works with; null until it is said. Another process may take the file for another world in between.
    private volatile string? _world;

    /// <summary>Whose records this instance works with; empty until it is said.</summary>
    public string World => _world ?? "";

    public CachedList<T>? Read<T>(string scope = "")
        where T : class
    {
        var table = RecordTables.Of<T>();
        return database.Read(connection =>
        {
            if (_world is not null && _world != WorldOf(connection))
                return null;
            var refresh = connection.QuerySingleOrDefault<Refresh>(
                "SELECT read_at AS ReadAt, calls AS Calls FROM refresh WHERE list = @list AND scope = @scope", new { list = table.Name, scope });
            return refresh is null ? null : new CachedList<T>(connection.Query<T>(table.SelectList, new { scope }).AsList(), refresh.ReadAt, refresh.Calls);
        });
    }

    public void Replace<T>(string scope, IReadOnlyCollection<T> rows, DateTimeOffset readAt, int calls)
        where T : class
    {
        var table = RecordTables.Of<T>();
        database.Write(
            connection =>
            {
                Claim(connection);
                var known = Detailed<T>(connection, table);
                connection.Execute(table.DeleteList, new { scope });
                using var insert = RowCommand(connection, table, table.Insert);
                foreach (var row in rows)
                {
                    known.TryGetValue(table.KeyOf(row), out var before);
                    Run(insert, scope, UtcText.Of(readAt), table.Values(row, before, asRow: true));
                }

                connection.Execute(
                    "INSERT OR REPLACE INTO refresh (list, scope, read_at, calls, rows) VALUES (@list, @scope, @readAt, @calls, @rows)",
                    new { list = table.Name, scope, readAt = UtcText.Of(readAt), calls, rows = rows.Count });
            },
            durable: false);
    }

    public void Update<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var table = RecordTables.Of<T>();
        var now = UtcText.Of(clock.GetUtcNow());
        database.Write(
            connection =>
            {
                Claim(connection);
                using var update = RowCommand(connection, table, table.Update);
                using var insert = RowCommand(connection, table, table.Insert);
                foreach (var row in rows)
                {
                    var values = table.Values(row, Known(connection, table, row), asRow: false).ToArray();
                    var readAt = table.DetailsReadAt(row) ?? now;
                    if (Run(update, "", readAt, values) == 0)
                        Run(insert, table.ScopeOf(row), readAt, values);
                }
            },
            durable: false);
    }

    public void Remove<T>(string key)
        where T : class
    {
        var table = RecordTables.Of<T>();
        database.Write(
            connection =>
            {
                if (_world is null || _world == WorldOf(connection))
                    connection.Execute(table.DeleteRecord, new { key });
            },
            durable: false);
    }

    public void BelongTo(string world)
    {
        _world = world;
        database.Write(Claim, durable: false);
    }

    public void Drop() => database.Write(Drop, durable: false);

    // Records of one world only: those of another are dropped before the first of this one is written.
    private void Claim(SqliteConnection connection)
    {
        if (_world is not { } world || world == WorldOf(connection))
            return;
        Drop(connection);
        connection.Execute("INSERT OR REPLACE INTO meta (name, value) VALUES (@name, @world)", new { name = WorldName, world });
    }

    private static string? WorldOf(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<string>("SELECT value FROM meta WHERE name = @name", new { name = WorldName });

    private static void Drop(SqliteConnection connection)
    {
        foreach (var table in RecordTables.All)
            connection.Execute($"DELETE FROM {table.Name}");
        connection.Execute("DELETE FROM refresh");
    }

    private static Dictionary<string, object> Detailed<T>(SqliteConnection connection, RecordTable table)
        where T : class
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        if (table.SelectDetailed is not null)
        {
            foreach (var record in connection.Query<T>(table.SelectDetailed))
                known[table.KeyOf(record)] = record;
        }

        return known;
    }

    private static T? Known<T>(SqliteConnection connection, RecordTable table, T row)
        where T : class
    {
        if (table.SelectDetailed is null)
            return null;
        var key = new DynamicParameters();
        foreach (var column in table.Columns.Where(column => column.Role == ColumnRole.Key))
            key.Add(column.Name, column.Of(row));
        return connection.QuerySingleOrDefault<T>(table.SelectRecord, key);
    }

    // A prepared command with one parameter for each column: ten times faster than one command a row.
    private static SqliteCommand RowCommand(SqliteConnection connection, RecordTable table, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new SqliteParameter("@scope", null));
        command.Parameters.Add(new SqliteParameter("@read_at", null));
        foreach (var column in table.Columns)
            command.Parameters.Add(new SqliteParameter("@" + column.Name, null));
        return command;
    }

    private static int Run(SqliteCommand command, string scope, string readAt, IEnumerable<object?> values)
    {
        command.Parameters[0].Value = scope;
        command.Parameters[1].Value = readAt;
        var at = 2;
        foreach (var value in values)
            command.Parameters[at++].Value = value ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    private sealed class Refresh
    {
        public DateTimeOffset ReadAt { get; init; }

        public int Calls { get; init; }
    }
}
