using System;
using System.Text;

namespace PicsOnefile.Core.Tests.Fuzz;

/// <summary>
/// A sound text, spoilt at a few places: what readers meet in the field is nearly right, and random characters alone never come past the heading.
/// </summary>
internal static class Spoilt
{
    private static readonly string[] Pieces =
    [
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\\u0000",
        "\\ud800",
        "\0",
        "\u001b[2J",
        "\u202e",
        "\ufeff",
        "null",
        "true",
        "NaN",
        "-0",
        "1e999",
        "99999999999999999999",
        "=cmd|' /C calc'!A0",
        "'",
        "<script>",
        "é",
        "\ud83d",
        "//host/",
        "../",
        "{id}",
        "https://elsewhere.example/",
        "$ref",
        "sep=;",
    ];

    /// <summary>The text after one to eight changes; the same seed makes the same text.</summary>
    public static string Of(string sound, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(sound);
        for (var change = random.Next(1, 9); change > 0; change--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 24), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3 when length > 0:
                    text[at] = (char)random.Next(0x3000);
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        return text.ToString();
    }
}
