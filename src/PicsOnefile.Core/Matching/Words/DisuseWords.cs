using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Words;

/// <summary>
/// The words with which people say in a name that the record is not to be used. Most are parts of real names as well (Old Mill, Left Bank, Test Valley,
/// the surname Old): the list of a word says where it must be, and how it must be written, to count.
/// </summary>
internal static class DisuseWords
{
    private static readonly WordList PhraseList = WordList.Load(WordLists.DisusePhrases);
    private static readonly WordList List = WordList.Load(WordLists.DisuseWords);

    /// <summary>No name has these, wherever they are in it.</summary>
    public static readonly Phrases Anywhere = new(PhraseList.RowsFor("anywhere"));

    /// <summary>No name ends with these: Quarles Bakery duplicate.</summary>
    public static readonly Phrases AtTheEnd = new(PhraseList.RowsFor("at-the-end"));

    /// <summary>No person's name ends with these, after at least one other word of the field.</summary>
    public static readonly Phrases AtTheEndOfAPerson = new(PhraseList.RowsFor("at-the-end-of-a-person"));

    /// <summary>These count by themselves: in brackets, behind or before a dash, or in capitals where the name is not; and before a date.</summary>
    public static readonly Phrases SetApart = new(PhraseList.RowsFor("set-apart"));

    /// <summary>Of those, the ones that a date or a number behind them does not turn into a marker: Old 97, Test 2.</summary>
    public static readonly Phrases NotByADate = new(PhraseList.RowsFor("set-apart").Where(row => row[2] == "no"));

    /// <summary>Letters before a name, with which lists are sorted to their end.</summary>
    public static readonly HashSet<string> SortedLast = List.Words("sorted-last");

    /// <summary>What may be behind a marker and says no more: dates, and who or what is meant.</summary>
    public static readonly HashSet<string> Neutral = List.Words("neutral");

    /// <summary>Behind these is what took the place of the record; any words may follow.</summary>
    public static readonly HashSet<string> Connecting = List.Words("connecting");

    /// <summary>Words that are no name where nothing else is beside them and <see cref="OfNobody"/>.</summary>
    public static readonly HashSet<string> Nobody = List.Words("nobody");

    /// <summary>Words beside which those are still no name: Test User 2, Unknown Employer.</summary>
    public static readonly HashSet<string> OfNobody = List.Words("of-nobody");

    /// <summary>The same of a firm.</summary>
    public static readonly HashSet<string> OfNobodyFirm = List.Words("of-nobody-firm");

    /// <summary>Whole names that name no one.</summary>
    public static readonly Phrases NamesOfNobody = new(PhraseList.RowsFor("whole-name"));

    /// <summary>Words that begin with an x instead of ex: Xpress is a firm's name, and no marked Press.</summary>
    public static readonly HashSet<string> SpeltWithX = List.Words("behind-x");

    private static readonly HashSet<string> FirstWords = new(
        new[] { Anywhere, AtTheEnd, AtTheEndOfAPerson, SetApart }.SelectMany(list => list.FirstWords).Concat(SortedLast).Concat(["x", "z"]),
        StringComparer.Ordinal
    );

    /// <summary>True for a folded word with which a marker may begin; a name without any has none.</summary>
    public static bool MayMark(string word) => FirstWords.Contains(word);

    /// <summary>Phrases of folded words.</summary>
    internal sealed class Phrases(IEnumerable<IReadOnlyList<string>> rows)
    {
        private readonly ILookup<string, string[]> _phrases = rows.Select(row => row[0].Split(' '))
            .OrderByDescending(words => words.Length)
            .ToLookup(words => words[0], StringComparer.Ordinal);

        /// <summary>The words that phrases begin with.</summary>
        public IEnumerable<string> FirstWords => _phrases.Select(group => group.Key);

        /// <summary>How many words of the longest phrase are at this place; 0 where there is none.</summary>
        public int At(IReadOnlyList<string> words, int at)
        {
            foreach (var phrase in _phrases[words[at]])
            {
                if (at + phrase.Length <= words.Count && Enumerable.Range(1, phrase.Length - 1).All(i => words[at + i] == phrase[i]))
                    return phrase.Length;
            }

            return 0;
        }
    }
}
