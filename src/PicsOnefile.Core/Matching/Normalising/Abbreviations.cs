using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Short forms in the names of firms, schools, trusts and councils, and the words that every other name has as well.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, string[]> Table = WordList
        .Load(WordLists.OrganisationShortForms)
        .Rows.ToDictionary(row => row[0], row => row[1].Split(' '), StringComparer.Ordinal);

    private static readonly WordList List = WordList.Load(WordLists.OrganisationWords);

    // Left out of every name.
    private static readonly HashSet<string> Dropped = List.Words("dropped");

    // Where two names differ in these alone, they are probably one; they are no proof of it either.
    private static readonly HashSet<string> Fillers = List.Words("filler");

    // What is written behind a name by one and left out by another, and distinguishes no firms at one place.
    private static readonly HashSet<string> Endings = List.Words("ending");

    // A school of one faith is another than that of another faith in the same parish; one list may leave the faith out.
    private static readonly HashSet<string> Faiths = List.Words("faith");

    // Words of a trade or an institution: hundreds of names have them, even where a short list has only one.
    private static readonly HashSet<string> Trades = List.Words("trade");

    /// <summary>Returns the words that an abbreviation means: its long form, without a plural s. Empty for a word that is left out.</summary>
    public static IEnumerable<string> Expand(string word)
    {
        if (Dropped.Contains(word))
            yield break;
        if (!Table.TryGetValue(word, out var expanded))
        {
            yield return Singular(word);
            yield break;
        }

        foreach (var part in expanded)
            yield return Singular(part);
    }

    /// <summary>True for a word in which names of one firm often differ.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>True for a filler behind names and means nothing there: &amp; Co, (UK), in administration.</summary>
    public static bool IsEnding(string word) => Endings.Contains(word);

    /// <summary>True for the faith of a school.</summary>
    public static bool IsFaith(string word) => Faiths.Contains(word);

    /// <summary>True for a word that names a trade or an institution.</summary>
    public static bool IsTrade(string word) => Trades.Contains(word);

    /// <summary>A word without a plural s: names are written with and without it.</summary>
    public static string Singular(string word) =>
        word.Length < 4 || word[word.Length - 1] != 's' || word[word.Length - 2] is 's' or 'u' or 'i' ? word
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 5 ? word.Substring(0, word.Length - 3) + "y"
        : word.Substring(0, word.Length - 1);
}
