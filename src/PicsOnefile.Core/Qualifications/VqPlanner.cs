using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>From requests to changes of VQ references, without writing anything.</summary>
public static class VqPlanner
{
    /// <summary>Plans requests. A request for a whole standard gives one item for each of its components.</summary>
    /// <returns>The items, in the order of the requests.</returns>
    public static IReadOnlyList<VqPlanItem> Plan(StandardSnapshot snapshot, IReadOnlyList<VqRequest> requests, VqPlanOptions options)
    {
        var claimed = new Dictionary<string, VqPlanItem>(StringComparer.Ordinal);
        var items = requests
            .Select(request => request with { QualificationId = snapshot.QualificationIdOf(request.QualificationId) })
            .SelectMany(request => Cases(request, snapshot, options))
            .Select(@case => Item(@case, options))
            .ToList();
        var said = ExclusionIndex.From(
            items.Select(item => item.Exclusion).OfType<LinkExclusion>().GroupBy(one => (one.Ident, one.OnefileId)).Select(same => same.First())
        );
        items = [.. items.Select(item => Claim(Oppose(item, said), claimed))];
        var (_, taken) = ReferenceWaves.Arrange(snapshot, [.. items.Select(item => item.Change).OfType<PlannedChange>()]);
        return
        [
            .. items.Select(item =>
                item.Change is { } change && taken.Contains(change) ? item with { Step = new PlanStep.Refused(Taken(snapshot, change)) } : item
            ),
        ];
    }

    internal static PicsOnefileException Taken(StandardSnapshot snapshot, PlannedChange change) =>
        ErrorKinds.ReferenceTaken.For(
            change.Key,
            $"{change.Target}: '{change.NewValue}' is carried by "
                + $"{string.Join(", ", ReferenceWaves.FindOtherCarriers(snapshot, change).Select(holder => $"{holder.QualificationId} ({holder.Title})"))}."
        );

    private static IEnumerable<VqCase> Cases(VqRequest request, StandardSnapshot snapshot, VqPlanOptions options)
    {
        // A standard that cannot be read names no component: a rule refuses the request.
        if (request.NamesNoStandard)
            return [new VqCase(request, snapshot, null, ofWhole: false, options)];
        var named = ComponentKey.From(OnefileCode.Parse(request.Code));
        var standard = LarsCode.Parse(request.StandardCode) ?? named?.StandardCode;
        if (standard is not null && (request.Component ?? named?.Kind) is { } component)
            return [new VqCase(request, snapshot, new ComponentKey(standard, component), ofWhole: false, options)];
        var rows = RowsFor(request, snapshot, standard);
        return rows.Count == 0
            ? [new VqCase(request, snapshot, null, ofWhole: false, options)]
            : rows.Select(row => new VqCase(request, snapshot, new ComponentKey(row.StandardCode, row.Component), ofWhole: rows.Count > 1, options));
    }

    // No component is named: the one that the qualification was recognised as, or all of the standard.
    private static IReadOnlyList<StandardVqReference> RowsFor(VqRequest request, StandardSnapshot snapshot, string? standard)
    {
        // A code of no standard is to be set for whatever the qualification is.
        if (standard is null && (!string.IsNullOrEmpty(request.Code) || string.IsNullOrEmpty(request.QualificationId)))
            return [];
        var rows = standard is null ? snapshot.References : snapshot.OfStandard(standard);
        return string.IsNullOrEmpty(request.QualificationId) ? rows : [.. rows.Where(row => row.QualificationId == request.QualificationId)];
    }

    private static VqPlanItem Item(VqCase @case, VqPlanOptions options)
    {
        var said = @case.Exclusion;
        var step =
            (said is null ? VqRules.Judge(@case) : VqRules.JudgeExclusion(@case)) is { } judged ? judged
            : said is not null ? Exclude(said, @case.Request, options)
            : @case.Creates ? new PlanStep.Create(new(NewQualification(@case), Reason(@case, options)))
            : new PlanStep.Write(Change(@case, options));
        return new(@case.Request, @case.Row, step);
    }

    private static PlanStep.Exclude Exclude(LinkExclusion said, VqRequest request, VqPlanOptions options)
    {
        var reason = request.Note ?? options.Reason ?? (request.Decision == ReviewDecision.Exclude ? "Excluded in the review." : "Rejected in the review.");
        return new(
            said with { Environment = options.Environment, Reason = reason, Actor = options.Actor, At = options.Now },
            $"Qualification {said.Ident ?? said.OnefileId}",
            said.Ident is null ? $"Remember that {said.OnefileId} is meant to have none"
                : said.OnefileId is null ? $"Exclude it ({reason})"
                : $"Remember that it is not {said.OnefileId}"
        );
    }

    // Onefile's title becomes PICSWeb's, because people find the qualification by it. Where the title does not name the component, its word is added.
    private static Qualification NewQualification(VqCase c)
    {
        var aim = c.Snapshot.LearningAims.First(one => one.Code == c.Code);
        var title = QualificationTitle.WithoutCode(aim.Title, aim.Code);
        var told = new QualificationTitle(title);
        var isPlain = c.Key!.Kind == StandardComponentKind.Standard || told.Components.Contains(c.Key.Kind);
        return new Qualification
        {
            VqReference = c.Code,
            Title = isPlain ? title : $"{title} - {StandardComponents.Name(c.Key.Kind)}",
            Level = told.Level?.ToString(CultureInfo.InvariantCulture),
            Status = "Live",
        };
    }

    // What the same run says against a reference holds, wherever in the run it is said.
    private static VqPlanItem Oppose(VqPlanItem item, ExclusionIndex said)
    {
        if (Reference(item) is not { } reference || said.Find(item.Change?.Key, reference) is not { } no)
            return item;
        var what =
            no.OnefileId is null ? "excludes it"
            : no.Ident is null ? $"says that {reference} is meant to have none"
            : $"says that it is not {reference}";
        var refusal = ErrorKinds.ReviewRowInvalid.For(
            item.Change?.Key ?? reference,
            $"{item.Step.Target}: the same run also {what}. Decide for one of the two."
        );
        return item with { Step = new PlanStep.Refused(refusal) };
    }

    // One qualification gets one reference in a run, and one reference goes to one qualification.
    private static VqPlanItem Claim(VqPlanItem item, Dictionary<string, VqPlanItem> claimed)
    {
        if (item.Change is null && item.Creation is null)
            return item;
        string[] keys = item.Change is { } change ? ["qualification " + change.Key, "reference " + change.NewValue] : ["reference " + item.Creation!.Code];
        if (keys.Select(key => claimed.TryGetValue(key, out var earlier) ? earlier : null).FirstOrDefault(earlier => earlier is not null) is { } other)
        {
            PlanStep step =
                other.Change?.Key == item.Change?.Key && Reference(other) == Reference(item)
                    ? new PlanStep.Skipped($"{item.Step.Target} is given twice.")
                    : new PlanStep.Refused(
                        ErrorKinds.ReferenceTaken.For(
                            item.Change?.Key ?? item.Creation!.Code,
                            $"{item.Step.Target}: the same run sets {other.Step.Target} to '{Reference(other)}'. Decide for one of them."
                        )
                    );
            return item with { Step = step };
        }
        foreach (var key in keys)
            claimed[key] = item;
        return item;
    }

    private static string? Reference(VqPlanItem item) => item.Change?.NewValue ?? item.Creation?.Code;

    private static PlannedChange Change(VqCase c, VqPlanOptions options) =>
        new()
        {
            Kind = RecordKind.Qualification,
            RecordId = c.QualificationId!,
            Key = c.QualificationId!,
            Field = RecordField.VqReference.Name,
            OldValue = c.Qualification!.VqReference,
            NewValue = c.Code,
            Reason = Reason(c, options),
            Target = $"Qualification {c.QualificationId} ({c.Qualification.Title})",
            Action =
                c.Qualification.VqReference == c.Code
                    ? $"Keep the VQ Reference {c.Code}, and take its change off the worklist"
                    : $"Set the VQ Reference to {c.Code}"
                        + (HeldId.IsEmpty(c.Qualification.VqReference) ? "" : $" in place of {c.Qualification.VqReference}"),
        };

    private static string? Reason(VqCase c, VqPlanOptions options)
    {
        var words = new[] { options.Reason, c.Request.Decision is { } decision ? $"review: {decision}" : null, c.Request.Note };
        return string.Join("; ", words.Where(word => !string.IsNullOrWhiteSpace(word))) is { Length: > 0 } reason ? reason : null;
    }
}
