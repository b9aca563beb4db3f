using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Records;

namespace PicsOnefile.Cache;

/// <summary>One field that the module writes, and the lists that show it.</summary>
/// <param name="Kind">The journal's Kind.</param>
/// <param name="Field">The journal's Field; null for every field of the kind.</param>
/// <param name="Own">The list whose record carries the field: the written value goes into it at once. Null where no list does, or the record is new.</param>
/// <param name="Others">Lists that show the field, or what follows from it, in other records.</param>
internal sealed record WrittenField(string Kind, string? Field, Type? Own, params Type[] Others);

/// <summary>
/// The lists that a write of the module makes stale. The journal marks them at each append. Every write goes through the journal, so no protocol, undo,
/// restore or recovery can leave a stale list unmarked.
/// </summary>
internal static class WrittenFields
{
    public static readonly IReadOnlyList<WrittenField> All =
    [
        .. RecordType.All.Select(type => new WrittenField(type.JournalKind, type.Field?.Name, type.Model, [.. type.ShownIn])),
        .. RecordType
            .All.Where(type => type.AddedAs is not null)
            .Select(type => new WrittenField(type.AddedAs!, null, null, [type.Model!, .. type.ShownIn])),
    ];

    /// <summary>Returns the list that holds the fields of a kind; null where none does.</summary>
    public static Type? FindOwnList(string kind) => All.FirstOrDefault(field => field.Kind == kind)?.Own;

    /// <summary>Marks the lists that rows of the journal make stale.</summary>
    public static void MarkStale(SqliteConnection connection, IEnumerable<Change> rows)
    {
        var lists = rows.SelectMany(FindStale).Distinct().Select(record => RecordTables.For(record).Name).ToList();
        if (lists.Count > 0)
            connection.Execute("UPDATE refresh SET stale = 1 WHERE stale = 0 AND list IN @lists", new { lists });
    }

    // What was only put on the worklist or not attempted has changed nothing. A value that was written and read back goes into its own list at once.
    private static IEnumerable<Type> FindStale(Change row)
    {
        if (
            row.State is ChangeState.Skipped or ChangeState.Undone
            || All.FirstOrDefault(field => field.Kind == row.Kind && (field.Field ?? row.Field) == row.Field) is not { } written
        )
            return [];
        return row.State == ChangeState.Done || written.Own is null ? written.Others : [written.Own, .. written.Others];
    }
}
