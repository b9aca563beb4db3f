using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Preview;

/// <summary>Which qualifications an enrolment gives to a learner: those whose VQ Reference is a code on the centre's list.</summary>
internal sealed class OfferedAims
{
    private readonly ILookup<(string Centre, string Code), LearningAim> _aims;
    private readonly ILookup<string, Qualification> _qualifications;

    public OfferedAims(PreviewFacts facts)
    {
        _aims = facts.Aims.Where(aim => !string.IsNullOrWhiteSpace(aim.Code)).ToLookup(aim => (aim.CentreId, Loose(aim.Code!)));
        _qualifications = facts.Qualifications.ToLookup(qualification => Loose(qualification.VqReference ?? ""));
    }

    /// <summary>Finds the outcome of a reference in a centre.</summary>
    /// <returns>The item of the preview.</returns>
    public PreviewItem Give(string reference, string centreId)
    {
        var titles = _qualifications[Loose(reference)].Select(qualification => qualification.Title).Distinct(StringComparer.Ordinal).Take(2).ToList();
        var item = new PreviewItem
        {
            Kind = PreviewKind.Qualification,
            Ident = reference,
            Name = titles.Count == 1 ? titles[0] : null,
            CentreId = centreId,
        };
        if (reference.Length == 0)
            return item with { Action = PreviewAction.LeftOut, Reason = "A qualification of the learner has no VQ Reference." };
        var aims = _aims[(centreId, Loose(reference))].ToList();
        if (aims.Count == 0)
            return item with { Action = PreviewAction.LeftOut, Reason = $"No learning aim of the centre has the code '{reference}'." };
        return item with { Action = PreviewAction.Use, ExistingId = aims[0].StandardId, Reason = Given(reference, aims) };
    }

    // It is not known whether PICSWeb compares letter case. The preview says what it assumes, and the rule about references asks for the exact writing.
    private static string Given(string reference, List<LearningAim> aims) =>
        (aims.Count, reference == aims[0].Code) switch
        {
            ( > 1, _) => $"{aims.Count} learning aims of the centre have the code: the enrol window asks which.",
            (_, false) => $"Onefile writes it '{aims[0].Code}': set the VQ Reference exactly so.",
            _ => $"The learning aim is {aims[0].Title}.",
        };

    private static string Loose(string text) => text.Trim().ToUpperInvariant();
}
