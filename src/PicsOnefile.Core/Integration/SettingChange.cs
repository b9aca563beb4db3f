namespace PicsOnefile.Integration;

/// <summary>One setting that gets another value.</summary>
/// <param name="Field">The module's name of the setting; the journal's Field.</param>
/// <param name="Label">The name on PICSWeb's screen.</param>
/// <param name="OldValue">The value that PICSWeb showed when the plan was made; null for nothing, and for the token.</param>
/// <param name="NewValue">The wanted value; for the token the word "set".</param>
public sealed record SettingChange(string Field, string Label, string? OldValue, string? NewValue)
{
    /// <summary>What the journal says in place of a secret.</summary>
    public const string SecretSet = "set";

    /// <summary>The change in words, for -WhatIf and -Confirm.</summary>
    public string Action =>
        Field == SettingField.CustomerToken
            ? "Hand over the customer token of the connection"
            : $"Set {Label} to {InWords(NewValue)}" + (OldValue is null ? "" : $" in place of {InWords(OldValue)}");

    /// <summary>The value for the request; the token stays a SecureString until then.</summary>
    internal object? Value { get; init; }

    internal static string InWords(string? value) =>
        value switch
        {
            null => "nothing",
            "True" => "Yes",
            "False" => "No",
            _ => $"'{value}'",
        };
}
