using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Identifiers;

/// <summary>What people and spreadsheets put around an ID, and into it, without meaning it.</summary>
internal static class WrittenId
{
    // An invisible character as messages and lists show it: \u200b.
    private static readonly Regex Shown = new(@"\\u(?<code>[0-9a-f]{4})", RegexOptions.CultureInvariant);

    // Control characters as messages and lists show them: the pictures of NUL to Unit Separator.
    private const char FirstPicture = '\u2400';
    private const char LastPicture = '\u241f';

    /// <summary>
    /// The text without the forms in which spreadsheets and exports keep it a text: an apostrophe before it, or <c>="0012"</c>. Leading zeros stay.
    /// </summary>
    /// <remarks>The apostrophe of 't Hooft and 's Jacob is part of the name.</remarks>
    public static string Unwrapped(string text)
    {
        var inner = text.Trim().Trim('\uFEFF').Trim();
        var partOfName = inner.Length > 2 && char.IsLower(inner[1]) && inner[2] == ' ';
        if (inner.Length > 0 && inner[0] == '\'' && !partOfName)
            inner = inner.Substring(1).Trim();
        if (inner.Length > 2 && inner.StartsWith("=\"", StringComparison.Ordinal) && inner.EndsWith("\"", StringComparison.Ordinal))
            inner = inner.Substring(2, inner.Length - 3).Replace("\"\"", "\"").Trim();
        return inner;
    }

    /// <summary>
    /// Drops invisible characters: marks of byte order and of direction, soft hyphens, spaces of no width. Spaces that do not break become blanks.
    /// </summary>
    /// <returns>The visible text.</returns>
    public static string Visible(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~' and not '\\'))
            return text.Trim();
        var shown = Shown.Replace(text, match =>
            ((char)int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
        );
        return new string([
            .. shown
                .Where(letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                .Where(letter => letter is < FirstPicture or > LastPicture)
                .Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter),
        ]).Trim();
    }

    /// <summary>Whether an ID of a list holds an invisible character.</summary>
    public static bool HasUnseen(string id) => Visible(id) != id;
}
