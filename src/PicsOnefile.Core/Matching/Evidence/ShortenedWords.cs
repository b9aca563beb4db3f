using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Evidence;

/// <summary>
/// Whether all words in which two names differ are short for each other: cut off (Glaz for Glazing), drawn together (Ldry for Laundry), or initials of
/// several (WT for Water Treatment, H for Holy), or one trade in two forms; and whether one name merely leaves the trade out.
/// </summary>
internal readonly ref struct ShortenedWords(Vocabulary vocabulary)
{
    private const int FewestLetters = 3;
    private const int FewestLettersOfWhole = 5;
    private const int MostInitials = 4;

    private static readonly HashSet<string> Endings = new(WordList.Load(WordLists.WordEndings).Words("trade"), StringComparer.Ordinal) { "" };

    /// <summary>
    /// <see cref="WordsExplained.Contracted"/> where every word on either side is explained by the other side, <see cref="WordsExplained.TradeMissing"/>
    /// where what remains are trades and general words on one side alone, else <see cref="WordsExplained.No"/>; the words given are not changed.
    /// </summary>
    public WordsExplained Explain(WordsLeft mine, WordsLeft theirs)
    {
        if (Math.Max(mine.Count, theirs.Count) > MostInitials)
            return WordsExplained.No;
        var left = mine.CopyTo(stackalloc int[Vocabulary.MostWords]);
        var right = theirs.CopyTo(stackalloc int[Vocabulary.MostWords]);
        TakePairs(ref left, ref right);
        if ((left.Count == 0 && right.Count == 0) || AreInitials(left, right) || AreInitials(right, left))
            return WordsExplained.Contracted;
        return (left.Count == 0 && AreGeneral(right)) || (right.Count == 0 && AreGeneral(left)) ? WordsExplained.TradeMissing : WordsExplained.No;
    }

    private bool AreGeneral(WordsLeft words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = vocabulary.Word(words[i]);
            if (!Abbreviations.IsTrade(word) && !Abbreviations.IsFiller(word))
                return false;
        }

        return true;
    }

    private void TakePairs(ref WordsLeft left, ref WordsLeft right)
    {
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = 0; j < right.Count; j++)
            {
                if (!IsShortFor(vocabulary.Word(left[i]), vocabulary.Word(right[j])))
                    continue;
                left.RemoveAt(i);
                right.RemoveAt(j);
                break;
            }
        }
    }

    private bool AreInitials(WordsLeft one, WordsLeft several)
    {
        if (one.Count != 1 || several.Count < 2 || vocabulary.Word(one[0]).Length != several.Count)
            return false;
        Span<char> letters = stackalloc char[MostInitials];
        vocabulary.Word(one[0]).AsSpan().CopyTo(letters);
        for (var i = 0; i < several.Count; i++)
        {
            var at = letters.Slice(0, several.Count).IndexOf(vocabulary.Word(several[i])[0]);
            if (at < 0)
                return false;
            letters[at] = ' ';
        }

        return true;
    }

    // Warehouse and warehousing, consultant and consulting: one trade in two forms.
    private static bool AreOneTrade(string one, string other)
    {
        var same = 0;
        while (same < one.Length && one[same] == other[same])
            same++;
        return same >= FewestLettersOfWhole && Endings.Contains(one.Substring(same)) && Endings.Contains(other.Substring(same));
    }

    private static bool IsShortFor(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length == longer.Length || shorter[0] != longer[0] || char.IsDigit(shorter[0]))
            return false;
        if (shorter.Length == 1 || IsWithoutVowels(shorter, longer) || AreOneTrade(shorter, longer))
            return true;
        if (shorter.Length < FewestLetters || longer.Length < FewestLettersOfWhole || longer.Length - shorter.Length < 2)
            return false;

        var at = 0;
        foreach (var letter in longer)
            at += at < shorter.Length && shorter[at] == letter ? 1 : 0;
        return at == shorter.Length;
    }

    // Fds for Foods, Mrkt for Market: no word, but one that lost its vowels. The plural s is gone from the whole word only.
    private static bool IsWithoutVowels(string shorter, string longer)
    {
        Span<char> consonants = stackalloc char[longer.Length];
        var count = 0;
        foreach (var letter in longer)
        {
            if (count == 0 || "aeiou".IndexOf(letter) < 0)
                consonants[count++] = letter;
        }

        var bare = consonants.Slice(0, count);
        if (count < 2)
            return false;
        return shorter.AsSpan().SequenceEqual(bare) || (shorter.Length == count + 1 && shorter[count] == 's' && shorter.AsSpan(0, count).SequenceEqual(bare));
    }
}
