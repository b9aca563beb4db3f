using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Qualifications;

namespace PicsOnefile.Reporting;

/// <summary>PICSWeb's lists as they are now, asked for what the items of the worklist are about. A list that cannot be read is null.</summary>
internal sealed class PicsWebNow(IReadOnlyList<Officer>? officers, IReadOnlyList<Organisation>? organisations, IReadOnlyList<Qualification>? qualifications, IReadOnlyList<WaitingChange> waiting)
{
    private readonly Dictionary<string, IPicsWebRecord> _officers = ById((officers ?? []).Cast<IPicsWebRecord>(), one => one.Ident);
    private readonly Dictionary<string, IPicsWebRecord> _organisations = ById((organisations ?? []).Cast<IPicsWebRecord>(), one => one.Ident);
    private readonly Dictionary<string, Qualification> _qualifications = ById(qualifications ?? [], one => one.QualificationId);
    private readonly ILookup<string, Qualification> _carriers = (qualifications ?? [])
        .Where(one => RecordStatus.IsLive(one.Status) != false && !string.IsNullOrEmpty(one.VqReference)).ToLookup(one => one.VqReference!, StringComparer.Ordinal);

    // Qualifications whose reference is to be replaced: while they carry it, it is not the new one of another.
    private readonly HashSet<(string, string?)> _leaving = [.. waiting.Where(item => item.Kind == nameof(RecordKind.Qualification)).Select(item => (item.Key, item.OldValue))];

    /// <summary>How PICSWeb lists the record.</summary>
    public string Name(WaitingChange item) => item.Kind switch
    {
        nameof(RecordKind.Officer) => _officers.TryGetValue(item.Key, out var record) && record is Officer officer ? $"{Listed(officer)} ({item.Key})" : item.Key,
        nameof(RecordKind.Organisation) => _organisations.TryGetValue(item.Key, out var record) ? $"{record.DisplayName} ({item.Key})" : item.Key,
        nameof(RecordKind.Qualification) => _qualifications.TryGetValue(item.Key, out var one) && one.Title != item.Key ? $"{one.Title} ({item.Key})" : item.Key,
        _ => item.Name ?? item.Key,
    };

    /// <summary>Whether the new value is there, the old one still, or a third; what that is, in words where it has to be said.</summary>
    public (bool Seen, WorklistState State, string Detail) Look(WaitingChange item) => item.Kind switch
    {
        nameof(RecordKind.Officer) => Look(item, officers is not null, _officers),
        nameof(RecordKind.Organisation) => Look(item, organisations is not null, _organisations),
        _ when qualifications is null => NotReadable,
        NewQualifications.Kind => _carriers[item.NewValue!].Any() ? (true, default, "") : (false, WorklistState.Pending, ""),
        _ => LookAtQualification(item),
    };

    private static (bool, WorklistState, string) NotReadable => (false, WorklistState.Unknown, "PICSWeb's list cannot be read: whether it was keyed in is not known.");

    private static (bool, WorklistState, string) Look(WaitingChange item, bool readable, Dictionary<string, IPicsWebRecord> records)
    {
        if (!readable)
            return NotReadable;
        return records.TryGetValue(item.Key, out var record)
            ? Compare(item, record.AdditionalId)
            : (false, WorklistState.Drifted, "PICSWeb's list does not have the record any more.");
    }

    // Where the field cannot be edited a person adds another qualification with the reference: it need not be the one that was named.
    private (bool, WorklistState, string) LookAtQualification(WaitingChange item)
    {
        if (_carriers[item.NewValue ?? ""].Any(one => one.QualificationId == item.Key || !_leaving.Contains((one.QualificationId, one.VqReference))))
            return (true, default, "");
        return _qualifications.TryGetValue(item.Key, out var there)
            ? Compare(item, there.VqReference)
            : (false, WorklistState.Drifted, "PICSWeb's list does not have the qualification any more.");
    }

    private static (bool, WorklistState, string) Compare(WaitingChange item, string? value)
    {
        if (ChangeOutcome.Holds(value, item.NewValue, item.OldValue))
            return (true, default, "");
        return ChangeOutcome.SameValue(value, item.OldValue)
            ? (false, WorklistState.Pending, "")
            : (false, WorklistState.Drifted, $"It holds {(string.IsNullOrWhiteSpace(value) ? "nothing" : $"'{value}'")} now: look whether the new value is still wanted.");
    }

    private static string Listed(Officer officer) => string.IsNullOrEmpty(officer.FirstName) ? officer.Surname ?? "" : $"{officer.Surname}, {officer.FirstName}";

    private static Dictionary<string, T> ById<T>(IEnumerable<T> records, Func<T, string> id) =>
        records.GroupBy(id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
