using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Review;

/// <summary>How the two sides of one field compare.</summary>
internal enum FieldMark
{
    /// <summary>One side, or both, hold nothing: it says nothing.</summary>
    Nothing,

    /// <summary>They agree, whatever the way of writing.</summary>
    Agrees,

    /// <summary>They differ.</summary>
    Differs,
}

/// <summary>One field of a pair, side by side.</summary>
/// <param name="Label">The field.</param>
/// <param name="Onefile">Onefile's value.</param>
/// <param name="PicsWeb">PICSWeb's value.</param>
/// <param name="Mark">How the sides compare.</param>
internal sealed record ReviewedField(string Label, string? Onefile, string? PicsWeb, FieldMark Mark);

/// <summary>
/// The fields that a person compares. A field agrees where its usual ways of writing are the same. The weights of the matching are not repeated here.
/// </summary>
internal static class ReviewedFields
{
    // The fields that the records of each kind have.
    private static readonly Dictionary<LinkKind, Func<IPicsWebRecord?, IOnefileRecord?, IEnumerable<ReviewedField>>> Own = new()
    {
        [LinkKind.Officer] = (picsWeb, onefile) => For(picsWeb as Officer, onefile as Assessor),
        [LinkKind.Organisation] = (picsWeb, onefile) => For(picsWeb as Organisation, onefile as Placement),
    };

    /// <summary>Compares the fields of a pair. Where a record is not at hand, the candidate's own values are used.</summary>
    /// <returns>The fields, in the order of the page.</returns>
    public static IReadOnlyList<ReviewedField> For(LinkCandidate candidate, IPicsWebRecord? picsWeb, IOnefileRecord? onefile)
    {
        var pair = (ILinkPair)candidate;
        var fields = new List<ReviewedField> { Field("Name", onefile?.DisplayName ?? pair.OnefileName, picsWeb?.DisplayName ?? pair.PicsWebName, Words) };
        fields.AddRange(Own[candidate.Kind](picsWeb, onefile));
        // Onefile's number against PICSWeb's: what each holds of the other.
        fields.Add(Field("MIS Value / Ident", onefile?.MisId, pair.Ident, Same));
        fields.Add(Field("Onefile ID / Additional ID", pair.OnefileId, picsWeb?.AdditionalId, Same));
        fields.Add(new ReviewedField("In use", Use(onefile?.Live), Use(picsWeb?.Live), FieldMark.Nothing));
        return [.. fields.Where(field => field.Onefile is not null || field.PicsWeb is not null)];
    }

    private static IEnumerable<ReviewedField> For(Officer? ours, Assessor? theirs) =>
        [
            Field("E-mail", theirs?.Email, ours?.Email, Mailbox),
            Field("Telephone", theirs?.Telephone, Joined(ours?.Telephone, ours?.Mobile), Numbers),
        ];

    private static IEnumerable<ReviewedField> For(Organisation? ours, Placement? theirs) =>
        [
            Field("Postcode", theirs?.Postcode, ours?.Postcode, text => Letters.Identifier(text) is { Length: > 0 } code ? [code] : []),
            Field("Address", theirs?.Address, ours?.Address, Words),
            Field("Telephone", theirs?.Telephone, ours?.Telephone, Numbers),
            Field("E-mail", theirs?.Email, ours?.Email, Mailbox),
            Field("Website", theirs?.Website, ours?.Website, text => WebDomain.Read(text) is { } domain ? [domain] : Words(text)),
        ];

    private static ReviewedField Field(string label, string? onefile, string? picsWeb, Func<string, IReadOnlyCollection<string>> forms)
    {
        var (theirs, ours) = (Given(onefile), Given(picsWeb));
        if (theirs is null || ours is null)
            return new(label, theirs, ours, FieldMark.Nothing);
        var (left, right) = (forms(theirs), forms(ours));
        return left.Count == 0 || right.Count == 0
            ? new(label, theirs, ours, FieldMark.Nothing)
            : new(label, theirs, ours, left.Any(form => right.Contains(form)) ? FieldMark.Agrees : FieldMark.Differs);
    }

    private static string[] Words(string text) => Letters.Fold(text).Trim() is { Length: > 0 } words ? [words] : [];

    private static string[] Same(string text) => [text.Trim().ToUpperInvariant()];

    private static string[] Mailbox(string text) => EmailAddress.Read(text) is { } address ? [address.Whole] : Same(text);

    private static string[] Numbers(string text) => [.. TelephoneNumber.Read(text).Select(number => number.Key)];

    private static string? Joined(params string?[] numbers) => string.Join(", ", numbers.Where(number => !string.IsNullOrWhiteSpace(number)).Distinct());

    private static string? Use(bool? live) =>
        live switch
        {
            true => "yes",
            false => "no",
            _ => null,
        };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
}
