using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

internal sealed class ReferencesUnambiguous()
    : ReadinessRule(
        "PO-Q003",
        FindingSeverity.Warning,
        "Each code leads to one learning aim and one qualification",
        "Leave the code with one live qualification, and say which one is meant: Set-StandardVqReference -QualificationId."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        var links = facts.QualificationLinks.TryGet(out var read, out var reason)
            ? read.Where(link => link.State == QualificationLinkState.Ambiguous)
                .Select(link =>
                    Found(
                        facts,
                        link.QualificationId ?? link.StandardId,
                        link.QualificationTitle ?? link.LearningAimTitle,
                        $"The code '{link.Code}' fits several. {link.Detail}".TrimEnd(),
                        "Get-QualificationLink shows them; leave the code with one live qualification, and one learning aim in each centre."
                    )
                )
            : [NotChecked(facts, reason, "Invoke-QualificationRefresh, or Connect-PicsOnefile -QualificationPath with an exported list.")];
        var components = (facts.Standards.Value ?? [])
            .Where(component => component.State == VqState.Ambiguous)
            .Select(component =>
                Found(
                    facts,
                    component.Code ?? component.StandardCode,
                    component.StandardTitle,
                    $"{component.StandardTitle} ({component.StandardCode}), {component.Component}: several fit. {component.Detail}".TrimEnd(),
                    $"Set-StandardVqReference -StandardCode {component.StandardCode} -Component {component.Component} -QualificationId with the right one."
                )
            );
        return links.Concat(components);
    }
}
