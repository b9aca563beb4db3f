using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Identifiers;

/// <summary>
/// The one rule for IDs that a person gives: Idents, Onefile IDs, keys of qualifications, codes of standards, centres, runs. Blanks around an ID and letter
/// case do not count, letter by letter and in no language (a Turkish computer finds what a British one finds); where two records differ in letter case alone,
/// the exact ID names its own.
/// </summary>
/// <remarks>
/// Whether two records are <i>tied</i> is another question: that is the vendors' own comparison, which is not known to pass over letter case. What the two
/// systems hold is therefore compared exactly, so that no link is seen where the vendors may see none.
/// </remarks>
public static class RecordId
{
    /// <summary>Compares IDs that a person gave with those there are.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>
    /// Reads an ID as it was meant. Blanks around it are dropped, and so are invisible characters and what spreadsheets put around a text (<c>="0012"</c>, an
    /// apostrophe).
    /// </summary>
    /// <returns>The ID; null for nothing.</returns>
    public static string? Normalise(string? text) => text is not null && WrittenId.Visible(WrittenId.Unwrapped(text)) is { Length: > 0 } id ? id : null;

    /// <summary>Whether the two are one ID; nothing is no ID.</summary>
    public static bool Same(string? one, string? other) => Normalise(one) is { } id && Normalise(other) is { } with && Comparer.Equals(id, with);

    /// <summary>Whether the ID is one of those.</summary>
    public static bool IsAmong(string? id, IEnumerable<string?> ids) => ids.Any(one => Same(id, one));

    /// <summary>Returns the ID as its system writes it. An unknown or ambiguous ID stays as it was given; null for an empty one.</summary>
    /// <param name="given">What a person gave.</param>
    /// <param name="known">The known IDs; duplicates are allowed.</param>
    public static string? AsKnown(string? given, ILookup<string, string> known)
    {
        if (Normalise(given) is not { } id)
            return null;
        var alike = known[id].Distinct(StringComparer.Ordinal).ToList();
        // A message about an unknown ID shows the given text, invisible characters included.
        return alike.Count switch
        {
            1 => alike[0],
            0 => given!.Trim(),
            _ => alike.Find(one => one == given!.Trim()) ?? id,
        };
    }

    /// <summary>The IDs there are, to be found by <see cref="AsKnown(string?, ILookup{string, string})"/>.</summary>
    public static ILookup<string, string> Index(IEnumerable<string?> ids) => ids.OfType<string>().ToLookup(WrittenId.Visible, id => id, Comparer);

    /// <summary>Those that differ from the given ID in letter case alone, where there are several and none is exactly the given one; otherwise none.</summary>
    public static IReadOnlyList<string> Ambiguous(string? given, ILookup<string, string> known)
    {
        if (Normalise(given) is not { } id)
            return [];
        var alike = known[id].Distinct(StringComparer.Ordinal).ToList();
        return alike.Count > 1 && !alike.Contains(id, StringComparer.Ordinal) ? alike : [];
    }
}
