using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace PicsOnefile.Errors;

/// <summary>
/// Foreign text on its way to a person, as a record's field or in a message: it may be endless, and it may carry sequences that steer a terminal. It is
/// made harmless where it comes in, so that no view, file or prompt has to think of it; what is compared and sent back stays as it was.
/// </summary>
public static class Readable
{
    // U+2400, the picture of NUL; those of the other control characters follow in order.
    private const char FirstPicture = '\u2400';

    // No part of a path is as long: a path stays whole.
    private static readonly Regex EndlessWord = new(@"[^\s/\\]{301,}", RegexOptions.CultureInvariant);

    /// <summary>How much of a foreign text a message shows, in characters.</summary>
    public const int LongestExcerpt = 300;

    /// <summary>The longest field of a record, in characters: more than any name, address or title that a person typed.</summary>
    public const int LongestField = 1000;

    /// <summary>The longest message, in characters: more than any of the module's own.</summary>
    public const int LongestMessage = 10_000;

    /// <summary>A field of a record: on one line, trimmed, at most <see cref="LongestField"/> characters; null for nothing.</summary>
    public static string? Field(string? text)
    {
        var line = Line(text ?? "", LongestField).Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>What a person wrote into a cell, its line breaks too; null for nothing. It may be a reason, and longer than a field is.</summary>
    public static string? Text(string? text) =>
        text is null
            ? null
            : string.Join(
                "\n",
                text.Split('\n')
                    .Select(line =>
                        line.EndsWith("\r", StringComparison.Ordinal)
                            ? Line(line.Substring(0, line.Length - 1), LongestMessage) + '\r'
                            : Line(line, LongestMessage)
                    )
            );

    /// <summary>A value that has to be shown as it is: control characters as their pictures (␛ for Escape), invisible ones by their numbers.</summary>
    public static string? ShowInvisible(string? value)
    {
        if (value is null || !value.Any(IsUnseen))
            return value;

        var shown = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            _ =
                character < ' ' ? shown.Append((char)(FirstPicture + character))
                : IsUnseen(character) ? shown.Append(Number(character))
                : shown.Append(character);
        }

        return shown.ToString();
    }

    private static bool IsUnseen(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    /// <summary>
    /// Makes a whole message of the module readable, into which foreign words may have come. Invisible characters are shown by their numbers. An ID that is not
    /// found for such a character would otherwise look like the existing one.
    /// </summary>
    /// <remarks>An endless value (an ID of 100,000 characters) is cut, so that the rest of the sentence stays in sight.</remarks>
    /// <returns>The message.</returns>
    public static string Message(string text) =>
        Line(EndlessWord.Replace(Shown(text), word => word.Value.Substring(0, LongestExcerpt) + "…"), LongestMessage);

    private static string Shown(string text) =>
        text.Any(IsFormat) ? string.Concat(text.Select(character => IsFormat(character) ? Number(character) : character.ToString())) : text;

    private static bool IsFormat(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Format;

    private static string Number(char character) => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture);

    /// <summary>The text on one line: control characters become blanks, invisible format characters go, and what is too long ends in an ellipsis.</summary>
    public static string Line(string text, int longest = LongestExcerpt)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var character in text)
        {
            var category = char.GetUnicodeCategory(character);
            if (category == UnicodeCategory.Format)
                continue;

            if (line.Length == longest)
                return line.Append('…').ToString();

            line.Append(category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : character);
        }

        return line.ToString();
    }
}
