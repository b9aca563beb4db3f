using System.Text.RegularExpressions;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Records;

/// <summary>
/// The LARS code of an apprenticeship standard, as a person or a list gives it. The one strict rule: <c>8.3</c> or <c>8 3</c> is no standard, and never 83.
/// </summary>
public static class LarsCode
{
    // A column of whole numbers with empty cells is one of decimals to spreadsheets and pandas: 11.0.
    private static readonly Regex Form = new(@"^0*([1-9][0-9]{0,5})(\.0+)?$", RegexOptions.CultureInvariant);

    /// <summary>Reads the code without zeros in front, blanks around it and invisible characters.</summary>
    /// <param name="text">The code, at most six digits without its zeros; or nothing.</param>
    /// <returns>The code; null for a text that is no whole number.</returns>
    public static string? Parse(string? text) =>
        RecordId.Normalise(text) is { } code && Form.Match(code) is { Success: true } form ? form.Groups[1].Value : null;
}
