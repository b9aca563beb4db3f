using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Files.Tables;
using PicsOnefile.Runs;

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
        [.. rows.SelectMany(row => Names.Where(field => AreIn(row[field])).Select(field => (row.Line, field)))];

    /// <summary>Whether a name has lost one.</summary>
    public static bool AreIn(string? name) => name is not null && Lost.IsMatch(name);

    /// <summary>Warns of the places, if there are any. What is in them is not shown: it is about people.</summary>
    /// <param name="list">The list's file, or other words for where the rows came from.</param>
    /// <param name="places">Where in it.</param>
    /// <param name="log">Gets the warning.</param>
    public static void Warn(string list, IReadOnlyList<string> places, IRunLog log)
    {
        if (places.Count > 0)
        {
            log.Warning(
                $"{list}: the encoding that the list was saved in has put question marks for letters: {LineNumbers.Join(places, places.Count)}. The rows were "
                    + "read as they are, and such names agree with nobody's. Save the list again with -Encoding UTF8, or as CSV UTF-8."
            );
        }
    }
}
