using System;
using System.Globalization;
using System.Text;

namespace PicsOnefile.Http;

/// <summary>Foreign text on its way into a message: it may be endless, and it may carry sequences that steer a terminal.</summary>
public static class Readable
{
    /// <summary>How much of a foreign text a message shows, in characters.</summary>
    public const int LongestExcerpt = 300;

    /// <summary>The text on one line: control characters become blanks, invisible format characters go, and what is too long ends in an ellipsis.</summary>
    public static string Line(string text, int longest = LongestExcerpt)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (char character in text)
        {
            UnicodeCategory category = char.GetUnicodeCategory(character);
            if (category == UnicodeCategory.Format)
                continue;

            if (line.Length == longest)
                return line.Append('…').ToString();

            line.Append(category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : character);
        }

        return line.ToString();
    }
}
