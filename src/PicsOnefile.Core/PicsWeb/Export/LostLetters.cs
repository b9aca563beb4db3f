using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>Finds names in which a program put a question mark for a letter that its encoding lacks.</summary>
/// <remarks>Export-Csv of Windows PowerShell writes ASCII unless it is told otherwise: Müller becomes M?ller, and Siôn Si?n.</remarks>
internal static class LostLetters
{
    // Fields in which a question mark between two letters is no sentence's, and no address's of the web.
    private static readonly string[] Names =
    [
        "FirstName",
        "Surname",
        "Name",
        "Title",
        "Address1",
        "Address2",
        "Address3",
        "Address4",
        "Address5",
    ];

    // Inside a word, or in place of its first letter, which was a capital: ?ngharad. At the end of a word it may be a person's: Smith?
    private static readonly Regex Lost = new(@"\uFFFD|\p{L}\?+\p{L}|(?<![^\s'(-])\?\p{Ll}", RegexOptions.CultureInvariant);

    /// <summary>Finds the cells of a list.</summary>
    /// <param name="rows">Its rows.</param>
    /// <returns>The line and the field of each, in the order of the file.</returns>
    public static IReadOnlyList<(int Line, string Field)> Find(IEnumerable<ListRow> rows) =>
        [.. rows.SelectMany(row => Names.Where(field => row[field] is { } text && Lost.IsMatch(text)).Select(field => (row.Line, field)))];
}
