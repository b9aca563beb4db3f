using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// PICSWeb leaves out a qualification whose VQ Reference is no code of Onefile's. A reference that differs in letter case or blanks alone is an error, for
/// Onefile has it. A reference that Onefile does not have may be taught elsewhere, so it needs a look.
/// </summary>
internal sealed class ReferencesKnownToOnefile()
    : ReadinessRule(
        "PO-Q002",
        FindingSeverity.Error,
        "VQ References are codes that Onefile has",
        "Invoke-QualificationRefresh. Correct the VQ Reference in Qualification Configuration, or add the learning aim to the centre in Onefile. "
            + "Add-LinkExclusion Qualification, if it is meant to stay out of Onefile."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.QualificationLinks.TryGet(out var links, out var reason))
            return [NotChecked(facts, reason, "Invoke-QualificationRefresh, or Connect-PicsOnefile -QualificationPath with an exported list.")];
        var components = facts.Standards.Value ?? [];
        var ofStandards = new HashSet<string>(
            components.Where(component => component.State is VqState.Wrong or VqState.Empty).Select(component => component.QualificationId).OfType<string>(),
            StringComparer.Ordinal
        );
        var notOffered = new HashSet<string>(
            components.Where(component => component.State == VqState.NotInOnefile).Select(component => component.QualificationId).OfType<string>(),
            StringComparer.Ordinal
        );
        var learners = facts
            .Learners.Value?.SelectMany(learner => (learner.VqReferences ?? "").Split(',').Select(reference => reference.Trim()).Distinct())
            .ToLookup(reference => reference, StringComparer.Ordinal);
        return links
            .Where(link =>
                link.State is QualificationLinkState.MissingInOnefile or QualificationLinkState.BadReference
                && !ofStandards.Contains(link.QualificationId ?? "")
                && !facts.PendingReferences.Any(item => item.Key == link.QualificationId)
            )
            // A code that several centres share makes one pair for each of them; the reference is wrong once.
            .GroupBy(link => link.QualificationId)
            .Select(pairs => pairs.First())
            .Select(link =>
                Found(
                    facts,
                    link.QualificationId,
                    link.QualificationTitle,
                    $"{link.Detail} Learners are created without this qualification.{Concerned(learners, link)}".TrimStart(),
                    link.State == QualificationLinkState.MissingInOnefile
                        ? "Add the learning aim to the centre in Onefile and Invoke-QualificationRefresh, or correct the VQ Reference in Qualification "
                            + $"Configuration. If it is not taught in Onefile: Add-LinkExclusion Qualification -QualificationId {link.QualificationId}."
                        : "Correct the VQ Reference in Qualification Configuration; Get-QualificationLink shows Onefile's codes.",
                    Weight(link, notOffered)
                )
            );
    }

    private static string Concerned(ILookup<string, string>? learners, QualificationLink link) =>
        learners is not null && !HeldId.IsEmpty(link.VqReference) && learners[link.VqReference!.Trim()].Count() is var count && count > 0
            ? $" It concerns {count} learner(s)."
            : "";

    private static FindingSeverity Weight(QualificationLink link, HashSet<string> notOffered)
    {
        // The learning aim beside it is the one that the reference can only be meant for.
        if (link.State == QualificationLinkState.BadReference && link.StandardId is not null)
            return FindingSeverity.Error;
        // Not every standard has all four components in Onefile: that one is missing is no mistake.
        return notOffered.Contains(link.QualificationId ?? "") ? FindingSeverity.Information : FindingSeverity.Warning;
    }
}
