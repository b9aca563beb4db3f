using System.Collections.Generic;
using PicsOnefile.PicsWeb;

namespace PicsOnefile.Readiness.Rules;

internal sealed class ConnectionTestSucceeds()
    : ReadinessRule(
        "PO-I003",
        FindingSeverity.Error,
        "PICSWeb's own Connection Test succeeds once it is switched on",
        "Enable-PicsWebSync hands the customer token over again; then Get-PicsWebSync, or OneFile Summary > Integration Status > Connection Test."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Integration.TryGet(out var settings, out var reason))
            return [NotChecked(facts, reason, "Look at OneFile Summary > Integration Status > Connection Test.")];
        if (settings.IntegrationEnabled != true)
            return [];
        return ConnectionTestResult.IsSuccess(settings.ConnectionTest) switch
        {
            true => [],
            false =>
            [
                Found(
                    facts,
                    null,
                    null,
                    $"PICSWeb's Connection Test says '{settings.ConnectionTest}': the customer token may belong to another environment.",
                    Remedy
                ),
            ],
            null =>
            [
                NotChecked(
                    facts,
                    string.IsNullOrWhiteSpace(settings.ConnectionTest)
                        ? "PICSWeb shows no result."
                        : $"PICSWeb says '{settings.ConnectionTest}', which may mean either.",
                    Remedy
                ),
            ],
        };
    }
}
