using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>
/// Larger places of the United Kingdom, by their distinguishing word: firms name their branches by them. The lists' own addresses add the rest.
/// </summary>
internal static class Towns
{
    private static readonly HashSet<string> Table = new(WordList.Load(WordLists.Towns).Words().Select(Abbreviations.Singular), StringComparer.Ordinal);

    /// <summary>True for the singular form of a town's name, as names and addresses are compared in.</summary>
    public static bool Has(string word) => Table.Contains(word);
}
