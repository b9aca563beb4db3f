using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;

namespace PicsOnefile.Qualifications;

/// <summary>
/// The order in which references are written. A qualification that carries another one's reference gives it up first, so that two live qualifications never
/// carry one reference. References that were entered in each other's place are so corrected in one run.
/// </summary>
internal static class ReferenceWaves
{
    /// <summary>Groups of changes to be written one after the other, and the changes whose reference another live qualification keeps.</summary>
    public static (IReadOnlyList<IReadOnlyList<PlannedChange>> Waves, IReadOnlyList<PlannedChange> Taken) Arrange(
        StandardSnapshot snapshot,
        IReadOnlyList<PlannedChange> changes
    )
    {
        var waiting = changes.ToList();
        var taken = new List<PlannedChange>();
        // Each change that is taken back keeps its own old reference in turn, which may block another one.
        while (waiting.FirstOrDefault(change => FindOtherCarriers(snapshot, change).Any(holder => !Changes(waiting, holder))) is { } blocked)
        {
            waiting.Remove(blocked);
            taken.Add(blocked);
        }
        var waves = new List<IReadOnlyList<PlannedChange>>();
        while (waiting.Count > 0)
        {
            var free = waiting.Where(change => !FindOtherCarriers(snapshot, change).Any(holder => Changes(waiting, holder))).ToList();
            // Only references that go round in a circle are left: they can only change together.
            var wave = free.Count > 0 ? free : [.. waiting];
            waves.Add(wave);
            waiting = [.. waiting.Except(wave)];
        }
        return (waves, taken);
    }

    /// <summary>Finds the other live qualifications that carry the new reference.</summary>
    /// <returns>These qualifications.</returns>
    public static IEnumerable<Qualification> FindOtherCarriers(StandardSnapshot snapshot, PlannedChange change) =>
        snapshot.Carriers(change.NewValue!).Where(holder => !string.Equals(holder.QualificationId, change.Key, StringComparison.Ordinal));

    private static bool Changes(List<PlannedChange> changes, Qualification holder) => changes.Any(change => change.Key == holder.QualificationId);
}
