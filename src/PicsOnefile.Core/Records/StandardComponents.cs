using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Records;

/// <summary>The components of an apprenticeship standard: the letters that Onefile ends their codes with, and the words that people write in titles.</summary>
internal static class StandardComponents
{
    // The letters are from the vendors' help pages. The words are an assumption of ours: the usual ways of writing them, as whole words, hyphens read as
    // blanks.
    // A title without any of them is the standard itself, its main aim.
    private static readonly IReadOnlyList<(StandardComponentKind Component, string Letters, string Name, string[] Words)> Table =
    [
        (StandardComponentKind.Standard, "AS", "main aim", ["main aim", "programme aim"]),
        (StandardComponentKind.OnProgramme, "OP", "on-programme learning", ["on programme learning", "on programme", "on program", "onprogramme", "on prog"]),
        (StandardComponentKind.Gateway, "GW", "gateway", ["gateway", "gate way"]),
        (
            StandardComponentKind.EndPointAssessment,
            "EP",
            "end-point assessment",
            ["end point assessment", "endpoint assessment", "end point", "endpoint", "epa"]
        ),
    ];

    /// <summary>All four, in the order in which a learner meets them.</summary>
    public static IEnumerable<StandardComponentKind> All => Table.Select(row => row.Component);

    /// <summary>The component of two letters, or null.</summary>
    public static StandardComponentKind? FromLetters(string letters) =>
        Table.Where(row => row.Letters == letters).Select(row => (StandardComponentKind?)row.Component).FirstOrDefault();

    /// <summary>The component in words.</summary>
    public static string Name(StandardComponentKind component) => Table.First(row => row.Component == component).Name;

    /// <summary>The code that Onefile would give the component of a standard.</summary>
    public static string Code(string standardCode, StandardComponentKind component) => standardCode + Table.First(row => row.Component == component).Letters;

    /// <summary>Takes the component words out of a title and says which components they name; none for a plain title.</summary>
    /// <param name="words">The title's words as they are written.</param>
    /// <param name="rest">The words that are left.</param>
    public static IReadOnlyList<StandardComponentKind> TakeFrom(IReadOnlyList<string> words, out IReadOnlyList<string> rest)
    {
        var left = new List<string>(words);
        var found = new List<StandardComponentKind>();
        foreach (var row in Table)
        {
            // All of them: "End-point assessment (EPA)" says it twice.
            if (row.Words.Count(phrase => Take(left, phrase.Split(' '))) + (TakeLetters(left, row.Letters) ? 1 : 0) > 0)
                found.Add(row.Component);
        }
        rest = left;
        return found;
    }

    private static bool Take(List<string> words, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            if (!words.Skip(at).Take(phrase.Length).SequenceEqual(phrase, StringComparer.OrdinalIgnoreCase))
                continue;
            words.RemoveRange(at, phrase.Length);
            return true;
        }
        return false;
    }

    // "as" and "op" have other meanings too. Only in capitals and at the end do they mean a component.
    private static bool TakeLetters(List<string> words, string letters)
    {
        if (words.Count < 2 || words[words.Count - 1] != letters)
            return false;
        words.RemoveAt(words.Count - 1);
        return true;
    }
}
