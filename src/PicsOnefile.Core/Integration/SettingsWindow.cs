using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Integration;

/// <summary>The same by hand: the steps on PICSWeb's Settings window, for tenants whose API cannot change the settings.</summary>
public static class SettingsWindow
{
    /// <summary>The screen with the settings in PICSWeb.</summary>
    public const string Screen = "Integrations > OneFile > Settings";

    private const string Status = "OneFile Summary > Integration Status";

    /// <summary>Lists the steps to switch on with these settings.</summary>
    /// <param name="settings">The wanted settings.</param>
    /// <param name="environment">The connected environment, which the customer token belongs to.</param>
    /// <returns>The steps, in the order of the screen.</returns>
    public static IReadOnlyList<SettingsStep> StepsToEnable(SyncSettings settings, OnefileEnvironment environment) =>
        Steps(
            settings with
            {
                Environment = environment,
                IntegrationEnabled = true,
            },
            settings.HandOverCustomerToken != false ? $"Customer Token: paste the customer token of {environment}." : null
        );

    /// <summary>Lists the steps to switch off.</summary>
    /// <returns>The steps, in the order of the screen.</returns>
    public static IReadOnlyList<SettingsStep> StepsToDisable() => Steps(new SyncSettings { IntegrationEnabled = false }, null);

    private static List<SettingsStep> Steps(SyncSettings asked, string? token)
    {
        var fields = SettingField
            .All.Where(field => field.Asked(asked) is not null)
            .Select(field =>
            {
                var value = SettingField.Text(field.Asked(asked));
                return new SettingsStep
                {
                    Page = Screen,
                    Field = field.Label,
                    Value = SettingChange.InWords(value).Trim('\''),
                    Instruction = $"{field.Label}: {SettingChange.InWords(value)}.",
                };
            });
        SettingsStep[] steps =
        [
            new() { Page = Screen, Instruction = $"Open {Screen}." },
            .. token is null
                ? []
                : new[]
                {
                    new SettingsStep
                    {
                        Page = Screen,
                        Field = "Customer Token",
                        Instruction = token,
                    },
                },
            .. fields,
            new() { Page = Screen, Instruction = "Save." },
            new()
            {
                Page = Status,
                Field = "Connection Test",
                Instruction = "Look at Connection Test under Integration Status.",
            },
            .. asked.IntegrationEnabled == true
                ? new[]
                {
                    new SettingsStep { Page = Status, Instruction = "Press Refresh Qualification Links." },
                }
                : [],
        ];
        return [.. steps.Select((step, index) => step with { Step = index + 1 })];
    }
}
