using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Integration;

/// <summary>The same by hand: the steps on PICSWeb's Settings window, for tenants whose API cannot change the settings.</summary>
public static class SettingsWindow
{
    /// <summary>Where the settings stand in PICSWeb.</summary>
    public const string Screen = "Integrations > OneFile > Settings";

    /// <summary>The steps to switch on with these settings.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="environment">The connected environment, which the customer token belongs to.</param>
    public static IReadOnlyList<string> StepsToEnable(SyncSettings settings, OnefileEnvironment environment) =>
        Steps(settings with { Environment = environment, IntegrationEnabled = true }, settings.HandOverCustomerToken != false ? $"Customer Token: paste the customer token of {environment}." : null);

    /// <summary>The steps to switch off.</summary>
    public static IReadOnlyList<string> StepsToDisable() => Steps(new SyncSettings { IntegrationEnabled = false }, null);

    private static List<string> Steps(SyncSettings asked, string? token)
    {
        var fields = SettingField.All.Where(field => field.Asked(asked) is not null).Select(field => $"{field.Label}: {SettingChange.InWords(SettingField.Text(field.Asked(asked)))}.");
        string[] steps = [$"Open {Screen}.", .. token is null ? [] : new[] { token }, .. fields, "Save.", "Look at Connection Test under Integration Status."];
        return [.. steps.Select((step, index) => $"{index + 1}. {step}")];
    }
}
