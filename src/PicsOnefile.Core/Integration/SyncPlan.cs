using System.Collections.Generic;

namespace PicsOnefile.Integration;

/// <summary>What switching would change, before anything is written.</summary>
public sealed record SyncPlan
{
    /// <summary>The cmdlet's name, for the journal.</summary>
    public required string Command { get; init; }

    /// <summary>The settings that the plan was made on.</summary>
    public required IntegrationSettings Before { get; init; }

    /// <summary>The changes in the order of the Settings window; empty where everything stands as asked.</summary>
    public required IReadOnlyList<SettingChange> Changes { get; init; }

    /// <summary>What the administrator should know before confirming, in sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The same by hand: the steps on PICSWeb's screen.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Why, for the journal; names the errors that -Force overrides.</summary>
    public string? Reason { get; init; }

    /// <summary>The settings window in words, for -WhatIf and -Confirm.</summary>
    public static string Target => "PICSWeb's integration with OneFile";
}
