using System.Collections.Generic;

namespace PicsOnefile.Integration;

/// <summary>The changes of switching, before anything is written.</summary>
public sealed record SyncPlan
{
    /// <summary>The cmdlet's name, for the journal.</summary>
    public required string Command { get; init; }

    /// <summary>The settings that the plan was made on.</summary>
    public required IntegrationSettings Before { get; init; }

    /// <summary>The changes in the order of the Settings window; empty where everything is as asked.</summary>
    public required IReadOnlyList<SettingChange> Changes { get; init; }

    /// <summary>What the administrator should know before confirming, in sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The same by hand: the steps on PICSWeb's screen.</summary>
    public IReadOnlyList<SettingsStep> Steps { get; init; } = [];

    /// <summary>True where PICSWeb's API cannot do it: nothing is written, and a person follows the steps.</summary>
    public bool ByHand { get; init; }

    /// <summary>Why, for the journal; names the errors that -Force overrides.</summary>
    public string? Reason { get; init; }

    /// <summary>The settings window in words, for -WhatIf and -Confirm.</summary>
    public static string Target => "PICSWeb's integration with OneFile";
}

/// <summary>What came of switching.</summary>
/// <param name="Settings">The current settings; null where a person has to change them.</param>
/// <param name="ByHand">The steps for that person; empty where PICSWeb's API did it.</param>
/// <param name="Notice">What the administrator should know of it, or null.</param>
public sealed record SyncOutcome(IntegrationSettings? Settings, IReadOnlyList<SettingsStep> ByHand, string? Notice)
{
    internal static SyncOutcome For(IntegrationSettings settings) => new(settings, [], null);

    internal static SyncOutcome LeftToAPerson(SyncPlan plan) =>
        new(
            null,
            plan.Steps,
            $"This PICSWeb's API cannot change the integration settings: nothing was changed. Follow the {plan.Steps.Count} steps in "
                + $"{SettingsWindow.Screen}, then run Test-PicsWebSync."
        );
}
