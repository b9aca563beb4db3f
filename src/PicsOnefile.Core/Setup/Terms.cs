using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Failures;

namespace PicsOnefile.Setup;

/// <summary>The customer's own words for the vendors': what a profile's Terminology may name, and what is said in its place.</summary>
/// <remarks>Names of screens and fields, of cmdlets and of columns stay the vendors': people look for them.</remarks>
public static class Terms
{
    /// <summary>The vendors' words that a customer may replace.</summary>
    public static IReadOnlyList<string> Known { get; } = [nameof(Assessor), nameof(Placement), nameof(Officer), nameof(Organisation)];

    /// <summary>The word for one record of Onefile's, in lower case where it is the vendor's.</summary>
    public static string Onefile(LinkKind kind, IReadOnlyDictionary<string, string> terminology) => Word(kind == LinkKind.Officer ? nameof(Assessor) : nameof(Placement), terminology);

    /// <summary>The word for one record of PICSWeb's, in lower case where it is the vendor's.</summary>
    public static string PicsWeb(LinkKind kind, IReadOnlyDictionary<string, string> terminology) => Word(kind == LinkKind.Officer ? nameof(Officer) : nameof(Organisation), terminology);

    /// <summary>Refuses words that nobody would see, with the list of those there are.</summary>
    /// <exception cref="PicsOnefileException">TerminologyInvalid.</exception>
    public static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> terminology)
    {
        foreach (var own in terminology)
        {
            if (!Known.Contains(own.Key, StringComparer.OrdinalIgnoreCase))
                throw FailureKinds.TerminologyInvalid.About(own.Key, $"The terminology names '{own.Key}', which is no word that can be replaced; there are {string.Join(", ", Known)}.");
            if (string.IsNullOrWhiteSpace(own.Value))
                throw FailureKinds.TerminologyInvalid.About(own.Key, $"The terminology gives no word for '{own.Key}'.");
        }
        return terminology;
    }

    // A profile that comes from its file has its words by exact case.
    private static string Word(string vendors, IReadOnlyDictionary<string, string> terminology) =>
        terminology.FirstOrDefault(own => own.Key.Equals(vendors, StringComparison.OrdinalIgnoreCase)).Value is { } word && !string.IsNullOrWhiteSpace(word) ? word.Trim() : vendors.ToLowerInvariant();
}
