using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;

namespace PicsOnefile.Cache;

/// <summary>The worklist in the cache's file.</summary>
internal sealed class SqliteWorklist(SqliteDatabase database) : IWorklist
{
    private const string Columns = """
        item_id AS ItemId, environment AS Environment, kind AS Kind, "key" AS "Key", field AS Field, name AS Name, old_value AS OldValue, new_value AS NewValue,
        at AS At, actor AS Actor, keyed_in_at AS KeyedInAt, keyed_in_by AS KeyedInBy, closed AS Closed
        """;

    private const string WaitsForField = """environment = @Environment AND kind = @Kind AND "key" = @Key AND field = @Field AND closed IS NULL""";

    public IReadOnlyList<WaitingChange> Waiting(OnefileEnvironment environment) =>
        database.Read(connection =>
            connection
                .Query<WaitingChange>(
                    $"SELECT {Columns} FROM worklist WHERE environment = @environment AND closed IS NULL ORDER BY kind, \"key\", field",
                    new { environment = environment.ToString() }
                )
                .AsList()
        );

    public WaitingChange? Find(string itemId) =>
        database.Read(connection => connection.QuerySingleOrDefault<WaitingChange>($"SELECT {Columns} FROM worklist WHERE item_id = @itemId", new { itemId }));

    public void Add(IReadOnlyCollection<WaitingChange> items) =>
        database.Write(
            connection =>
            {
                foreach (var item in items.Select(Row))
                {
                    connection.Execute($"UPDATE worklist SET closed = 'Withdrawn' WHERE {WaitsForField} AND item_id <> @ItemId", item);
                    connection.Execute(
                        """
                        INSERT INTO worklist (item_id, environment, kind, "key", field, name, old_value, new_value, at, actor)
                        VALUES (@ItemId, @Environment, @Kind, @Key, @Field, @Name, @OldValue, @NewValue, @At, @Actor)
                        ON CONFLICT (item_id) DO UPDATE SET at = excluded.at, actor = excluded.actor, keyed_in_at = NULL, keyed_in_by = NULL, closed = NULL
                            WHERE worklist.closed IS NOT NULL
                        """,
                        item
                    );
                }
            },
            durable: true
        );

    public void MarkKeyedIn(IReadOnlyCollection<string> itemIds, string actor, DateTimeOffset at) =>
        database.Write(
            connection =>
                connection.Execute(
                    "UPDATE worklist SET keyed_in_at = @at, keyed_in_by = @actor WHERE item_id = @itemId AND closed IS NULL",
                    itemIds.Select(itemId => new
                    {
                        itemId,
                        actor,
                        at = UtcText.Format(at),
                    })
                ),
            durable: true
        );

    public void Close(IReadOnlyCollection<string> itemIds, WorklistEnd how) =>
        database.Write(
            connection =>
                connection.Execute("UPDATE worklist SET closed = @how WHERE item_id = @itemId", itemIds.Select(itemId => new { itemId, how = how.ToString() })),
            durable: true
        );

    public void Withdraw(OnefileEnvironment environment, string kind, string key, string field)
    {
        var record = new
        {
            Environment = environment.ToString(),
            Kind = kind,
            Key = key,
            Field = field,
        };
        // Asked for with every value that the API writes, and hardly ever true: a durable write is dear.
        if (database.Read(connection => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM worklist WHERE {WaitsForField})", record)))
            database.Write(connection => connection.Execute($"UPDATE worklist SET closed = 'Withdrawn' WHERE {WaitsForField}", record), durable: true);
    }

    private static object Row(WaitingChange item) =>
        new
        {
            item.ItemId,
            Environment = item.Environment.ToString(),
            item.Kind,
            item.Key,
            item.Field,
            item.Name,
            item.OldValue,
            item.NewValue,
            At = UtcText.Format(item.At),
            item.Actor,
        };
}
