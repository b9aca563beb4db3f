namespace PicsOnefile;

/// <summary>One step on PICSWeb's Settings window, for tenants whose API cannot change the settings.</summary>
public sealed record SettingsStep
{
    /// <summary>The step's number, from 1.</summary>
    public int Step { get; init; }

    /// <summary>The window, in PICSWeb's words.</summary>
    public string Page { get; init; } = "";

    /// <summary>The field, in PICSWeb's words; null where the step is none about a field.</summary>
    public string? Field { get; init; }

    /// <summary>What to enter; null where the step is none about a field, and for the customer token, which is never shown.</summary>
    public string? Value { get; init; }

    /// <summary>The step in a sentence.</summary>
    public string Instruction { get; init; } = "";
}
