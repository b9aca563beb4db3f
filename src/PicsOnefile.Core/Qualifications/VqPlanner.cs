using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Failures;

namespace PicsOnefile.Qualifications;

/// <summary>From requests to changes of VQ references, without writing anything.</summary>
public static class VqPlanner
{
    /// <summary>Plans in the order of the requests; a request for a whole standard gives one item for each of its components.</summary>
    public static IReadOnlyList<VqPlanItem> Plan(StandardBook book, IReadOnlyList<VqRequest> requests, VqPlanOptions options)
    {
        var claimed = new Dictionary<string, PlannedChange>(StringComparer.Ordinal);
        var items = requests.SelectMany(request => Cases(request, book, options.Force)).Select(@case => Claim(Item(@case, options), claimed)).ToList();
        var (_, taken) = ReferenceWaves.Of(book, [.. items.Select(item => item.Change).OfType<PlannedChange>()]);
        return [.. items.Select(item => item.Change is { } change && taken.Contains(change) ? item with { Change = null, Refusal = Taken(book, change) } : item)];
    }

    internal static PicsOnefileException Taken(StandardBook book, PlannedChange change) => FailureKinds.ReferenceTaken.About(
        change.Key,
        $"{change.Target}: '{change.NewValue}' is carried by {string.Join(", ", ReferenceWaves.Holders(book, change).Select(holder => $"{holder.QualificationId} ({holder.Title})"))}.");

    private static IEnumerable<VqCase> Cases(VqRequest request, StandardBook book, bool force)
    {
        var named = ComponentKey.Of(OnefileCode.Parse(request.Code));
        var standard = LooseReference.Of(request.StandardCode) is { Length: > 0 } given ? given : named?.StandardCode;
        if (standard is not null && (request.Component ?? named?.Kind) is { } component)
            return [new VqCase(request, book, new ComponentKey(standard, component), ofWhole: false, force)];
        var rows = RowsFor(request, book, standard);
        return rows.Count == 0
            ? [new VqCase(request, book, null, ofWhole: false, force)]
            : rows.Select(row => new VqCase(request, book, new ComponentKey(row.StandardCode, row.Component), ofWhole: rows.Count > 1, force));
    }

    // No component is named: the one that the qualification was recognised as, or all of the standard.
    private static IReadOnlyList<StandardVqReference> RowsFor(VqRequest request, StandardBook book, string? standard)
    {
        // A code of no standard is to be set for whatever the qualification is.
        if (standard is null && (!string.IsNullOrEmpty(request.Code) || string.IsNullOrEmpty(request.QualificationId)))
            return [];
        var rows = standard is null ? book.References : book.OfStandard(standard);
        return string.IsNullOrEmpty(request.QualificationId) ? rows : [.. rows.Where(row => row.QualificationId == request.QualificationId)];
    }

    private static VqPlanItem Item(VqCase @case, VqPlanOptions options)
    {
        var (refusal, skipped) = VqRules.Judge(@case);
        var item = new VqPlanItem(@case.Request) { Component = @case.Row, Refusal = refusal, Skipped = skipped };
        return refusal is null && skipped is null ? item with { Change = Change(@case, options) } : item;
    }

    // One qualification gets one reference in a run, and one reference goes to one qualification.
    private static VqPlanItem Claim(VqPlanItem item, Dictionary<string, PlannedChange> claimed)
    {
        if (item.Change is not { } change)
            return item;
        var keys = new[] { "qualification " + change.Key, "reference " + change.NewValue };
        if (keys.Select(key => claimed.TryGetValue(key, out var earlier) ? earlier : null).FirstOrDefault(earlier => earlier is not null) is { } other)
        {
            return other.Key == change.Key && other.NewValue == change.NewValue
                ? item with { Change = null, Skipped = $"{change.Target} is given twice." }
                : item with { Change = null, Refusal = FailureKinds.ReferenceTaken.About(change.Key, $"{change.Target}: the same run sets {other.Target} to '{other.NewValue}'. Decide for one of them.") };
        }
        foreach (var key in keys)
            claimed[key] = change;
        return item;
    }

    private static PlannedChange Change(VqCase c, VqPlanOptions options) => new()
    {
        Kind = RecordKind.Qualification,
        RecordId = c.QualificationId!,
        Key = c.QualificationId!,
        Field = "VqReference",
        OldValue = c.Qualification!.VqReference,
        NewValue = c.Code,
        Reason = options.Reason,
        Target = $"Qualification {c.QualificationId} ({c.Qualification.Title})",
        Action = $"Set the VQ Reference to {c.Code}" + (string.IsNullOrEmpty(c.Qualification.VqReference) ? "" : $" in place of {c.Qualification.VqReference}"),
    };
}
