using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Failures;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>Finds out which column of a list holds which field.</summary>
internal sealed class Headings(ExportedList list, ListKind kind, CsvRecord heading, Terms terms)
{
    /// <summary>The column of each field that the list has, from 0.</summary>
    /// <exception cref="PicsOnefileException">
    /// <see cref="FailureKinds.CsvInvalid"/>: a needed column is not there, or the column map names a field or a heading that does not exist.
    /// </exception>
    public Dictionary<string, int> Columns()
    {
        var named = Named();
        var result = new Dictionary<string, int>(named, StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<int>(named.Values);
        foreach (var column in kind.Columns.Where(column => !result.ContainsKey(column.Field)))
        {
            var at = column.Headings.Select(known => Find(known, taken)).Where(found => found >= 0).Take(1).ToList();
            if (at.Count > 0)
            {
                taken.Add(at[0]);
                result.Add(column.Field, at[0]);
            }
            else if (column.Needed)
            {
                throw Wrong(
                    $"there is no column for {column.Field}. Its known headings are {string.Join(", ", column.Headings)}; the headings found are {Found()}. " +
                    "Name the heading in a column map, or export the list with it");
            }
        }

        return result;
    }

    private Dictionary<string, int> Named()
    {
        var result = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in list.Columns ?? new Dictionary<string, string>())
        {
            if (!kind.Columns.Any(column => string.Equals(column.Field, pair.Key, StringComparison.OrdinalIgnoreCase)))
            {
                var known = string.Join(", ", kind.Columns.Select(column => column.Field));
                throw Wrong($"the column map names {pair.Key}, which is no field of {kind.Name(terms)}; known are {known}");
            }

            var at = Find(pair.Value, []);
            if (at < 0)
                throw Wrong($"the column map wants '{pair.Value}' for {pair.Key}, and the headings found are {Found()}");
            result[pair.Key] = at;
        }

        return result;
    }

    private int Find(string known, HashSet<int> taken)
    {
        var plain = Plain(known);
        for (var at = 0; at < heading.Cells.Length; at++)
        {
            if (!taken.Contains(at) && Plain(heading.Cells[at]) == plain)
                return at;
        }

        return -1;
    }

    private string Found() => string.Join(", ", heading.Cells.Select(cell => cell.Trim()));

    private PicsOnefileException Wrong(string what) => FailureKinds.CsvInvalid.About(list.Path, $"{list.Path}, line {heading.Line}, column 1: {what}.");

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
