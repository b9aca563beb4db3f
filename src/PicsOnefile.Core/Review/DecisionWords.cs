using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Review;

/// <summary>The words that people write into the column Decision, and what spreadsheets of other languages make of TRUE and FALSE.</summary>
public static class DecisionWords
{
    private static readonly IReadOnlyList<(ReviewDecision Decision, string[] Words)> Table =
    [
        (
            ReviewDecision.Accept,
            ["accept", "accepted", "yes", "y", "ok", "true", "1", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "prawda", "gwir"]
        ),
        (ReviewDecision.Replace, ["replace", "overwrite"]),
        (ReviewDecision.Reject, ["reject", "rejected", "no", "n", "false", "0", "falsch", "faux", "falso", "onwaar", "fałsz", "ffug"]),
        (ReviewDecision.Exclude, ["exclude", "excluded"]),
    ];

    /// <summary>The decisions, as a message lists them.</summary>
    public static string Known => string.Join(", ", Table.Select(row => row.Decision));

    /// <summary>Parses a decision.</summary>
    /// <returns>The decision; null for an empty text.</returns>
    /// <exception cref="PicsOnefileException">ReviewRowInvalid: a word that is none of the table's.</exception>
    public static ReviewDecision? Parse(string? text) =>
        TryRead(text, out var decision) ? decision : throw ErrorKinds.ReviewRowInvalid.For(text, $"'{text}' is not a decision: {Known}, or nothing.");

    /// <summary>Returns what a decided row counts as; null is an undecided one.</summary>
    public static ResultKind ResultOf(ReviewDecision? decision) =>
        decision switch
        {
            null => ResultKind.Undecided,
            ReviewDecision.Reject => ResultKind.Rejected,
            ReviewDecision.Exclude => ResultKind.Excluded,
            _ => ResultKind.Done,
        };

    /// <summary>Reads a cell. An empty cell is no decision.</summary>
    /// <returns>False for a word that is none of the table's.</returns>
    public static bool TryRead(string? cell, out ReviewDecision? decision)
    {
        var word = new string([.. (cell ?? "").Where(c => !char.IsWhiteSpace(c))]).TrimEnd('.', '!');
        decision = Table.Where(row => row.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(row => (ReviewDecision?)row.Decision).FirstOrDefault();
        return decision is not null || word.Length == 0;
    }
}
