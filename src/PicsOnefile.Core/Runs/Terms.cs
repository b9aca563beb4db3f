using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Runs;

/// <summary>The customer's own words for the vendors': what a profile's Terminology may name, and what is said in its place.</summary>
/// <remarks>
/// Sentences are composed of these words; none is looked for in a finished sentence. Names of screens and fields, of cmdlets, parameters and columns, and the
/// journal's kinds stay the vendors': people look for them, and scripts read them.
/// </remarks>
public sealed class Terms
{
    private readonly Dictionary<string, Term> _terms;

    private Terms(IReadOnlyDictionary<string, string> terminology) =>
        _terms = Known.ToDictionary(vendors => vendors, vendors => Term(vendors, terminology), StringComparer.Ordinal);

    /// <summary>The vendors' words that a customer may replace.</summary>
    public static IReadOnlyList<string> Known { get; } = [nameof(Assessor), nameof(Placement), nameof(Officer), nameof(Organisation)];

    /// <summary>The vendors' words, for a profile without terminology and without a connection.</summary>
    public static Terms Vendors { get; } = new(new Dictionary<string, string>());

    /// <summary>A user of Onefile who assesses.</summary>
    public Term Assessor => _terms[nameof(Assessor)];

    /// <summary>A firm in Onefile.</summary>
    public Term Placement => _terms[nameof(Placement)];

    /// <summary>A member of staff in PICSWeb.</summary>
    public Term Officer => _terms[nameof(Officer)];

    /// <summary>A firm in PICSWeb.</summary>
    public Term Organisation => _terms[nameof(Organisation)];

    /// <summary>The words of a profile.</summary>
    public static Terms From(IReadOnlyDictionary<string, string> terminology) => terminology.Count == 0 ? Vendors : new(terminology);

    /// <summary>What a record is called by the name of its kind, as the journal has it; a kind that no customer may rename keeps that name.</summary>
    public Term From(string kind) => _terms.TryGetValue(kind, out var term) ? term : Runs.Term.Vendors(kind);

    /// <summary>A record in words, for -WhatIf, -Confirm and errors about it.</summary>
    /// <param name="kind">The name of its kind, as the journal has it.</param>
    /// <param name="key">Its Ident or ID.</param>
    /// <param name="name">Its name; null where that is not known.</param>
    public string Record(string kind, string? key, string? name = null) => name is null ? $"{From(kind).Label} {key}" : $"{From(kind).Label} {key} ({name})";

    /// <summary>Rejects unknown words, with the list of the known ones.</summary>
    /// <exception cref="PicsOnefileException">TerminologyInvalid.</exception>
    public static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> terminology)
    {
        foreach (var own in terminology)
        {
            if (!Known.Contains(own.Key, StringComparer.OrdinalIgnoreCase))
                throw ErrorKinds.TerminologyInvalid.For(
                    own.Key,
                    $"The terminology names '{own.Key}', which is not a word that can be replaced; there are {string.Join(", ", Known)}."
                );
            if (string.IsNullOrWhiteSpace(own.Value))
                throw ErrorKinds.TerminologyInvalid.For(own.Key, $"The terminology gives no word for '{own.Key}'.");
        }
        return terminology;
    }

    // A profile that comes from its file has its words by exact case.
    private static Term Term(string vendors, IReadOnlyDictionary<string, string> terminology) =>
        terminology.FirstOrDefault(own => own.Key.Equals(vendors, StringComparison.OrdinalIgnoreCase)).Value is { } word && !string.IsNullOrWhiteSpace(word)
            ? Runs.Term.Customers(word.Trim())
            : Runs.Term.Vendors(vendors);
}
