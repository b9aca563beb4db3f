using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Review;

/// <summary>What a person typed into OtherId and a spreadsheet made of it.</summary>
internal static class TypedId
{
    private static readonly IReadOnlyList<Func<string, string>> Forms = [id => id, id => id.ToUpperInvariant(), id => id.ToUpperInvariant().TrimStart('0')];

    /// <summary>Reads the cell as it was typed.</summary>
    /// <returns>The text; null where it has no visible character. A space of no width is none.</returns>
    public static string? From(string? cell) => RecordId.Normalise(cell) is null ? null : cell;

    /// <summary>The ID that is meant, as its system writes it; or what is wrong with it, in words.</summary>
    /// <param name="typed">The cell.</param>
    /// <param name="known">The IDs there are, or null where they cannot be read.</param>
    /// <param name="what">The kind of ID in words, for the message.</param>
    public static (string? Id, string? Fault) Resolve(string typed, ILookup<string, string>[]? known, string what)
    {
        if (known is null)
            return AutoConversion.IsShortNumber(typed) || AutoConversion.IsDate(typed) ? (null, Rewritten(typed)) : (typed, null);
        // An invisible character in the cell is not part of the ID.
        typed = RecordId.Normalise(typed) ?? typed;
        // As it was typed first, then without regard to letter case, then without the leading zeros that spreadsheets drop.
        for (var at = 0; at < Forms.Count; at++)
        {
            var found = known[at][Forms[at](typed)].Take(4).ToList();
            if (found.Count == 1)
                return (found[0], null);
            if (found.Count > 1)
                return (null, $"'{typed}' may be {string.Join(" or ", found)}: type it as text (format the cell as Text, or begin with an apostrophe).");
        }
        return (
            null,
            AutoConversion.IsShortNumber(typed)
                ? Rewritten(typed)
                : $"there is no {what} '{typed}'. Where a spreadsheet made a date or a number of it, format the cell as Text and type it again."
        );
    }

    /// <summary>Indexes the known IDs by each form in which they may have been typed.</summary>
    /// <returns>One index for each form.</returns>
    public static ILookup<string, string>[] Index(IEnumerable<string> ids)
    {
        var distinct = ids.Distinct(StringComparer.Ordinal).ToList();
        return [.. Forms.Select(form => distinct.ToLookup(form, StringComparer.Ordinal))];
    }

    private static string Rewritten(string typed) =>
        AutoConversion.IsShortNumber(typed)
            ? $"a spreadsheet has made '{typed}' of the ID, and its last digits are lost. Format the cell as Text and type it again."
            : $"a spreadsheet has made the date '{typed}' of the ID. Format the cell as Text and type it again.";
}
