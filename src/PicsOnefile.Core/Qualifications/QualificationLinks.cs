using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Qualifications;

/// <summary>How every learning aim and every qualification pair up, as PICSWeb pairs them: by the exact VQ Reference.</summary>
internal static class QualificationLinks
{
    // LARS code with letters, qualification number with or without slashes, or learning aim reference of the ILR. Each has letters, digits and slashes, and at
    // least one digit.
    private static readonly Regex CodeForm = new("^[0-9A-Za-z/]*[0-9][0-9A-Za-z/]*$", RegexOptions.CultureInvariant);

    // States that an exclusion does not hide. PICSWeb acts on them all the same, or they cannot be left as they are.
    private static readonly HashSet<QualificationLinkState> Plain =
    [
        QualificationLinkState.Linked,
        QualificationLinkState.Ambiguous,
        QualificationLinkState.Dormant,
    ];

    // The first that applies counts.
    private static readonly IReadOnlyList<(QualificationLinkState State, Func<Pair, bool> Applies, Func<Pair, string> Detail)> Table =
    [
        (
            QualificationLinkState.Dormant,
            p => p.Qualification is { } q && RecordStatus.IsLive(q.Status) == false,
            _ => "The qualification is dormant in PICSWeb: no learner is enrolled on it."
        ),
        (QualificationLinkState.BadReference, p => p.Qualification is not null && HeldId.IsEmpty(p.Reference), _ => "The VQ Reference is empty."),
        (
            QualificationLinkState.BadReference,
            p => p.Near,
            p => $"The VQ Reference '{p.Reference}' is not written as Onefile's code '{p.Aim!.Code}': PICSWeb compares exactly."
        ),
        (
            QualificationLinkState.BadReference,
            p => p.Qualification is not null && p.Aim is null && !CodeForm.IsMatch(p.Reference),
            p => $"The VQ Reference '{p.Reference}' has not the form of a code."
        ),
        (QualificationLinkState.MissingInPicsWeb, p => p.Qualification is null, p => Missing(p)),
        (QualificationLinkState.MissingInOnefile, p => p.Aim is null, p => $"No learning aim of the connected centres has the code '{p.Reference}'."),
        (
            QualificationLinkState.Ambiguous,
            p => p.Carriers.Count > 1,
            p => $"{p.Carriers.Count} live qualifications carry '{p.Reference}': {Ids(p.Carriers.Select(q => q.QualificationId))}."
        ),
        (
            QualificationLinkState.Ambiguous,
            p => p.Twins.Count > 1,
            p => $"{p.Twins.Count} learning aims of one centre carry '{p.Reference}': {Ids(p.Twins.Select(aim => aim.StandardId))}."
        ),
        (
            QualificationLinkState.HasUnits,
            p => p.Qualification!.HasUnits == true,
            _ => "Units are attached in PICSWeb: the synchronisation ignores the qualification's progress."
        ),
        (QualificationLinkState.Linked, _ => true, _ => ""),
    ];

    /// <summary>Pairs learning aims with qualifications.</summary>
    /// <returns>The pairs of the qualifications in their order, then the learning aims that no qualification finds.</returns>
    public static IReadOnlyList<QualificationLink> Create(
        IReadOnlyList<LearningAim> aims,
        IReadOnlyList<Qualification> qualifications,
        ExclusionIndex? exclusions = null
    )
    {
        var coded = aims.Where(aim => !string.IsNullOrWhiteSpace(aim.Code)).ToList();
        var exact = coded.ToLookup(aim => aim.Code!, StringComparer.Ordinal);
        var near = coded.ToLookup(aim => LooseReference.Normalise(aim.Code), StringComparer.Ordinal);
        var live = qualifications
            .Where(q => RecordStatus.IsLive(q.Status) != false && !HeldId.IsEmpty(q.VqReference))
            .ToLookup(q => q.VqReference!, StringComparer.Ordinal);
        var dormant = qualifications
            .Where(q => RecordStatus.IsLive(q.Status) == false && !HeldId.IsEmpty(q.VqReference))
            .ToLookup(q => q.VqReference!, StringComparer.Ordinal);
        var twins = coded.ToLookup(aim => (aim.CentreId, aim.Code));
        var asOf = aims.Cast<DatedRecord>().Concat(qualifications).Min(record => record.AsOf);
        var found = new HashSet<LearningAim>();
        var links = new List<QualificationLink>();
        foreach (var qualification in qualifications)
        {
            var pairs = PairsOf(qualification, exact, near);
            if (RecordStatus.IsLive(qualification.Status) != false)
                found.UnionWith(pairs.Select(pair => pair.Aim).OfType<LearningAim>());
            links.AddRange(
                pairs.Select(pair =>
                    Show(pair with { Carriers = [.. live[pair.Reference]], Twins = pair.Aim is null ? [] : [.. twins[(pair.Aim.CentreId, pair.Aim.Code)]] })
                )
            );
        }
        links.AddRange(aims.Where(aim => !found.Contains(aim)).Select(aim => Show(new Pair(null, aim) { Dormant = [.. dormant[aim.Code ?? ""]] })));
        return links;

        QualificationLink Show(Pair pair) => Link(pair, exclusions ?? ExclusionIndex.None) with { AsOf = asOf };
    }

    private static List<Pair> PairsOf(Qualification qualification, ILookup<string, LearningAim> exact, ILookup<string, LearningAim> near)
    {
        var reference = qualification.VqReference ?? "";
        var pairs = exact[reference].Select(aim => new Pair(qualification, aim)).ToList();
        if (pairs.Count == 0 && RecordStatus.IsLive(qualification.Status) != false && LooseReference.Normalise(reference) is { Length: > 0 } loose)
            pairs.AddRange(near[loose].Select(aim => new Pair(qualification, aim) { Near = true }));
        return pairs.Count > 0 ? pairs : [new Pair(qualification, null)];
    }

    private static string Missing(Pair p) =>
        (p.Aim!.Code, p.Dormant.Count) switch
        {
            (null or "", _) => "The learning aim has no code in Onefile: PICSWeb cannot find it.",
            (var code, > 0) => $"Only dormant qualifications carry '{code}': {Ids(p.Dormant.Select(q => q.QualificationId))}.",
            var (code, _) => $"No qualification of PICSWeb carries '{code}'.",
        };

    private static string Ids(IEnumerable<string> ids) => string.Join(", ", ids);

    private static QualificationLink Link(Pair pair, ExclusionIndex exclusions)
    {
        var row = Table.First(line => line.Applies(pair));
        var code = pair.Aim?.Code ?? (pair.Reference.Length == 0 ? null : pair.Reference);
        var said = Plain.Contains(row.State) ? null : exclusions.Find(pair.Qualification?.QualificationId, code);
        return new QualificationLink
        {
            Code = code,
            State = said is null ? row.State : QualificationLinkState.Excluded,
            QualificationId = pair.Qualification?.QualificationId,
            QualificationTitle = pair.Qualification?.Title,
            VqReference = pair.Qualification?.VqReference,
            StandardId = pair.Aim?.StandardId,
            LearningAimTitle = pair.Aim?.Title,
            CentreId = pair.Aim?.CentreId,
            Detail = said is null ? row.Detail(pair) : $"{row.Detail(pair)} It is meant to be so, said {ExclusionIndex.Words(said)}",
        };
    }

    private sealed record Pair(Qualification? Qualification, LearningAim? Aim)
    {
        public string Reference => Qualification?.VqReference ?? "";

        /// <summary>The reference is not the code, and can only be meant for it.</summary>
        public bool Near { get; init; }

        /// <summary>The live qualifications that carry the reference.</summary>
        public IReadOnlyList<Qualification> Carriers { get; init; } = [];

        /// <summary>The learning aims of this centre that carry the code.</summary>
        public IReadOnlyList<LearningAim> Twins { get; init; } = [];

        /// <summary>The dormant qualifications that carry the code.</summary>
        public IReadOnlyList<Qualification> Dormant { get; init; } = [];
    }
}
