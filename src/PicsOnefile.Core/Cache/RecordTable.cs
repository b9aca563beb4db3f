using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Cache;

/// <summary>Which properties of a record are kept, in which table, and the statements that follow from that.</summary>
internal sealed class RecordTable
{
    private readonly RecordColumn[] _keys;
    private readonly RecordColumn? _details;
    private readonly RecordColumn? _scope;

    /// <param name="record">The type.</param>
    /// <param name="name">The table.</param>
    /// <param name="scope">The property that names the list a single record belongs to; null where there is one list.</param>
    /// <param name="columns">Property and role.</param>
    public RecordTable(Type record, string name, string? scope, params (string Property, ColumnRole Role)[] columns)
    {
        Record = record;
        Name = name;
        Columns = columns.Select(column => new RecordColumn(record, column.Property, column.Role)).ToArray();
        _keys = Columns.Where(column => column.Role == ColumnRole.Key).ToArray();
        _scope = Columns.FirstOrDefault(column => column.Property == scope);
        _details = Columns.FirstOrDefault(column => column.Property == nameof(Assessor.DetailsReadAt));

        var all = string.Join(", ", Columns.Select(column => column.Name));
        var properties = string.Join(", ", Columns.Select(column => $"{column.Name} AS {column.Property}"));
        var selected = $"SELECT {properties} FROM {name}";
        var sameKey = string.Join(" AND ", _keys.Select(key => $"{key.Name} = @{key.Name}"));
        // The newer of both: details are read by themselves, with everything else of the record.
        var asOf = _details is null ? "@asOf" : $"max(@asOf, coalesce({_details.Name}, @asOf))";
        SelectList = $"SELECT {properties}, {asOf} AS {nameof(DatedRecord.AsOf)} FROM {name} WHERE scope = @scope ORDER BY rowid";
        SelectRecord = $"{selected} WHERE {sameKey} ORDER BY rowid LIMIT 1";
        SelectDetailed = _details is null ? null : $"{selected} WHERE {_details.Name} IS NOT NULL ORDER BY rowid";
        Insert = $"INSERT INTO {name} (scope, read_at, {all}) VALUES (@scope, @read_at, {string.Join(", ", Columns.Select(column => "@" + column.Name))})";
        var others = string.Join(", ", Columns.Except(_keys).Select(column => $"{column.Name} = @{column.Name}"));
        Update = $"UPDATE {name} SET read_at = @read_at, {others} WHERE {sameKey}";
        DeleteList = $"DELETE FROM {name} WHERE scope = @scope";
        DeleteRecord = $"DELETE FROM {name} WHERE {_keys[0].Name} = @key";
        Count = $"SELECT count(*) AS Rows, {(_details is null ? "NULL" : $"count({_details.Name})")} AS WithDetails FROM {name}";
    }

    public Type Record { get; }

    public string Name { get; }

    public IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>The list's name where it is guarded: it is not taken by itself when it comes back empty or much shorter.</summary>
    public GuardedList? Guarded => Enum.TryParse<GuardedList>(Record.Name, out var list) ? list : null;

    /// <summary>The rows of a list with their AsOf, in its order: rows are only ever added at the end.</summary>
    public string SelectList { get; }

    /// <summary>One record by its key.</summary>
    public string SelectRecord { get; }

    /// <summary>All records whose details were read; null for a type without details.</summary>
    public string? SelectDetailed { get; }

    public string Insert { get; }

    public string Update { get; }

    public string DeleteList { get; }

    /// <summary>By the first part of the key.</summary>
    public string DeleteRecord { get; }

    public string Count { get; }

    /// <summary>The record's key as one text.</summary>
    public string GetKey(object record) => string.Join("\u001f", _keys.Select(key => key.GetValue(record)));

    /// <summary>The list that a single record belongs to.</summary>
    public string GetScope(object record) => _scope?.GetValue(record) as string ?? "";

    /// <summary>When a single record was read, as text; null where its details were not.</summary>
    public string? DetailsReadAt(object record) => _details?.GetValue(record) as string;

    /// <summary>The values of a record's columns, completed by what is known of it where it comes without details.</summary>
    /// <param name="record">The record that was read.</param>
    /// <param name="known">The record as it is kept, or null.</param>
    /// <param name="asRow">True for a row of a list, in which null may mean that rows do not carry the property.</param>
    public IEnumerable<object?> Values(object record, object? known, bool asRow)
    {
        var complete = known is null || DetailsReadAt(known) is null || DetailsReadAt(record) is not null;
        foreach (var column in Columns)
        {
            var keeps = !complete && (column.Role == ColumnRole.Detail || (asRow && column.Role == ColumnRole.RowOrDetail));
            yield return column.GetValue(record) ?? (keeps ? column.GetValue(known!) : null);
        }
    }
}
