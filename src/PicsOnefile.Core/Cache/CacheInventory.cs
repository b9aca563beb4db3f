using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PicsOnefile.Cache;

/// <summary>What is in the file: each cached list, and each part that is kept.</summary>
internal static class CacheInventory
{
    public static IReadOnlyList<MappingCacheEntry> Read(SqliteConnection connection, string location) =>
        [
            .. RecordTables.All.Select(table =>
            {
                var count = connection.QuerySingle<RowCounts>(table.Count);
                // Lists of several centres are as old as the oldest of them.
                var reading = connection.QuerySingle<Reading>(
                    "SELECT min(read_at) AS ReadAt, sum(calls) AS Calls FROM refresh WHERE list = @list",
                    new { list = table.Name }
                );
                return new MappingCacheEntry
                {
                    Kind = table.Record.Name,
                    Rows = count.Rows,
                    WithDetails = table.SelectDetailed is null ? null : count.WithDetails,
                    ReadAt = reading.ReadAt is null ? null : UtcText.Parse(reading.ReadAt),
                    Calls = reading.Calls,
                    WithheldRows = connection.ExecuteScalar<long?>(
                        "SELECT sum(withheld_rows) FROM reading WHERE list = @list AND world = coalesce((SELECT value FROM meta WHERE name = 'world'), '')",
                        new { list = table.Name }
                    ),
                    CanBeRebuilt = true,
                    Location = location,
                };
            }),
            .. PersistentTables.Shown.Select(part => new MappingCacheEntry
            {
                Kind = part.Kind!,
                Rows = connection.ExecuteScalar<long>($"SELECT count(*) FROM {part.Name}"),
                Location = location,
            }),
        ];

    private sealed class RowCounts
    {
        public long Rows { get; init; }

        public long? WithDetails { get; init; }
    }

    private sealed class Reading
    {
        public string? ReadAt { get; init; }

        public int? Calls { get; init; }
    }
}
