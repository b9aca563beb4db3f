using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Core.Tests.Wording;

/// <summary>How a text for a user is written: short sentences, in words that a newcomer reads at once.</summary>
internal static class PlainWords
{
    /// <summary>The most words that a sentence may have.</summary>
    public const int MostWords = 20;

    /// <summary>Phrases that a text does not use, and what it says instead. A phrase that is replaced anywhere is one more line here.</summary>
    public static IReadOnlyList<(string Phrase, string Instead)> Replaced { get; } =
    [
        (@"\bstand(s|ing)?\b|\bstood\b", "is, are, has"),
        (@"\ball the same\b", "anyway"),
        (@"\bnot so for\b", "does not hold for"),
        (@"\blooked\b", "checked, read, queried"),
        (@"\bpartners?\b", "match"),
        (@"\b[Ww]hoever\b", "the person who"),
        (@"\bof the kind\b", "name the thing"),
        (@"\bbe it that\b", "even if"),
        (@"\blies?\b", "is, are"),
        (@"\banew\b", "again"),
        (@"\b[Mm]end\b", "correct, repair"),
        (@"\bbut for\b", "except for"),
        (@"\bgravest\b", "most severe"),
        (@"\btruly\b", "really"),
        (@"\b(?<!here )(is|are) no (?!longer\b|more than\b)", "is not a"),
        (@"\bNothing is it\b", "the subject first"),
    ];

    private static readonly List<(Regex Phrase, string Instead)> Patterns =
    [.. Replaced.Select(row => (new Regex(row.Phrase, RegexOptions.CultureInvariant), row.Instead))];

    /// <summary>Finds what is not plain in a text.</summary>
    /// <returns>One line for each finding, with the sentence; none where the text is plain.</returns>
    public static IEnumerable<string> Check(UserText text)
    {
        foreach (var sentence in text.Sentences)
        {
            int words = UserText.CountWords(sentence);
            if (words > MostWords)
                yield return $"{text.Where}: {words} words: {sentence}";
            foreach (var (phrase, instead) in Patterns)
                if (phrase.Match(sentence) is { Success: true } found)
                    yield return $"{text.Where}: '{found.Value}', say {instead}: {sentence}";
        }
    }
}
