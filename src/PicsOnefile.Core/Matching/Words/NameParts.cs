using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Words;

/// <summary>Words in name fields that are no names, and words that belong to the surname that follows them.</summary>
internal static class NameParts
{
    private static readonly WordList List = WordList.Load(WordLists.PersonNameWords);

    /// <summary>Forms of address that are no name by themselves.</summary>
    public static readonly HashSet<string> Addresses = List.Words("address");

    /// <summary>Forms of address and ranks before a name.</summary>
    public static readonly HashSet<string> Titles = List.Words("title");

    /// <summary>Letters after a name.</summary>
    public static readonly HashSet<string> Letters = List.Words("letters");

    /// <summary>Which generation a suffix speaks of: 1 the elder, 2 the younger, 3 the third.</summary>
    public static readonly Dictionary<string, int> Generations = new[] { "elder", "younger", "third" }
        .SelectMany((kind, at) => List.Words(kind).Select(word => (word, generation: at + 1)))
        .ToDictionary(row => row.word, row => row.generation, StringComparer.Ordinal);

    /// <summary>Words that join the next one to a surname: O'Brien, Mac Donald, van der Berg, ap Rhys, al Khan.</summary>
    public static readonly HashSet<string> Particles = List.Words("particle");

    /// <summary>Irish, Gaelic and other prefixes that are written differently and mean one surname.</summary>
    public static string CanonicalSurname(string word)
    {
        if (word.StartsWith("mac", StringComparison.Ordinal) && word.Length >= 7)
            return "mc" + word.Substring(3);
        return word.StartsWith("saint", StringComparison.Ordinal) && word.Length > 7 ? "st" + word.Substring(5) : word;
    }
}
