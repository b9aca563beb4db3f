using System.Text.RegularExpressions;

namespace PicsOnefile.Matching.Organisations;

/// <summary>The Employer Data Service reference number (EDRS, also ERN): nine digits, as the ILR's field "Employer identifier" wants it.</summary>
internal static class EmployerNumber
{
    private static readonly Regex NineDigits = new(@"(?<![0-9])[0-9]{9}(?![0-9])", RegexOptions.CultureInvariant);

    // The ILR's value for "no number yet" is nobody's.
    private const string Temporary = "999999999";

    /// <summary>The number where the text is one, otherwise null.</summary>
    public static string? Read(string? text) => text?.Trim() is { Length: 9 } number && NineDigits.IsMatch(number) && number != Temporary ? number : null;

    /// <summary>A number within a text, otherwise null.</summary>
    public static string? Within(string? text)
    {
        var match = NineDigits.Match(text is { Length: > 300 } ? text.Substring(0, 300) : text ?? "");
        return match.Success && match.Value != Temporary ? match.Value : null;
    }
}
