using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Readiness.Rules;

internal sealed class StandardReferencesEqual()
    : ReadinessRule(
        "PO-Q001",
        FindingSeverity.Error,
        "The VQ References of apprenticeship standards equal Onefile's codes",
        "Get-StandardVqReference, then Set-StandardVqReference."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.Standards.TryGet(out var standards, out var reason)
            ? standards
                .Where(component => component.State is VqState.Wrong or VqState.Empty && !facts.Waits(component.QualificationId, component.Code))
                .Select(component =>
                    Found(
                        facts,
                        component.QualificationId,
                        component.QualificationTitle,
                        $"{component.StandardTitle} ({component.StandardCode}), {component.Component}: the VQ Reference is "
                            + $"{(HeldId.IsEmpty(component.VqReference) ? "empty" : $"'{component.VqReference}'")}, and Onefile's code is "
                            + $"'{component.Code}'. Learners are created without this qualification.",
                        component.Proposed
                            ? $"The qualification is recognised by its title alone: decide in Export-LinkReview, or Set-StandardVqReference -StandardCode "
                                + $"{component.StandardCode} -Component {component.Component} -QualificationId {component.QualificationId}."
                            : $"Set-StandardVqReference -StandardCode {component.StandardCode}",
                        // A title that looks like the component may belong to another qualification: that is for a person to say.
                        component.Proposed
                            ? FindingSeverity.Warning
                            : FindingSeverity.Error
                    )
                )
            : [NotChecked(facts, reason, "Invoke-QualificationRefresh, or Connect-PicsOnefile -QualificationPath with an exported list.")];
}
