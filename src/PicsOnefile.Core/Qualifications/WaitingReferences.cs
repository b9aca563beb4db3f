using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>The state of a VQ Reference that waits on the worklist.</summary>
public enum WaitingReferenceState
{
    /// <summary>PICSWeb shows the new value.</summary>
    Seen,

    /// <summary>It is as it was when the change was put on the worklist.</summary>
    Waits,

    /// <summary>It holds a third value, or the qualification is not there any more.</summary>
    Moved,
}

/// <summary>The VQ References and new qualifications on the worklist, compared with PICSWeb's list as it is now.</summary>
/// <param name="qualifications">PICSWeb's list.</param>
/// <param name="waiting">The worklist.</param>
public sealed class WaitingReferences(IReadOnlyList<Qualification> qualifications, IReadOnlyList<WaitingChange> waiting)
{
    private readonly Dictionary<string, Qualification> _byId = qualifications
        .GroupBy(one => one.QualificationId, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    private readonly ILookup<string, Qualification> _carriers = qualifications
        .Where(one => RecordStatus.IsLive(one.Status) != false && !HeldId.IsEmpty(one.VqReference))
        .ToLookup(one => one.VqReference!, StringComparer.Ordinal);

    // Qualifications whose reference is to be replaced: while they carry it, it is not the new one of another.
    private readonly HashSet<(string, string?)> _leaving =
    [
        .. waiting.Where(item => item.Kind == nameof(RecordKind.Qualification)).Select(item => (item.Key, item.OldValue)),
    ];

    /// <summary>Checks whether an item of the worklist is about a qualification.</summary>
    /// <returns>True for an existing qualification and for a new one.</returns>
    public static bool IsReference(WaitingChange item) => item.Kind is nameof(RecordKind.Qualification) or NewQualifications.Kind;

    /// <summary>Finds a qualification by its key.</summary>
    /// <returns>The qualification, or null.</returns>
    public Qualification? Find(string qualificationId) => _byId.TryGetValue(qualificationId, out var found) ? found : null;

    /// <summary>Compares the field with what the item expects.</summary>
    /// <returns>The state, and a detail in words where one is needed.</returns>
    public (WaitingReferenceState State, string Detail) Look(WaitingChange item)
    {
        if (item.Kind == NewQualifications.Kind)
            return (_carriers[item.NewValue!].Any() ? WaitingReferenceState.Seen : WaitingReferenceState.Waits, "");
        // Where the field cannot be edited, a person adds another qualification with the reference. It need not be the named one.
        if (_carriers[item.NewValue ?? ""].Any(one => one.QualificationId == item.Key || !_leaving.Contains((one.QualificationId, one.VqReference))))
            return (WaitingReferenceState.Seen, "");
        if (Find(item.Key) is not { } there)
            return (WaitingReferenceState.Moved, "PICSWeb's list does not have the qualification any more.");
        if (ChangeOutcome.Holds(there.VqReference, item.NewValue, item.OldValue))
            return (WaitingReferenceState.Seen, "");
        return ChangeOutcome.SameValue(there.VqReference, item.OldValue)
            ? (WaitingReferenceState.Waits, "")
            : (
                WaitingReferenceState.Moved,
                $"It holds {(HeldId.IsEmpty(there.VqReference) ? "nothing" : $"'{there.VqReference}'")} now: look whether the new value is "
                    + "still wanted."
            );
    }
}
