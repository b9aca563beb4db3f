using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Legal forms at the end of a name, and what they are short for. They do not distinguish one firm from another.</summary>
internal static class LegalForms
{
    // Names of several words are tried first, longest first; what is no form (in liquidation) is taken out too.
    private static readonly ILookup<bool, (string[] Words, string Form)> List = WordList
        .Load(WordLists.LegalForms)
        .Rows.Select(row => (Words: row[0].Split(' '), Form: row[1] == "-" ? "" : row[1]))
        .ToLookup(row => row.Words.Length > 1);

    private static readonly (string[] Words, string Form)[] Phrases = List[true].OrderByDescending(row => row.Words.Length).ToArray();

    private static readonly Dictionary<string, string> Words = List[false].ToDictionary(row => row.Words[0], row => row.Form, StringComparer.Ordinal);

    /// <summary>
    /// Takes the legal forms out of a name's words. Returns the last one, or an empty text. A name that is nothing else is left as it is.
    /// </summary>
    public static string TakeOut(List<string> words)
    {
        var form = "";
        foreach (var (phrase, abbreviated) in Phrases)
        {
            for (var at = words.Count - phrase.Length; at > 0; at--)
            {
                if (!IsAt(words, at, phrase))
                    continue;
                words.RemoveRange(at, phrase.Length);
                form = abbreviated.Length > 0 ? abbreviated : form;
            }
        }

        for (var at = words.Count - 1; at > 0; at--)
        {
            if (FormOf(words[at]) is not { } found)
                continue;
            words.RemoveAt(at);
            form = form.Length == 0 ? found : form;
        }

        return form;
    }

    // "Limted" is no word of the firm's own name; of forms as long as this one a typing error makes nothing else.
    private static string? FormOf(string word) =>
        Words.TryGetValue(word, out var form) ? form
        : word.Length >= 6 && word[0] == 'l' && TypingError.Between(word, "limited") ? "ltd"
        : null;

    private static bool IsAt(List<string> words, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[at + i] != phrase[i])
                return false;
        }

        return true;
    }
}
