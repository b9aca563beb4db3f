using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>
/// The parent organisations of the lists: words in front of several names that go on differently (Northshire County Council - Ashby Library). They say whose
/// a site is, and one list may leave them out.
/// </summary>
internal static class Parents
{
    // One word in front of several names is a forename, a saint or a colour as often as a parent.
    private const int FewestWords = 2;
    private const int MostWords = 6;

    // So many names have to go on in ways of their own.
    private const int FewestNames = 5;

    /// <summary>Writes the parent in front of each name into it.</summary>
    /// <param name="list">The records of one list.</param>
    /// <param name="vocabulary">The words of both lists.</param>
    public static void Find(IReadOnlyList<OrganisationProfile> list, Vocabulary vocabulary)
    {
        var names = list.Where(record => record.Names.Length > 0).Select(record => record.Names[0]).ToArray();
        var rests = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            foreach (var (front, rest) in Splits(name, vocabulary))
            {
                if (!rests.TryGetValue(front, out var some))
                    rests[front] = some = new(StringComparer.Ordinal);
                some.Add(rest);
            }
        }

        foreach (var name in names)
        {
            var words = Splits(name, vocabulary).Where(split => rests[split.Front].Count >= FewestNames).Select(split => split.Front).LastOrDefault();
            if (words is null)
                continue;
            var front = words.Split(' ');
            name.Parent = [.. name.Ids.Where(id => IsInFrontAlone(vocabulary.Word(id), front, name.Words))];
        }
    }

    private static bool IsInFrontAlone(string word, string[] front, string[] all) =>
        Array.IndexOf(front, word) >= 0 && Array.LastIndexOf(all, word) < front.Length;

    // Every way to take a parent off the front so that something is left that says which site it is.
    private static IEnumerable<(string Front, string Behind)> Splits(OrganisationName name, Vocabulary vocabulary)
    {
        for (var length = FewestWords; length <= MostWords && length < name.Words.Length; length++)
        {
            if (name.Words.Skip(length).Any(word => Says(word, vocabulary)))
                yield return (string.Join(" ", name.Words.Take(length)), string.Join(" ", name.Words.Skip(length)));
        }
    }

    private static bool Says(string word, Vocabulary vocabulary) =>
        word.Length > 1 && !char.IsDigit(word[0]) && !Abbreviations.IsFiller(word) && !Abbreviations.IsTrade(word) && !vocabulary.IsTown(word);
}
