using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PicsOnefile.Cache;

/// <summary>
/// Triggers, indexes and views of a file, compared with what the schema's steps make. A trigger that somebody planted could keep rows out of the journal
/// without an error; one of ours that is gone no longer keeps honest programs honest.
/// </summary>
internal static class SchemaObjects
{
    private const string Objects =
        "SELECT type || ' ' || name AS Name, sql AS Sql FROM sqlite_schema WHERE type IN ('trigger', 'index', 'view') AND sql IS NOT NULL";

    private static readonly ThreadLocal<Dictionary<long, IReadOnlyDictionary<string, string>>> Ours = new(() => []);

    /// <summary>The module's own that the file lacks, such as "trigger change_never_updated".</summary>
    /// <param name="connection">The file.</param>
    /// <param name="path">Its path.</param>
    /// <param name="version">The version that it has.</param>
    /// <param name="migrations">The steps of the schema.</param>
    /// <exception cref="Errors.PicsOnefileException">CacheDamaged: it has one that the module never made, or that reads otherwise.</exception>
    public static IReadOnlyList<string> FindMissing(SqliteConnection connection, string path, long version, IReadOnlyList<Migration> migrations)
    {
        var expected = Expected(version, migrations);
        var found = Read(connection);
        var foreign = found.FirstOrDefault(one => !expected.TryGetValue(one.Key, out var sql) || sql != one.Value);
        if (foreign.Key is not null)
            throw SqliteErrors.Damaged(path, $"somebody made or altered its {foreign.Key}, which is not the module's");
        return [.. expected.Keys.Where(name => !found.ContainsKey(name)).OrderBy(name => name, StringComparer.Ordinal)];
    }

    private static IReadOnlyDictionary<string, string> Expected(long version, IReadOnlyList<Migration> migrations)
    {
        var isOurs = ReferenceEquals(migrations, Migration.All);
        if (isOurs && Ours.Value!.TryGetValue(version, out var known))
            return known;
        using var memory = new SqliteConnection("Data Source=:memory:;Pooling=False");
        memory.Open();
        foreach (var step in migrations.Where(step => step.Version <= version).OrderBy(step => step.Version))
            memory.Execute(step.Sql);
        var objects = Read(memory);
        if (isOurs)
            Ours.Value![version] = objects;
        return objects;
    }

    private static Dictionary<string, string> Read(SqliteConnection connection) =>
        connection
            .Query<Row>(Objects)
            .GroupBy(row => row.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                rows => rows.Key,
                rows => string.Join(" ", rows.Select(row => Regex.Replace(row.Sql, @"\s+", " ").Trim())),
                StringComparer.OrdinalIgnoreCase
            );

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string Sql { get; init; } = "";
    }
}
