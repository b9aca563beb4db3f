using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

internal sealed class QualificationsWithoutUnits()
    : ReadinessRule(
        "PO-Q004",
        FindingSeverity.Warning,
        "Qualifications that Onefile serves have no units attached in PICSWeb",
        "Take the units off the qualification in PICSWeb's Qualification Configuration, if its progress is to come from Onefile. Otherwise Add-LinkExclusion "
            + "Qualification."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.QualificationLinks.TryGet(out var links, out var reason))
            return [NotChecked(facts, reason, Remedy)];
        if (facts.Qualifications.Value is { Count: > 0 } all && all.All(qualification => qualification.HasUnits is null))
            return [NotChecked(facts, "The list of qualifications does not say which of them have units.", "Look at Qualification Configuration in PICSWeb.")];
        return links
            .Where(link => link.State == QualificationLinkState.HasUnits)
            .Select(link =>
                Found(
                    facts,
                    link.QualificationId,
                    link.QualificationTitle,
                    $"'{link.QualificationTitle}' ({link.VqReference}) has units attached in PICSWeb: the sync ignores its progress.",
                    Remedy
                )
            );
    }
}
