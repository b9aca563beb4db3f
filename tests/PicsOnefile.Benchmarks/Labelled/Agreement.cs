using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Benchmarks.Labelled;

/// <summary>
/// Whether values of both sides are plainly the same, told apart from how the matching sees it: only to know how many pairs have anything besides
/// the name that could make them Certain.
/// </summary>
public static class Agreement
{
    private const int TelephoneDigits = 9;

    public static bool Both(string? one, string? other) => !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other);

    public static bool Text(string? one, string? other) => Both(one, other) && Letters(one!).Equals(Letters(other!), StringComparison.OrdinalIgnoreCase);

    /// <summary>The last nine digits: national and international numbers have them in common.</summary>
    public static bool Telephone(string? one, string? other) => Both(one, other) && Digits(one!).Length > 0 && Digits(one!) == Digits(other!);

    /// <summary>A domain of one side, of its address or its website, that the other side has too.</summary>
    public static bool Domain(string? email, string? website, string? otherEmail, string? otherWebsite) =>
        Domains(email, website).Intersect(Domains(otherEmail, otherWebsite), StringComparer.OrdinalIgnoreCase).Any();

    private static IEnumerable<string> Domains(string? email, string? website)
    {
        if (email?.Split('@') is [_, { Length: > 0 } domain])
            yield return domain.Trim();
        if (!string.IsNullOrWhiteSpace(website))
            yield return website.Trim().Replace("https://", "").Replace("http://", "").Replace("www.", "").Split('/')[0];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length > TelephoneDigits ? digits[^TelephoneDigits..] : digits;
    }
}
