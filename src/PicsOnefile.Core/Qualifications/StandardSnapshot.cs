using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>The standards of both sides with their components, and what the rules of setting VQ references look up.</summary>
public sealed class StandardSnapshot
{
    private readonly DateTimeOffset? _asOf;
    private readonly StandardAims _aims;
    private readonly Dictionary<(string, StandardComponentKind), StandardVqReference> _rows;
    private readonly Dictionary<string, Qualification> _byId;
    private readonly ILookup<string, Qualification> _carriers;
    private readonly ILookup<string, string> _ids;

    private StandardSnapshot(IReadOnlyList<LearningAim> learningAims, IReadOnlyList<Qualification> qualifications, ExclusionIndex exclusions)
    {
        Exclusions = exclusions;
        LearningAims = learningAims;
        Qualifications = qualifications;
        _asOf = learningAims.Cast<DatedRecord>().Concat(qualifications).Min(record => record.AsOf);
        _aims = new StandardAims(learningAims);
        _byId = qualifications
            .GroupBy(q => q.QualificationId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _carriers = qualifications
            .Where(q => RecordStatus.IsLive(q.Status) != false && !HeldId.IsEmpty(q.VqReference))
            .ToLookup(q => q.VqReference!, StringComparer.Ordinal);
        _ids = RecordId.Index([.. _byId.Keys, .. exclusions.QualificationIds]);
        References = Rows();
        _rows = References.ToDictionary(row => (row.StandardCode, row.Component));
    }

    /// <summary>The learning aims that the snapshot was made of.</summary>
    public IReadOnlyList<LearningAim> LearningAims { get; }

    /// <summary>The qualifications that the snapshot was made of.</summary>
    public IReadOnlyList<Qualification> Qualifications { get; }

    /// <summary>The decisions of people that the snapshot uses.</summary>
    public ExclusionIndex Exclusions { get; }

    /// <summary>Four rows for each standard known on either side, in the order of the standard codes.</summary>
    public IReadOnlyList<StandardVqReference> References { get; }

    /// <summary>Makes the snapshot of both sides' lists.</summary>
    /// <returns>The snapshot. Without exclusions no decision is known.</returns>
    public static StandardSnapshot From(
        IReadOnlyList<LearningAim> learningAims,
        IReadOnlyList<Qualification> qualifications,
        ExclusionIndex? exclusions = null
    ) => new(learningAims, qualifications, exclusions ?? ExclusionIndex.None);

    /// <summary>Finds the four components of a standard.</summary>
    /// <returns>The components; empty where neither side knows the standard.</returns>
    public IReadOnlyList<StandardVqReference> OfStandard(string standardCode) => [.. References.Where(row => row.StandardCode == standardCode)];

    /// <summary>Finds one component of a standard.</summary>
    /// <returns>The component; null where neither side knows the standard.</returns>
    public StandardVqReference? Row(string standardCode, StandardComponentKind component) =>
        _rows.TryGetValue((standardCode, component), out var row) ? row : null;

    /// <summary>Finds a qualification by its exact key.</summary>
    /// <returns>The qualification, or null.</returns>
    public Qualification? Qualification(string id) => _byId.TryGetValue(id, out var qualification) ? qualification : null;

    /// <summary>Replaces a given key with PICSWeb's spelling (<see cref="RecordId"/>).</summary>
    /// <returns>The key; null for an empty text.</returns>
    public string? QualificationIdOf(string? given) => RecordId.AsKnown(given, _ids);

    /// <summary>Proposes a known key for one that no qualification has (<see cref="AutoConversion.Hint"/>).</summary>
    /// <returns>A sentence, or an empty text.</returns>
    internal string HintOfId(string? given) => AutoConversion.Hint(given, _byId.Keys);

    /// <summary>The same for the code of a standard.</summary>
    /// <returns>A sentence, or an empty text.</returns>
    internal string HintOfStandard(string? given) => AutoConversion.Hint(given, References.Select(row => row.StandardCode));

    /// <summary>Finds the live qualifications that carry exactly this reference.</summary>
    /// <returns>These qualifications; more than one where the reference is ambiguous.</returns>
    public IEnumerable<Qualification> Carriers(string reference) => _carriers[reference];

    /// <summary>Finds the code of Onefile's list that a person asks for.</summary>
    /// <returns>The code as Onefile writes it; null where the list has none, or several that may be meant.</returns>
    public string? OnefileCodeFor(string? code) => _aims.Given(code);

    /// <summary>Makes the snapshot as it is after references are written.</summary>
    /// <returns>A new snapshot; this one is unchanged.</returns>
    public StandardSnapshot With(IReadOnlyDictionary<string, string?> references) =>
        new(
            LearningAims,
            [.. Qualifications.Select(q => references.TryGetValue(q.QualificationId, out var reference) ? q with { VqReference = reference } : q)],
            Exclusions
        );

    /// <summary>Makes the snapshot as it is with other decisions.</summary>
    /// <returns>A new snapshot; this one is unchanged.</returns>
    public StandardSnapshot With(ExclusionIndex exclusions) => new(LearningAims, Qualifications, exclusions);

    /// <summary>Makes the snapshot as it is with further qualifications.</summary>
    /// <returns>A new snapshot; this one is unchanged.</returns>
    public StandardSnapshot With(IReadOnlyCollection<Qualification> added) =>
        added.Count == 0 ? this : new(LearningAims, [.. Qualifications, .. added], Exclusions);

    private List<StandardVqReference> Rows()
    {
        var recognitions = Qualifications.SelectMany(q => RecognitionRules.Apply(q, _aims)).Where(recognition => !Exclusions.Overrules(recognition)).ToList();
        var byComponent = recognitions.ToLookup(r => r.Component);
        var fits = recognitions.ToLookup(r => r.Qualification.QualificationId, r => r.Component, StringComparer.Ordinal);
        // A standard that only a title speaks of, or only dormant qualifications, is not known on either side.
        var live = recognitions.Where(r => r.Evidence != Evidence.Title && RecordStatus.IsLive(r.Qualification.Status) != false);
        return
        [
            .. _aims
                .StandardCodes.Concat(live.Select(r => r.Component.StandardCode))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(code => code.Length)
                .ThenBy(code => code, StringComparer.Ordinal)
                .SelectMany(code => RowsOf(code, byComponent, q => fits[q.QualificationId].Skip(1).Any())),
        ];
    }

    private IEnumerable<StandardVqReference> RowsOf(
        string standardCode,
        ILookup<ComponentKey, Recognition> byComponent,
        Func<Qualification, bool> fitsElsewhere
    )
    {
        var facts = StandardComponents
            .All.Select(kind => new ComponentKey(standardCode, kind))
            .Select(key => new ComponentFacts(key, _aims.For(key), [.. byComponent[key]], fitsElsewhere)
            {
                Excluded = Exclusions.OfCode(ExclusionIndex.CodeOf(key)),
                Rejected = [.. Exclusions.RejectedFor(key)],
            })
            .ToList();
        var title = facts
            .SelectMany(f => f.Aims.Select(aim => QualificationTitle.WithoutCode(aim.Title, aim.Code)))
            .Concat(facts.SelectMany(f => f.Fitting.Select(q => q.Title)))
            .FirstOrDefault(text => text.Length > 0)
            ?? "";
        return facts.Select(f => VqStates.Row(f, title) with { AsOf = _asOf });
    }
}
