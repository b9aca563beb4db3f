using System.Collections.Generic;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>
/// Forenames that are one letter away from another one, beside those of <see cref="NameForms"/>: Erin is no mistyped Eric, and Jan no mistyped Jon. A
/// name that is missing in the list may be taken for a typing error.
/// </summary>
internal static class KnownForenames
{
    private static readonly HashSet<string> Table = WordList.Load(WordLists.Forenames).Words();

    /// <summary>True for a forename that people bear.</summary>
    public static bool Has(string forename) => Table.Contains(forename) || NameForms.Knows(forename);
}
