using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// Onefile offers a component for which PICSWeb has no qualification. Where PICSWeb knows the standard's other components, one seems to be forgotten. Where it
/// knows none, the provider probably does not teach the standard.
/// </summary>
internal sealed class StandardsHaveQualifications()
    : ReadinessRule(
        "PO-Q005",
        FindingSeverity.Warning,
        "PICSWeb has a qualification for each component of the standards it teaches",
        "Set-StandardVqReference -Create, or Qualification Configuration > Add a New Qualification; Add-LinkExclusion Qualification -Code, if none is wanted."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Standards.TryGet(out var standards, out var reason))
            return [NotChecked(facts, reason, "Invoke-QualificationRefresh, or Connect-PicsOnefile -QualificationPath with an exported list.")];
        return from standard in standards.GroupBy(component => component.StandardCode)
               let taught = standard.Any(component => component.QualificationId is not null && !component.Proposed)
               from component in standard
               where component.State == VqState.NoQualification && !component.Excluded && !facts.Waits(null, component.Code)
               select Found(
                   facts,
                   component.Code,
                   component.StandardTitle,
                   $"{component.StandardTitle} ({component.StandardCode}), {component.Component}: PICSWeb has no qualification with the VQ Reference "
                       + $"'{component.Code}'.{(taught ? " Other components of this standard are there." : "")}",
                   $"Set-StandardVqReference -StandardCode {component.StandardCode} -Create, or Qualification Configuration > Add a New Qualification; if none "
                       + $"is wanted, Add-LinkExclusion Qualification -Code {component.Code}.",
                   taught ? FindingSeverity.Warning : FindingSeverity.Information
               );
    }
}
