using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>Finds out which column of a list holds which field.</summary>
internal sealed class Headings(ExportedList list, ListKind kind, TableFile table, Terms terms)
{
    /// <summary>Whether a row holds the headings of every column that is needed.</summary>
    public static bool Fit(ExportedList list, ListKind kind, string[] cells) =>
        kind
            .Columns.Where(column => column.Needed)
            .All(column =>
                FindOverride(list, column.Field) is { } own ? TableFile.Holds(cells, own) : column.Headings.Any(known => TableFile.Holds(cells, known))
            );

    /// <summary>The column of each field that the list has, from 0.</summary>
    /// <exception cref="PicsOnefileException">
    /// <see cref="ErrorKinds.CsvInvalid"/>: a needed column is not there, two columns may be one field, or the column map names a field or a heading that does
    /// not exist.
    /// </exception>
    public Dictionary<string, int> Columns()
    {
        var named = Named();
        var result = new Dictionary<string, int>(named, StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<int>(named.Values);
        foreach (var column in kind.Columns.Where(column => !result.ContainsKey(column.Field)))
        {
            var at = table.Column(column.Field, Meant(column), taken);
            if (at >= 0)
            {
                taken.Add(at);
                result.Add(column.Field, at);
            }
            else if (column.Needed)
            {
                throw table.HeadingError(
                    $"there is no column for {column.Field}. Its known headings are {string.Join(", ", column.Headings)}; the headings found are "
                        + $"{table.Found}. "
                        + "Name the heading in a column map, or export the list with it"
                );
            }
        }

        return result;
    }

    // Get-PicsOfficer | Export-Csv writes the Ident three times, under three names that lists of PICSWeb have too.
    private IReadOnlyList<string> Meant(ListColumn column) => IsOfThisModule && Says(column.Field) ? [column.Field] : column.Headings;

    private bool IsOfThisModule => kind.Columns.Where(column => column.Needed).All(column => Says(column.Field));

    // In the letters of the property: 'Officer Ident' is a heading that people write.
    private bool Says(string field) => table.Heading.Cells.Contains(field, StringComparer.Ordinal);

    private Dictionary<string, int> Named()
    {
        var result = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in list.Columns ?? new Dictionary<string, string>())
        {
            if (!kind.Columns.Any(column => string.Equals(column.Field, pair.Key, StringComparison.OrdinalIgnoreCase)))
            {
                var known = string.Join(", ", kind.Columns.Select(column => column.Field));
                throw table.HeadingError($"the column map names {pair.Key}, which is not a field of {kind.Name(terms)}; known are {known}");
            }

            var at = table.Column(pair.Value);
            if (at < 0)
                throw table.HeadingError($"the column map wants '{pair.Value}' for {pair.Key}, and the headings found are {table.Found}");
            result[pair.Key] = at;
        }

        return result;
    }

    /// <summary>Whether a column map names the heading of a field.</summary>
    public static bool IsNamed(ExportedList list, string field) => FindOverride(list, field) is not null;

    private static string? FindOverride(ExportedList list, string field) =>
        list.Columns?.FirstOrDefault(pair => string.Equals(pair.Key, field, StringComparison.OrdinalIgnoreCase)).Value;
}
