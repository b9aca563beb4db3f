using System.Text.RegularExpressions;

namespace PicsOnefile.Matching.Normalising;

/// <summary>The Employer Data Service reference number (EDRS, also ERN): nine digits, as the ILR's field "Employer identifier" wants it.</summary>
internal static class EmployerNumber
{
    private static readonly Regex NineDigits = new(@"(?<![0-9])[0-9]{9}(?![0-9])", RegexOptions.CultureInvariant);

    /// <summary>The number where the text is one, otherwise null.</summary>
    public static string? Read(string? text) => text?.Trim() is { Length: 9 } number && NineDigits.IsMatch(number) && !IsNobodys(number) ? number : null;

    /// <summary>A number within a text, otherwise null.</summary>
    public static string? Within(string? text)
    {
        var match = NineDigits.Match(text is { Length: > 300 } ? text.Substring(0, 300) : text ?? "");
        return match.Success && !IsNobodys(match.Value) ? match.Value : null;
    }

    // 999999999 is the ILR's value for "no number yet"; 000000000 and 123456789 are typed where a form insists on one.
    private static bool IsNobodys(string number) => Placeholders.IsRun(number);
}
