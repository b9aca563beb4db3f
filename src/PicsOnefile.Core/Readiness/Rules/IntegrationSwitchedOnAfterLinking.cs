using System.Collections.Generic;
using PicsOnefile.Integration;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness.Rules;

internal sealed class IntegrationSwitchedOnAfterLinking()
    : ReadinessRule(
        "PO-I001",
        FindingSeverity.Information,
        "The integration is switched on after everything is linked",
        "Disable-PicsWebSync until the errors of the report are corrected."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Integration.TryGet(out var settings, out var reason))
            return [NotChecked(facts, reason, $"Look at {SettingsWindow.Screen} in PICSWeb.")];
        if (settings.IntegrationEnabled is null)
            return [NotChecked(facts, "PICSWeb does not say whether the integration is switched on.", $"Look at {SettingsWindow.Screen} in PICSWeb.")];
        if (settings.IntegrationEnabled == false)
            return [];
        var last = settings.LastSynchronised is { } at ? $"last synchronised {ReadableTime.Minute(at)}" : "not synchronised yet";
        return
        [
            Found(
                facts,
                null,
                null,
                $"The integration is switched on already ({last}): enrolments and the daily sync go on while links are being corrected.",
                "Disable-PicsWebSync until the errors of this report are corrected, if there are any."
            ),
        ];
    }
}
