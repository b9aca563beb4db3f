using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox;

/// <summary>One field that a client's write changed. A write that changed nothing is kept with an empty <see cref="Field"/>: it may be one that was sent twice.</summary>
/// <param name="Number">Counts the accepted writes; the fields of one write share it.</param>
/// <param name="Kind">The kind as <c>GET /twin/{kind}</c> names it.</param>
public sealed record ClientWrite(int Number, DateTimeOffset At, string Kind, string Id, string Field, string OldValue, string NewValue);

/// <summary>One field that another administrator changed on a screen, past every API.</summary>
/// <param name="Number">Counts with the clients' writes: it tells what came first.</param>
/// <param name="Kind">The kind as <c>GET /twin/{kind}</c> names it.</param>
public sealed record OtherEdit(int Number, string Kind, string Id, string Field, string OldValue, string NewValue);

/// <summary>Every write that a client made through either API, in order: what was done, whatever the client was told.</summary>
public sealed class WriteLog(TimeProvider clock)
{
    private readonly List<ClientWrite> writes = [];
    private readonly List<OtherEdit> edits = [];
    private int number;

    /// <summary>The writes so far; read it under the world's lock.</summary>
    public IReadOnlyList<ClientWrite> Writes => writes;

    /// <summary>What the fault of the other administrator changed so far; read it under the world's lock.</summary>
    public IReadOnlyList<OtherEdit> Edits => edits;

    /// <summary>Notes an edit of the other administrator.</summary>
    public void NoteEdit(string kind, string id, string field, string oldValue, string newValue) => edits.Add(new(++number, kind, id, field, oldValue, newValue));

    /// <summary>Runs a change and notes each field that it changed.</summary>
    public void Note<T>(string kind, string id, T record, IReadOnlyList<Field<T>> fields, Action change)
    {
        var before = fields.Select(field => field.ToCell(record)).ToList();
        change();
        number++;
        var changed = fields.Select((field, index) => new ClientWrite(number, clock.GetUtcNow(), kind, id, field.Name, before[index], field.ToCell(record)))
            .Where(write => write.OldValue != write.NewValue && write.Field != "LastModified").ToList();
        if (changed.Count == 0) changed.Add(new ClientWrite(number, clock.GetUtcNow(), kind, id, "", "", ""));
        writes.AddRange(changed);
    }
}
