using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>A person's name, read for comparing: plain words without titles, letters after the name and other ornament.</summary>
internal sealed class PersonName
{
    // No name has more. A text with hundreds of words would cost hundreds of comparisons each.
    private const int MostWords = 8;

    private PersonName(string[] given, string[] nicknames, string[] surnames, int generation, string? mark)
    {
        Mark = mark;
        Given = given;
        Nicknames = nicknames;
        Surnames = surnames;
        Generation = generation;
        Forename = given.Length > 0 ? given[0] : "";
        AllGiven = string.Concat(given);
        Surname = string.Concat(surnames);
        SurnameKey = surnames.Length > 1 ? string.Concat(surnames.OrderBy(word => word, StringComparer.Ordinal)) : Surname;
    }

    /// <summary>Forename and middle names in order; an initial is a word of one letter.</summary>
    public string[] Given { get; }

    /// <summary>Forenames in brackets or quotation marks: Robert "Bob".</summary>
    public string[] Nicknames { get; }

    /// <summary>The words of the surname; a double-barrelled one has two.</summary>
    public string[] Surnames { get; }

    /// <summary>1 for senior, 2 for junior, 0 where nothing is said.</summary>
    public int Generation { get; }

    /// <summary>Words of either field that say that the record is not to be used, and are no name; null where there are none.</summary>
    public string? Mark { get; }

    /// <summary>The first forename, or empty.</summary>
    public string Forename { get; }

    /// <summary>All given names in one word, so that Anne-Marie and Annemarie are equal.</summary>
    public string AllGiven { get; }

    /// <summary>The surname in one word.</summary>
    public string Surname { get; }

    /// <summary>The surname's words in one word, in alphabetical order: equal for double-barrelled names in either order.</summary>
    public string SurnameKey { get; }

    /// <summary>True where there is nothing to compare.</summary>
    public bool IsEmpty => Given.Length == 0 && Surnames.Length == 0;

    /// <summary>Reads the two fields of a name; where one holds the whole name and the other nothing, it is divided.</summary>
    public static PersonName Read(string? forename, string? surname)
    {
        (forename, surname, var mark) = MarkedName.OfPerson(forename, surname);
        var nicknames = new List<string>();
        var given = Words(WithoutNickname(forename, nicknames));
        var family = Words(WithoutNickname(surname, nicknames));
        var generation = 0;
        Trim(given, ref generation, ownsTitles: true);
        Trim(family, ref generation, ownsTitles: given.Count == 0);

        if (given.Count == 0 && family.Count > 1)
            Divide(surname!, family, given);
        else if (family.Count == 0 && given.Count > 1)
            Divide(forename!, family = given, given = []);

        return new(given.Take(MostWords).ToArray(), nicknames.Take(MostWords).ToArray(), Join(family), generation, mark);
    }

    private static List<string> Words(string text) => Letters.Split(text).Where(word => word != "&").ToList();

    // "Doe, Jane" puts the surname first; otherwise the last word with its particles is the surname, for "Jane van der Doe" as for "Jane Doe".
    private static void Divide(string text, List<string> family, List<string> given)
    {
        var comma = text.IndexOf(',');
        var first = comma > 0 ? Letters.Split(text.Substring(0, comma)).Length : 0;
        if (first > 0 && first < family.Count)
        {
            given.AddRange(family.Skip(first));
            family.RemoveRange(first, family.Count - first);
            return;
        }

        var hyphened = text.TrimEnd().LastIndexOf('-');
        var start = family.Count - 1;
        if (hyphened > text.TrimEnd().LastIndexOf(' ') && start > 1)
            start--;
        while (start > 1 && NameParts.Particles.Contains(family[start - 1]))
            start--;
        given.AddRange(family.Take(start));
        family.RemoveRange(0, start);
    }

    private static void Trim(List<string> words, ref int generation, bool ownsTitles)
    {
        while (ownsTitles && words.Count > 1 && NameParts.Titles.Contains(words[0]))
            words.RemoveAt(0);
        if (ownsTitles && words.Count == 1 && NameParts.Addresses.Contains(words[0]))
            words.Clear();

        while (words.Count > 1)
        {
            var last = words[words.Count - 1];
            if (NameParts.Generations.TryGetValue(last, out var spoken))
                generation = spoken;
            else if (!NameParts.Letters.Contains(last))
                break;
            words.RemoveAt(words.Count - 1);
        }
    }

    private static string[] Join(List<string> words)
    {
        var joined = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            while (i + 1 < words.Count && NameParts.Particles.Contains(words[i]))
                word += words[++i];
            joined.Add(NameParts.CanonicalSurname(word));
        }

        return joined.Take(MostWords).ToArray();
    }

    private static string WithoutNickname(string? text, List<string> nicknames)
    {
        if (text is null || text.IndexOfAny(['(', '"', '“', '[']) < 0)
            return text ?? "";

        var open = text.IndexOfAny(['(', '"', '“', '[']);
        var close = text.IndexOfAny([')', '"', '”', ']'], open + 1);
        if (close < 0)
            return text;
        nicknames.AddRange(Words(text.Substring(open + 1, close - open - 1)));
        return text.Substring(0, open) + " " + text.Substring(close + 1);
    }
}
