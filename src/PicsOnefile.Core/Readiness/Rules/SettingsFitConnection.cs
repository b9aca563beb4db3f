using System.Collections.Generic;
using PicsOnefile.Integration;

namespace PicsOnefile.Readiness.Rules;

internal sealed class SettingsFitConnection()
    : ReadinessRule(
        "PO-I002",
        FindingSeverity.Error,
        "PICSWeb uses the connected environment",
        "Enable-PicsWebSync -Environment with the connected one, or connect to the one that PICSWeb uses."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Integration.TryGet(out var settings, out var reason))
            return [NotChecked(facts, reason, $"Compare Environment on {SettingsWindow.Screen} with {facts.Environment}.")];
        if (settings.Environment is not { } environment || environment == facts.Environment)
            return [];
        // While it is switched off the setting does no harm, and switching on sets it.
        return
        [
            Found(
                facts,
                environment.ToString(),
                null,
                $"PICSWeb is set to {environment}, and the links are checked in {facts.Environment}.",
                $"Enable-PicsWebSync -Environment {facts.Environment}, or connect to {environment}.",
                settings.IntegrationEnabled == false ? FindingSeverity.Information : FindingSeverity.Error
            ),
        ];
    }
}
