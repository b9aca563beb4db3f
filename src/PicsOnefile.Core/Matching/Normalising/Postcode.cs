using System.Text.RegularExpressions;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>A British postcode, or the digits of one from abroad, read for comparing.</summary>
/// <param name="Outward">The outward code ("LS1"), never empty.</param>
/// <param name="Inward">The inward code ("4AP"), or empty where only the outward code is there.</param>
internal readonly record struct Postcode(string Outward, string Inward)
{
    // The forms of BS 7666: A9, A99, AA9, AA99, A9A, AA9A, then 9AA.
    private static readonly Regex Form = new("^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})?$", RegexOptions.CultureInvariant);

    // Most countries have four to six digits, for an area as wide as an outward code.
    private static readonly Regex Abroad = new("^[0-9]{4,6}$", RegexOptions.CultureInvariant);
    private static readonly Regex Within = new(@"\b([A-Za-z]{1,2}[0-9][0-9A-Za-z]?)\s*([0-9][A-Za-z]{2})\b", RegexOptions.CultureInvariant);

    /// <summary>True where both halves are known.</summary>
    public bool Full => Inward.Length > 0;

    /// <summary>Outward and inward code without a space.</summary>
    public string Whole => Outward + Inward;

    /// <summary>
    /// Reads a postcode; where the field is empty or a placeholder (ZZ99 9ZZ, "unknown"), one at the end of the address. Null where there is none.
    /// </summary>
    public static Postcode? Read(string? postcode, string? address)
    {
        var compact = Letters.Fold(postcode).Replace(" ", "").ToUpperInvariant();
        var match = Form.Match(Corrected(compact));
        if (match.Success && !Placeholders.IsPostcode(match.Value))
            return new(match.Groups[1].Value, match.Groups[2].Value);
        if (match.Success || Placeholders.IsField(compact) || Placeholders.IsRun(compact))
            compact = "";
        if (Abroad.IsMatch(compact))
            return new(compact, "");
        if (compact.Length > 0 || string.IsNullOrEmpty(address) || address!.Length > Letters.Longest)
            return null;

        var inAddress = Within.Matches(address);
        var last = inAddress.Count == 0 ? null : inAddress[inAddress.Count - 1];
        return last is null || Placeholders.IsPostcode((last.Groups[1].Value + last.Groups[2].Value).ToUpperInvariant())
            ? null
            : new(last.Groups[1].Value.ToUpperInvariant(), last.Groups[2].Value.ToUpperInvariant());
    }

    // The letter O typed for the digit 0 that begins an inward code, and the letter I for 1.
    private static string Corrected(string compact)
    {
        if (compact.Length is < 5 or > 7)
            return compact;
        var first = compact[compact.Length - 3];
        var digit =
            first == 'O' ? '0'
            : first == 'I' ? '1'
            : first;
        return compact.Substring(0, compact.Length - 3) + digit + compact.Substring(compact.Length - 2);
    }
}
