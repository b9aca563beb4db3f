using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Identifiers;
using PicsOnefile.Qualifications;
using PicsOnefile.Records;

namespace PicsOnefile.Reporting;

/// <summary>PICSWeb's lists as they are now, asked for what the items of the worklist are about. A list that cannot be read is null.</summary>
internal sealed class PicsWebNow(
    IReadOnlyDictionary<LinkKind, IReadOnlyList<IPicsWebRecord>?> records,
    IReadOnlyList<Qualification>? qualifications,
    IReadOnlyList<WaitingChange> waiting
)
{
    // Where PICSWeb's screens list a record by another name than the module shows.
    private static readonly Dictionary<LinkKind, Func<IPicsWebRecord, string>> ListedNames = new()
    {
        [LinkKind.Officer] = record => record is Officer officer ? Listed(officer) : record.DisplayName,
    };

    private readonly Dictionary<LinkKind, Dictionary<string, IPicsWebRecord>?> _records = records.ToDictionary(
        list => list.Key,
        list => list.Value?.GroupBy(one => one.Ident, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal)
    );
    private readonly WaitingReferences? _references = qualifications is null ? null : new(qualifications, waiting);

    /// <summary>Finds the name under which PICSWeb lists the record.</summary>
    /// <returns>The name; the key where no name is known.</returns>
    public string Name(WaitingChange item)
    {
        if (LinkOf(item) is { } kind)
            return Find(kind, item) is { } record ? $"{Listed(kind, record)} ({item.Key})" : item.Key;
        if (!RecordType.HasKey(item.Kind))
            return item.Name ?? item.Key;
        return _references?.Find(item.Key) is { } one && one.Title != item.Key ? $"{one.Title} ({item.Key})" : item.Key;
    }

    /// <summary>Compares the field with the item: the new value, still the old one, or a third. The detail is in words where one is needed.</summary>
    public (bool Seen, WorklistState State, string Detail) Look(WaitingChange item)
    {
        if (LinkOf(item) is { } kind)
            return _records[kind] is null ? NotReadable
                : Find(kind, item) is { } record ? Compare(item, record.AdditionalId)
                : (false, WorklistState.Drifted, "PICSWeb's list does not have the record any more.");
        if (_references is null)
            return NotReadable;
        var (state, detail) = _references.Look(item);
        return (state == WaitingReferenceState.Seen, state == WaitingReferenceState.Moved ? WorklistState.Drifted : WorklistState.Pending, detail);
    }

    private static LinkKind? LinkOf(WaitingChange item) => RecordType.For(item.Kind) is { } type ? LinkType.For(type.Kind)?.Kind : null;

    private IPicsWebRecord? Find(LinkKind kind, WaitingChange item) => _records[kind] is { } list && list.TryGetValue(item.Key, out var found) ? found : null;

    private static string Listed(LinkKind kind, IPicsWebRecord record) =>
        ListedNames.TryGetValue(kind, out var name) ? name(record) : record.DisplayName;

    private static (bool, WorklistState, string) NotReadable =>
        (false, WorklistState.Unknown, "PICSWeb's list cannot be read: whether it was keyed in is not known.");

    private static (bool, WorklistState, string) Compare(WaitingChange item, string? value)
    {
        if (ChangeOutcome.Holds(value, item.NewValue, item.OldValue))
            return (true, default, "");
        return ChangeOutcome.SameValue(value, item.OldValue)
            ? (false, WorklistState.Pending, "")
            : (
                false,
                WorklistState.Drifted,
                $"It holds {(HeldId.IsEmpty(value) ? "nothing" : $"'{value}'")} now: look whether the new value is still wanted."
            );
    }

    private static string Listed(Officer officer) =>
        string.IsNullOrEmpty(officer.FirstName) ? officer.Surname ?? "" : $"{officer.Surname}, {officer.FirstName}";
}
