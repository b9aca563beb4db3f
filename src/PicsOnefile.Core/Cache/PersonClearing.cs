using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Cache;

/// <summary>By which IDs a person is known; null where by none.</summary>
/// <param name="OfficerIdent">As an officer of PICSWeb.</param>
/// <param name="AssessorId">As an assessor of Onefile.</param>
/// <param name="LearnerIdent">As a learner of PICSWeb.</param>
public sealed record PersonKeys(string? OfficerIdent, string? AssessorId, string? LearnerIdent);

/// <summary>What was dropped about a person.</summary>
/// <param name="Records">Each record, by the name of its kind and its key: those that were named, and their partners on the other side.</param>
/// <param name="IsGone">Whether the file has been rewritten too. False while another process works with it: run it again then.</param>
public sealed record PersonCleared(IReadOnlyList<(string Kind, string Key)> Records, bool IsGone);

/// <summary>
/// Drops what the cache knows of one person: the records of both sides and the learner. A partner that is linked by mistake is dropped as well, which costs no
/// more than reading it again. The lists with a gap are marked as stale, so that the gap is not taken for a person who has left: the next cmdlet reads them
/// again.
/// </summary>
internal static class PersonClearing
{
    private const string AnyCase = $"COLLATE {CacheFile.RecordIdCollation}";

    private const string SelectOfficers = $"""
        SELECT officer_ident FROM officer WHERE additional_id = @key {AnyCase}
        UNION SELECT mis_id FROM assessor WHERE assessor_id = @key {AnyCase} AND mis_id <> ''
        UNION SELECT ident FROM link WHERE kind = 'Officer' AND onefile_id = @key {AnyCase}
        """;

    private const string SelectAccounts = $"""
        SELECT additional_id FROM officer WHERE officer_ident = @key {AnyCase} AND additional_id <> ''
        UNION SELECT assessor_id FROM assessor WHERE mis_id = @key {AnyCase}
        UNION SELECT onefile_id FROM link WHERE kind = 'Officer' AND ident = @key {AnyCase}
        """;

    public static IReadOnlyList<(string Kind, string Key)> Clear(SqliteConnection connection, PersonKeys person)
    {
        // With several centres a person has an account in each.
        List<string> officers = [.. ToList(person.OfficerIdent), .. Partners(connection, SelectOfficers, person.AssessorId)];
        List<string> accounts = [.. ToList(person.AssessorId), .. officers.SelectMany(officer => Partners(connection, SelectAccounts, officer))];
        return
        [
            .. Drop(connection, nameof(Officer), "officer_ident", officers),
            .. Drop(connection, nameof(Assessor), "assessor_id", accounts),
            .. Drop(connection, nameof(Learner), "learner_ident", ToList(person.LearnerIdent)),
        ];
    }

    private static string[] ToList(string? key) => key is null ? [] : [key];

    private static IEnumerable<string> Partners(SqliteConnection connection, string sql, string? key) =>
        key is null ? [] : connection.Query<string>(sql, new { key });

    private static List<(string Kind, string Key)> Drop(SqliteConnection connection, string kind, string column, IEnumerable<string> keys)
    {
        var table = kind.ToLowerInvariant();
        var dropped = keys.Distinct(RecordId.Comparer)
            .Where(key => connection.Execute($"DELETE FROM {table} WHERE {column} = @key {AnyCase}", new { key }) > 0)
            .Select(key => (kind, key))
            .ToList();
        if (dropped.Count > 0)
            connection.Execute("UPDATE refresh SET stale = 1 WHERE list = @table", new { table });
        return dropped;
    }
}
