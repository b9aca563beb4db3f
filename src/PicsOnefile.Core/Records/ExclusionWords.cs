using PicsOnefile.Runs;

namespace PicsOnefile.Records;

/// <summary>Says what an exclusion is about.</summary>
public static class ExclusionWords
{
    /// <summary>The record in words, for -WhatIf, -Confirm and errors. Of a pair of records the Onefile record is meant, except of qualifications.</summary>
    /// <param name="kind">The kind of exclusion.</param>
    /// <param name="ident">The PICSWeb Ident, or a qualification's key; null or empty for none.</param>
    /// <param name="onefileId">The Onefile ID, or a learning aim's code; null or empty for none.</param>
    /// <param name="terms">What the customer calls the records.</param>
    public static string Target(ExclusionKind kind, string? ident, string? onefileId, Terms terms)
    {
        if (LinkType.For(kind) is not { } link)
            return $"{terms.From(kind.ToString()).Label} "
                + $"{(string.IsNullOrEmpty(ident) || string.IsNullOrEmpty(onefileId) ? ident + onefileId : $"{ident} and {onefileId}")}";
        return string.IsNullOrEmpty(onefileId) ? $"{terms.PicsWeb(link.Kind).Label} {ident}" : $"{terms.Onefile(link.Kind).Label} {onefileId}";
    }

    /// <summary>The same of an exclusion that is there.</summary>
    public static string Target(LinkExclusion exclusion, Terms terms) => Target(exclusion.Kind, exclusion.Ident, exclusion.OnefileId, terms);
}
