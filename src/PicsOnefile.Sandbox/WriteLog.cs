using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox;

/// <summary>What a write did to its record.</summary>
public enum WriteAction
{
    Update,
    Create,
    Delete,
}

/// <summary>
/// One field that a client's write changed. A write that changed nothing is kept with an empty <see cref="Field"/>: it may be one that was sent twice.
/// </summary>
/// <param name="Number">Counts the accepted writes; the fields of one write share it.</param>
/// <param name="Kind">The kind as <c>GET /twin/{kind}</c> names it.</param>
/// <param name="Action">What became of the record; a standard that is assigned is a learning aim that is created.</param>
public sealed record ClientWrite(
    int Number,
    DateTimeOffset At,
    string Kind,
    string Id,
    string Field,
    string OldValue,
    string NewValue,
    WriteAction Action = WriteAction.Update
);

/// <summary>One field that another administrator changed on a screen, past every API.</summary>
/// <param name="Number">Counts with the clients' writes, and so shows the order.</param>
/// <param name="Kind">The kind as <c>GET /twin/{kind}</c> names it.</param>
public sealed record OtherEdit(int Number, string Kind, string Id, string Field, string OldValue, string NewValue);

/// <summary>Every write that a client made through either API, in order: what was done, whatever response the client got.</summary>
public sealed class WriteLog(TimeProvider clock)
{
    private readonly List<ClientWrite> _writes = [];
    private readonly List<OtherEdit> _edits = [];
    private int _number;

    /// <summary>The writes so far; read it under the world's lock.</summary>
    public IReadOnlyList<ClientWrite> Writes => _writes;

    /// <summary>What the fault of the other administrator changed so far; read it under the world's lock.</summary>
    public IReadOnlyList<OtherEdit> Edits => _edits;

    /// <summary>Notes an edit of the other administrator.</summary>
    public void NoteEdit(string kind, string id, string field, string oldValue, string newValue) =>
        _edits.Add(new(++_number, kind, id, field, oldValue, newValue));

    /// <summary>Runs a change and notes each field that it changed.</summary>
    public void Note<T>(string kind, string id, T record, IReadOnlyList<Field<T>> fields, Action change)
    {
        var before = Cells(record, fields);
        change();
        Add(kind, id, before, Cells(record, fields), WriteAction.Update);
    }

    /// <summary>Notes a record that a client made, with every field that it has.</summary>
    public void NoteCreated<T>(string kind, string id, T record, IReadOnlyList<Field<T>> fields) =>
        Add(kind, id, [], Cells(record, fields), WriteAction.Create);

    /// <summary>Notes a record that a client deleted, with every field that it had.</summary>
    public void NoteDeleted<T>(string kind, string id, T record, IReadOnlyList<Field<T>> fields) =>
        Add(kind, id, Cells(record, fields), [], WriteAction.Delete);

    // One field may have two names on the wire. Only the name of the folder is kept, so that each value is there once. The ID is the record's own, and no
    // client writes the time.
    private static Dictionary<string, string> Cells<T>(T record, IReadOnlyList<Field<T>> fields) =>
        fields
            .Where(field => field.Is(FieldUse.Folder) && field.Name is not ("ID" or "id" or "LastModified"))
            .ToDictionary(field => field.Name, field => field.ToCell(record), StringComparer.Ordinal);

    private void Add(string kind, string id, Dictionary<string, string> before, Dictionary<string, string> after, WriteAction action)
    {
        _number++;
        var changed = before
            .Keys.Union(after.Keys)
            .Select(field => new ClientWrite(
                _number,
                clock.GetUtcNow(),
                kind,
                id,
                field,
                before.GetValueOrDefault(field, ""),
                after.GetValueOrDefault(field, ""),
                action
            ))
            .Where(write => write.OldValue != write.NewValue)
            .ToList();
        if (changed.Count == 0)
            changed.Add(new ClientWrite(_number, clock.GetUtcNow(), kind, id, "", "", "", action));
        _writes.AddRange(changed);
    }
}
