using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Files.Tables;

/// <summary>
/// A row of a table, read by its headings: of a file, or an object that came another way (Import-Csv, ConvertFrom-Json, a job). Both mean the same.
/// </summary>
internal sealed class TableRow
{
    private readonly Func<string, IEnumerable<string?>> _cells;

    private TableRow(int line, int damagedColumn, IReadOnlyList<string> cells, Func<string, IEnumerable<string?>> find) =>
        (Line, DamagedColumn, Cells, _cells) = (line, damagedColumn, cells, find);

    /// <summary>The line in the file, or the number of the object, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1, whose quotes do not match; 0 for a sound row.</summary>
    public int DamagedColumn { get; }

    /// <summary>All cells in their order, to the letter, those without a heading too; none where the row is damaged.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>A cell by its heading, without what spreadsheets put around a text; null where it is empty or there is none.</summary>
    public string? this[string heading] => _cells(heading).Select(cell => Readable.Text(Cell.Text(cell))).FirstOrDefault(text => text is not null);

    /// <summary>Finds a heading that several cells have, so that nothing says which one counts.</summary>
    /// <param name="headings">The headings that are read.</param>
    /// <returns>The heading; null where each is there once at most.</returns>
    public string? FindDoubled(IEnumerable<string> headings) => headings.FirstOrDefault(heading => _cells(heading).Skip(1).Any());

    /// <summary>Returns a cell by its heading, to the letter; empty where there is none.</summary>
    public string Raw(string heading) => _cells(heading).FirstOrDefault() ?? "";

    /// <summary>A row of a file.</summary>
    /// <param name="record">The record.</param>
    /// <param name="columns">The columns of the headings, from 0.</param>
    public static TableRow From(CsvRecord record, IReadOnlyDictionary<string, int> columns) =>
        new(
            record.Line,
            record.DamagedColumn,
            record.Cells,
            heading => columns.TryGetValue(heading, out var at) && at < record.Cells.Length ? [record.Cells[at]] : []
        );

    /// <summary>A row that came another way.</summary>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="cells">Its cells by their headings; letter case, blanks and punctuation of a heading do not count.</param>
    public static TableRow From(int line, IReadOnlyDictionary<string, string?> cells)
    {
        var known = cells.ToLookup(cell => TableFile.Plain(cell.Key), cell => cell.Value, StringComparer.Ordinal);
        return new(line, 0, [.. cells.Values.Select(cell => cell ?? "")], heading => known[TableFile.Plain(heading)]);
    }
}
