using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Qualifications;

/// <summary>The known facts of one component of a standard; the table in <see cref="VqStates"/> gives the state for them.</summary>
internal sealed class ComponentFacts
{
    public ComponentFacts(
        ComponentKey component,
        IReadOnlyList<LearningAim> aims,
        IReadOnlyList<Recognition> recognised,
        Func<Qualification, bool> fitsElsewhere
    )
    {
        Component = component;
        Aims = aims;
        Codes = [.. aims.Select(aim => aim.Code!).Distinct(StringComparer.Ordinal)];
        SameCentre = aims.GroupBy(aim => aim.CentreId).Where(group => group.Count() > 1).Select(group => group.ToList()).FirstOrDefault() ?? [];
        var live = recognised.Where(r => RecordStatus.IsLive(r.Qualification.Status) != false).ToList();
        var strongest = live.Count == 0 ? Evidence.Title : live.Min(r => r.Evidence);
        Fitting = [.. live.Where(r => r.Evidence == strongest).Select(r => r.Qualification)];
        Others = [.. live.Where(r => r.Evidence != strongest && r.Evidence != Evidence.Title).Select(r => r.Qualification)];
        Dormant = [.. recognised.Where(r => r.Evidence != Evidence.Title).Select(r => r.Qualification).Except(live.Select(r => r.Qualification))];
        Proposed = live.Count > 0 && strongest == Evidence.Title;
        Equal = live.Count > 0 && strongest == Evidence.Reference;
        FitsElsewhere = Proposed && Fitting.Count == 1 && fitsElsewhere(Fitting[0]);
    }

    public ComponentKey Component { get; }

    /// <summary>Onefile's learning aims for the component, of all centres.</summary>
    public IReadOnlyList<LearningAim> Aims { get; }

    /// <summary>The codes that Onefile writes for it.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Several learning aims of one centre, where there are such.</summary>
    public IReadOnlyList<LearningAim> SameCentre { get; }

    /// <summary>The live qualifications that the strongest evidence points to.</summary>
    public IReadOnlyList<Qualification> Fitting { get; }

    /// <summary>Live qualifications that weaker evidence points to, the title alone left out.</summary>
    public IReadOnlyList<Qualification> Others { get; }

    /// <summary>Dormant qualifications of the component.</summary>
    public IReadOnlyList<Qualification> Dormant { get; }

    /// <summary>The fitting ones carry Onefile's code.</summary>
    public bool Equal { get; }

    /// <summary>The fitting ones were recognised by their title alone.</summary>
    public bool Proposed { get; }

    /// <summary>The one proposed qualification fits another component too.</summary>
    public bool FitsElsewhere { get; }

    /// <summary>That the component is meant to have no qualification, or null.</summary>
    public LinkExclusion? Excluded { get; init; }

    /// <summary>The qualifications of which a person has said that they are not this component.</summary>
    public IReadOnlyList<LinkExclusion> Rejected { get; init; } = [];

    /// <summary>The one qualification that the component is, or may be.</summary>
    public Qualification? One => Fitting.Count == 1 ? Fitting[0] : null;
}
