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
    IReadOnlyList<Officer>? officers,
    IReadOnlyList<Organisation>? organisations,
    IReadOnlyList<Qualification>? qualifications,
    IReadOnlyList<WaitingChange> waiting
)
{
    private readonly Dictionary<string, IPicsWebRecord> _officers = ById((officers ?? []).Cast<IPicsWebRecord>(), one => one.Ident);
    private readonly Dictionary<string, IPicsWebRecord> _organisations = ById((organisations ?? []).Cast<IPicsWebRecord>(), one => one.Ident);
    private readonly WaitingReferences? _references = qualifications is null ? null : new(qualifications, waiting);

    /// <summary>Finds the name under which PICSWeb lists the record.</summary>
    /// <returns>The name; the key where no name is known.</returns>
    public string Name(WaitingChange item) =>
        item.Kind switch
        {
            nameof(RecordKind.Officer) => _officers.TryGetValue(item.Key, out var record) && record is Officer officer
                ? $"{Listed(officer)} ({item.Key})"
                : item.Key,
            nameof(RecordKind.Organisation) => _organisations.TryGetValue(item.Key, out var record) ? $"{record.DisplayName} ({item.Key})" : item.Key,
            nameof(RecordKind.Qualification) => _references?.Find(item.Key) is { } one && one.Title != item.Key ? $"{one.Title} ({item.Key})" : item.Key,
            _ => item.Name ?? item.Key,
        };

    /// <summary>Compares the field with the item: the new value, still the old one, or a third. The detail is in words where one is needed.</summary>
    public (bool Seen, WorklistState State, string Detail) Look(WaitingChange item) =>
        item.Kind switch
        {
            nameof(RecordKind.Officer) => Look(item, officers is not null, _officers),
            nameof(RecordKind.Organisation) => Look(item, organisations is not null, _organisations),
            _ => _references is null ? NotReadable
            : _references.Look(item) is var (state, detail)
                ? (state == WaitingReferenceState.Seen, state == WaitingReferenceState.Moved ? WorklistState.Drifted : WorklistState.Pending, detail)
            : default,
        };

    private static (bool, WorklistState, string) NotReadable =>
        (false, WorklistState.Unknown, "PICSWeb's list cannot be read: whether it was keyed in is not known.");

    private static (bool, WorklistState, string) Look(WaitingChange item, bool readable, Dictionary<string, IPicsWebRecord> records)
    {
        if (!readable)
            return NotReadable;
        return records.TryGetValue(item.Key, out var record)
            ? Compare(item, record.AdditionalId)
            : (false, WorklistState.Drifted, "PICSWeb's list does not have the record any more.");
    }

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

    private static Dictionary<string, T> ById<T>(IEnumerable<T> records, Func<T, string> id) =>
        records.GroupBy(id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
