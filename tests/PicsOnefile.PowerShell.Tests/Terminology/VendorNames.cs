using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.PowerShell.Tests.Terminology;

/// <summary>The vendors' four nouns, and the names in which they stay whatever a customer calls the records.</summary>
internal static partial class VendorNames
{
    /// <summary>The table of what may stand; each row is a name that somebody looks for, and none is a word for a record.</summary>
    public static readonly IReadOnlyList<(string Name, string Why)> Kept =
    [
        (@"(Officer|Organisation) Summary > (Officer|Organisation) Details", "the name of a page of PICSWeb: it is what stands on the screen"),
        (@"Update (Officer|Organisation) Demographics Mode", "the name of a setting on PICSWeb's screen"),
        (@"OneFile Organisation", "a column of PICSWeb's list of learners, which means the centre"),
        (@"(officers|organisations)\.(list|get|update)", "the name of an operation in the API map"),
        (@"Organisation records of Onefile|Organisation/", "Onefile's API has this name for a centre"),
        (@"Placement/", "a route of Onefile's API"),
        (@"(officers|organisations)\.(html|csv)", "the name of a file in a line to type"),
        (@"(Officer|Organisation): ""Set-", "the page's script looks up by the kind which cmdlet takes its file"),
        (@"-Kind (Officer|Organisation|Assessor|Placement)|LinkExclusion (Officer|Organisation)", "the value of a parameter in a line to type"),
    ];

    [GeneratedRegex(@"\b(assessors?|placements?|officers?|organisations?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Nouns();

    /// <summary>The noun in a text that is part of no such name, with what stands around it; null where there is none.</summary>
    public static string? NounIn(string text)
    {
        string rest = Kept.Aggregate(text, (left, kept) => Regex.Replace(left, kept.Name, "~"));
        return Nouns().Match(rest) is { Success: true } noun ? rest[System.Math.Max(0, noun.Index - 80)..System.Math.Min(rest.Length, noun.Index + 60)] : null;
    }
}
