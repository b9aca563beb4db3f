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
        var table = RecordTables.For<T>();
        return database.Read(connection =>
        {
            if (_world is not null && _world != ReadWorld(connection))
                return null;
            return ListRefreshes.Find(connection, table, scope)?.ToList<T>([]) is { } list
                ? list with { Rows = connection.Query<T>(table.SelectList, new { scope, asOf = UtcText.Format(list.AsOf) }).AsList() }
                : null;
        });
    }

    public void Replace<T>(string scope, IReadOnlyCollection<T> rows, DateTimeOffset readAt, int calls)
        where T : class => Replace(scope, new ReadList<T>(rows, readAt, calls));

    public void Replace<T>(string scope, ReadList<T> list)
        where T : class
    {
        var table = RecordTables.For<T>();
        database.Write(
            connection =>
            {
                Claim(connection);
                Put(connection, table, scope, list, accepted: true);
                if (table.Guarded is not null)
                    ReadingStates.Accept(connection, WorldIn(connection), table, scope, list.Rows.Count, list.Missing, list.ReadAt);
            },
            durable: false
        );
    }

    public void Withhold<T>(string scope, ReadList<T> list)
        where T : class
    {
        var table = RecordTables.For<T>();
        database.Write(
            connection =>
            {
                Claim(connection);
                if (ListRefreshes.Find(connection, table, scope) is not { Accepted: true })
                    Put(connection, table, scope, list, accepted: false);
                if (table.Guarded is not null)
                    ReadingStates.Withhold(connection, WorldIn(connection), table, scope, list.Rows.Count, list.Missing, list.ReadAt);
            },
            durable: false
        );
    }

    public void Fail<T>(string scope, DateTimeOffset at, string errorId)
        where T : class
    {
        var table = RecordTables.For<T>();
        database.Write(connection => ReadingStates.Fail(connection, WorldIn(connection), table, scope, at, errorId), durable: false);
    }

    public ReadingState? Reading<T>(string scope = "")
        where T : class
    {
        var table = RecordTables.For<T>();
        return table.Guarded is null ? null : database.Read(connection => ReadingStates.Find(connection, WorldIn(connection), table, scope));
    }

    public IReadOnlyList<ReadingState> Readings() => database.Read(connection => ReadingStates.All(connection, WorldIn(connection)));

    public void AcceptGone(GuardedList list, string scope, int records) =>
        database.Write(connection => ReadingStates.AcceptGone(connection, WorldIn(connection), RecordTables.For(list), scope, records), durable: false);

    public void ForgetReading(GuardedList list, string scope) =>
        database.Write(connection => ReadingStates.Forget(connection, WorldIn(connection), RecordTables.For(list), scope), durable: false);

    public void MarkStale(IReadOnlyCollection<Type> records) => Mark(records, stale: true);

    public IReadOnlyList<Type> FindFresh(IReadOnlyCollection<Type> records) =>
        database.Read(connection => ListRefreshes.FindFresh(connection, records));

    public void MarkFresh(IReadOnlyCollection<Type> records) => Mark(records, stale: false);

    public void Update<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var table = RecordTables.For<T>();
        var now = UtcText.Format(clock.GetUtcNow());
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
                        Run(insert, table.GetScope(row), readAt, values);
                }
            },
            durable: false
        );
    }

    public void Remove<T>(string key)
        where T : class
    {
        var table = RecordTables.For<T>();
        database.Write(
            connection =>
            {
                if (_world is null || _world == ReadWorld(connection))
                    connection.Execute(table.DeleteRecord, new { key });
            },
            durable: false
        );
    }

    public void BindTo(string world)
    {
        _world = world;
        database.Write(Claim, durable: false);
    }

    public void Drop() => database.Write(Drop, durable: false);

    private void Mark(IReadOnlyCollection<Type> records, bool stale)
    {
        if (records.Count > 0)
            database.Write(connection => ListRefreshes.Mark(connection, records, stale), durable: false);
    }

    private static void Put<T>(SqliteConnection connection, RecordTable table, string scope, ReadList<T> list, bool accepted)
        where T : class
    {
        var known = Detailed<T>(connection, table);
        connection.Execute(table.DeleteList, new { scope });
        using var insert = RowCommand(connection, table, table.Insert);
        foreach (var row in list.Rows)
        {
            known.TryGetValue(table.GetKey(row), out var before);
            Run(insert, scope, UtcText.Format(list.ReadAt), table.Values(row, before, asRow: true));
        }

        ListRefreshes.Put(connection, table, scope, list, accepted);
    }

    // Records of one world only: those of another are dropped before the first of this one is written.
    private void Claim(SqliteConnection connection)
    {
        if (_world is not { } world || world == ReadWorld(connection))
            return;
        Drop(connection);
        connection.Execute("INSERT OR REPLACE INTO meta (name, value) VALUES (@name, @world)", new { name = WorldName, world });
    }

    private string WorldIn(SqliteConnection connection) => _world ?? ReadWorld(connection) ?? "";

    private static string? ReadWorld(SqliteConnection connection) =>
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
                known[table.GetKey(record)] = record;
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
            key.Add(column.Name, column.GetValue(row));
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
}
