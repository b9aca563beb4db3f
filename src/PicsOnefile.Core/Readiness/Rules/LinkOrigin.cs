namespace PicsOnefile.Readiness.Rules;

/// <summary>Whose a link is that two records hold: of what this module wrote the journal names the run.</summary>
internal static class LinkOrigin
{
    /// <summary>Names who set the value, and how to take it back.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="kind">The kind of record, as in the journal.</param>
    /// <param name="key">The record's ID as the journal knows it.</param>
    /// <param name="value">The value that it holds.</param>
    /// <returns>Sentences that follow a remedy.</returns>
    public static string Words(ReadinessFacts facts, string kind, string key, string? value) =>
        facts.LinksMade.TryGetValue((kind, key), out var made) && string.Equals(made.NewValue?.Trim(), value?.Trim(), System.StringComparison.OrdinalIgnoreCase)
            ? $" This module set it (run {made.RunId}, {made.Actor}): Undo-LinkChange {made.RunId} takes that whole run back."
            : " This module did not set it.";
}
