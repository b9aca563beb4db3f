using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness.Rules;

/// <summary>No system shows it: only the administrator knows. A missing attestation is an error, for two integrations would write the same records.</summary>
internal sealed class DesktopDeactivated()
    : ReadinessRule(
        "PO-D001",
        FindingSeverity.Error,
        "PICS Desktop's Onefile integration is not active",
        "Deactivate it in PICS Desktop if it is active, then Test-PicsWebSync -DesktopIntegration NeverUsed or Deactivated."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.Attestations.FirstOrDefault(said => said.Subject == nameof(DesktopIntegration)) is { } attested
            ?
            [
                Found(
                    facts,
                    null,
                    null,
                    $"PICS Desktop's integration: {attested.Value}, said {attested.Actor} on {ReadableTime.Day(attested.At)}.",
                    "Nothing to do. If this has changed, deactivate it in PICS Desktop.",
                    FindingSeverity.Information
                ),
            ]
            :
            [
                Found(
                    facts,
                    null,
                    null,
                    "Nobody has said yet whether PICS Desktop's Onefile integration was ever used: two integrations would write the same records.",
                    "Deactivate it in PICS Desktop if it is active, then Test-PicsWebSync -DesktopIntegration NeverUsed or Deactivated."
                ),
            ];
}
