using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Files.Tables;

/// <summary>
/// A table that a person saved: its headings, on whatever line, and the rows under them. Every reader of lists, reviews, worklists and backups begins here.
/// </summary>
internal sealed class TableFile
{
    // Titles above a table are few; a file without headings is not searched to its end for every separator.
    private const int MostTitles = 25;

    private readonly IEnumerator<CsvRecord> _rows;

    private TableFile(string path, CsvRecord heading, IEnumerator<CsvRecord> rows)
    {
        Path = path;
        Heading = heading;
        _rows = rows;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The headings.</summary>
    public CsvRecord Heading { get; }

    /// <summary>The headings, for messages.</summary>
    public string Found => string.Join(", ", Heading.Cells.Select(Cell.Heading));

    /// <summary>Reads the file as far as its headings.</summary>
    /// <param name="path">The file: UTF-8, UTF-16 or UTF-32, with or without a byte order mark, or Windows-1252; separated by commas, semicolons, tabs or
    /// pipes.</param>
    /// <param name="what">What the file should be, for the message of an empty one: "a worklist".</param>
    /// <param name="isHeading">Whether a row holds the headings that are needed. Where none does, the first row counts as the headings.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="PicsOnefileException">FileNotFound, FileUnreadable; CsvInvalid: it is no text table, is empty, or its headings are damaged.</exception>
    public static TableFile Read(string path, string what, Func<string[], bool> isHeading, CancellationToken cancellation = default)
    {
        var text = TableText.Read(path, cancellation);
        var start = CsvRecords.FindStart(text);
        var separators = start.Separator is { } named ? [named] : CsvRecords.FindSeparators(text, start.Offset);
        foreach (var separator in separators)
        {
            var titles = CsvRecords
                .Read(text, start, separator)
                .Take(MostTitles)
                .TakeWhile(record => record.DamagedColumn > 0 || !isHeading(record.Cells))
                .Count();
            if (Opened(path, CsvRecords.Read(text, start, separator), titles) is { } table && isHeading(table.Heading.Cells))
                return table;
        }
        var first = Opened(path, CsvRecords.Read(text, start, separators[0]), 0)
            ?? throw ErrorKinds.CsvInvalid.For(path, $"{path} is empty, line 1, column 1: {what} starts with its headings.");
        return first.Heading.DamagedColumn == 0
            ? first
            : throw ErrorKinds.CsvInvalid.For(
                path,
                $"{path}, line {first.Heading.Line}, column {first.Heading.DamagedColumn}: a quote in the headings is not closed."
            );
    }

    /// <summary>Returns the rows under the headings, read by these headings as far as they are there. It can be enumerated once.</summary>
    /// <exception cref="PicsOnefileException">CsvInvalid: two columns have one heading.</exception>
    public IEnumerable<TableRow> Rows(IEnumerable<string> headings) => Rows(Columns(headings));

    /// <summary>Returns the same rows, read by names of the caller's own for the columns.</summary>
    /// <param name="columns">The column of each name, from 0.</param>
    public IEnumerable<TableRow> Rows(IReadOnlyDictionary<string, int> columns)
    {
        using (_rows)
        {
            while (_rows.MoveNext())
                yield return TableRow.From(_rows.Current, columns);
        }
    }

    /// <summary>Returns the column of a heading, from 0; -1 where there is none. Letter case, blanks and punctuation do not count.</summary>
    /// <exception cref="PicsOnefileException">CsvInvalid: several columns have it.</exception>
    public int Column(string heading) => Column(heading, []);

    /// <summary>Returns the column of a heading, without those that are taken already.</summary>
    public int Column(string heading, ICollection<int> taken)
    {
        var plain = Plain(heading);
        var found = Enumerable.Range(0, Heading.Cells.Length).Where(at => !taken.Contains(at) && Plain(Heading.Cells[at]) == plain).ToList();
        return found.Count < 2
            ? found.DefaultIfEmpty(-1).First()
            : throw HeadingError(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "the columns {0} are both headed '{1}', and nothing says which one counts. Delete one of them, or give it another heading",
                    string.Join(" and ", found.Select(at => at + 1)),
                    Cell.Heading(Heading.Cells[found[0]])
                )
            );
    }

    /// <summary>
    /// The column that has one of these headings, from 0; -1 where none has. Nothing says which of two columns counts: whether they have one heading, or two
    /// that mean the same.
    /// </summary>
    /// <param name="field">The field, for the message.</param>
    /// <param name="headings">The headings that mean the field.</param>
    /// <param name="taken">Columns to pass over.</param>
    /// <exception cref="PicsOnefileException">CsvInvalid: several columns do.</exception>
    public int Column(string field, IReadOnlyList<string> headings, ICollection<int> taken)
    {
        var found = headings.Select(heading => Column(heading, taken)).Where(at => at >= 0).Distinct().OrderBy(at => at).ToList();
        return found.Count < 2
            ? found.DefaultIfEmpty(-1).First()
            : throw HeadingError(
                $"the columns {Join([.. found.Select(Numbered)])} may all be the field {field}, and nothing says which one counts. Give -ColumnMap "
                    + $"@{{ {field} = '{Cell.Heading(Heading.Cells[found[0]])}' }} with the heading that does, or take the others out"
            );
    }

    /// <summary>Returns the column of a required heading.</summary>
    /// <exception cref="PicsOnefileException">CsvInvalid: no column has it, or several have.</exception>
    public int RequiredColumn(string heading) =>
        Column(heading) is var at && at >= 0 ? at : throw HeadingError($"there is no column {heading}. The headings found are {Found}");

    /// <summary>Returns the columns of those headings that the file has, by their names.</summary>
    /// <exception cref="PicsOnefileException">CsvInvalid: two columns have one heading.</exception>
    public IReadOnlyDictionary<string, int> Columns(IEnumerable<string> headings) =>
        headings
            .Select(heading => (heading, At: Column(heading)))
            .Where(column => column.At >= 0)
            .ToDictionary(column => column.heading, column => column.At, StringComparer.Ordinal);

    /// <summary>Whether a row holds all of these headings.</summary>
    public static bool Holds(string[] cells, params IEnumerable<string> headings) => headings.All(heading => cells.Any(cell => Plain(cell) == Plain(heading)));

    /// <summary>Returns the form in which headings are compared.</summary>
    public static string Plain(string heading) => new([.. heading.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Creates an error about the headings.</summary>
    public PicsOnefileException HeadingError(string what) => ErrorKinds.CsvInvalid.For(Path, $"{Path}, line {Heading.Line}, column 1: {what}.");

    private string Numbered(int at) => string.Format(CultureInfo.InvariantCulture, "{0} ({1})", at + 1, Cell.Heading(Heading.Cells[at]));

    private static string Join(IReadOnlyList<string> words) =>
        $"{string.Join(", ", words.Take(words.Count - 1))} and {words[words.Count - 1]}";

    private static TableFile? Opened(string path, IEnumerable<CsvRecord> records, int titles)
    {
        var rows = records.GetEnumerator();
        for (var at = 0; at <= titles; at++)
        {
            if (!rows.MoveNext())
                return null;
        }
        return new TableFile(path, rows.Current, rows);
    }
}
