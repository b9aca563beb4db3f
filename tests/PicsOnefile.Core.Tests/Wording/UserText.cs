using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Core.Tests.Wording;

/// <summary>A text that a user reads.</summary>
/// <param name="Where">The file and the line, from 1.</param>
/// <param name="Text">The text; a value that is filled in is {}.</param>
public sealed record UserText(string Where, string Text)
{
    private static readonly Regex Blanks = new(@"\s+", RegexOptions.CultureInvariant);

    // A sentence ends with a full stop and a blank, also inside quotes or brackets. What follows a colon (a list, an example) is counted by itself.
    private static readonly Regex SentenceEnd = new(@"(?<=[.!?][""')]?)\s+(?=\S)", RegexOptions.CultureInvariant);

    private static readonly Regex Colon = new(@":\s", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new(@"[A-Za-z0-9{]", RegexOptions.CultureInvariant);

    /// <summary>The sentences, on one line each.</summary>
    public IReadOnlyList<string> Sentences => [.. SentenceEnd.Split(Blanks.Replace(Text, " ").Trim()).Where(sentence => sentence.Length > 0)];

    /// <summary>Counts the words of the longest part of a sentence; a value that is filled in is one word.</summary>
    /// <returns>The number of words.</returns>
    public static int CountWords(string sentence) => Colon.Split(sentence).Max(part => part.Split(' ').Count(word => Word.IsMatch(word)));
}
