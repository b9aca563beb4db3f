using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Forms of one forename: short forms, nicknames, spellings and the forms of other languages. A form may be in several rows of the list (Alex, Sandy,
/// Pat); that does not join the rows.</summary>
internal static class NameForms
{
    private static readonly Dictionary<string, int[]> Groups = Read();

    /// <summary>True for a forename in the list.</summary>
    public static bool Knows(string forename) => Groups.ContainsKey(forename);

    /// <summary>The rows of the list that have a forename; empty for one that is not in it.</summary>
    public static int[] LinesOf(string forename) => Groups.TryGetValue(forename, out var lines) ? lines : [];

    /// <summary>True where two forenames are in one row, or where one of them, unknown to the list, begins or continues the other (Sam, Samir).</summary>
    public static bool AreOne(string left, string right)
    {
        var (mine, theirs) = (LinesOf(left), LinesOf(right));
        foreach (var line in mine)
        {
            if (Array.IndexOf(theirs, line) >= 0)
                return true;
        }

        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (mine.Length > 0 && theirs.Length > 0)
            return false;
        return shorter.Length >= 3
            && longer.Length - shorter.Length >= 2
            && longer.StartsWith(shorter, StringComparison.Ordinal)
            && !TwoForenames.DifferInGender(left, right);
    }

    private static Dictionary<string, int[]> Read()
    {
        var lines = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var row in WordList.Load(WordLists.ForenameForms).Rows.OrderBy(row => row[1], StringComparer.Ordinal))
        {
            number++;
            Add(row[0]);
            foreach (var form in row[2].Split(' '))
                Add(form);
        }

        return lines.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

        void Add(string word)
        {
            if (!lines.TryGetValue(word, out var list))
                lines[word] = list = [];
            list.Add(number);
        }
    }
}
