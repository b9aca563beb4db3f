using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Files.Tables;

/// <summary>Names the lines of a file in a message: the first of many, and how many more there are.</summary>
internal static class LineNumbers
{
    private const int MostNamed = 10;

    /// <summary>Names lines.</summary>
    /// <returns>At most ten numbers, and the count of the others.</returns>
    public static string Join(IReadOnlyList<int> lines) => Join(lines.Select(line => line.ToString(CultureInfo.InvariantCulture)), lines.Count);

    /// <summary>Names lines with what is said of each.</summary>
    /// <param name="words">The words, one for each line.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>At most ten of the words, and the count of the others.</returns>
    public static string Join(IEnumerable<string> words, int count) =>
        string.Join(", ", words.Take(MostNamed)) + (count > MostNamed ? $" and {(count - MostNamed).ToString(CultureInfo.InvariantCulture)} more" : "");
}
