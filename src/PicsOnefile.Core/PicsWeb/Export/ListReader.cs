using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;
using PicsOnefile.Identifiers;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>Reads one exported list: finds its columns, reads the good rows and names the bad ones.</summary>
internal sealed class ListReader(ExportedList list, ListKind kind, RunContext run)
{
    // A list with the wrong heading has only bad rows; a person reads no more warnings than this.
    private const int MostWarnings = 50;

    // The fields that name a record, in whatever list.
    private static readonly string[] Ids =
    [
        "OfficerIdent",
        "OrganisationIdent",
        "LearnerIdent",
        "AdditionalId",
        "OnefileId",
        "MainOfficer",
        "VqReference",
        "Uln",
    ];

    private readonly ListDates _dates = new();
    private Dictionary<string, int> _columns = [];
    private string[] _heading = [];
    private int _badRows;

    /// <summary>The rows that can be used, in the order of the file.</summary>
    /// <exception cref="PicsOnefileException">The file, its heading or its column map cannot be used, or it is the list of another kind.</exception>
    public List<ListRow> Read()
    {
        var (table, columns) = Open();
        WarnOfHiddenLinks(columns);
        (_columns, _heading) = (columns, table.Heading.Cells);
        var rows = Rows(table, columns);
        _dates.Take(rows);
        WarnOfConversion(rows, columns);
        WarnOfLostLetters(rows);
        if (_badRows > MostWarnings)
            run.Log.Warning($"{list.Path} has {(_badRows - MostWarnings).ToString(CultureInfo.InvariantCulture)} more such rows.");
        run.Log.Verbose($"Read {rows.Count.ToString(CultureInfo.InvariantCulture)} {kind.Name(run.Terms)} from {list.Path}.");
        return rows;
    }

    /// <summary>Looks at the headings alone.</summary>
    /// <exception cref="PicsOnefileException">The file, its heading or its column map cannot be used, or it is the list of another kind.</exception>
    public void Check() => Open();

    private (TableFile Table, Dictionary<string, int> Columns) Open()
    {
        var table = TableFile.Read(
            list.Path,
            $"a list of {kind.Name(run.Terms)}",
            cells => Headings.Fit(list, kind, cells) || Other(cells) is not null,
            run.Cancellation
        );
        if (Other(table.Heading.Cells) is { } given)
            throw ErrorKinds.ListOfAnotherKind.For(
                list.Path,
                $"{list.Path} was given as the list of {kind.Name(run.Terms)}, and its headings are those of {given.Name(run.Terms)}: {table.Found}."
            );
        return (table, new Headings(list, kind, table, run.Terms).Columns());
    }

    // Who names the heading of a list's first field has looked at the list.
    private ListKind? Other(string[] cells) => !Headings.IsNamed(list, kind.Key) && ListKinds.Recognise(cells) is { } other && other != kind ? other : null;

    private List<ListRow> Rows(TableFile table, Dictionary<string, int> columns)
    {
        var width = table.Heading.Cells.Length;
        var rows = new List<ListRow>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var read in table.Rows(columns))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (ListKinds.MayBeHeadings(read.Cells))
            {
                RequireSameList(read);
                if (RepeatsHeadings(read, table))
                {
                    ReportRow(read.Line, 1, "repeats the headings; the row was left out");
                    continue;
                }
            }
            if (FindError(read, width) is { } fault)
            {
                ReportRow(read.Line, fault.Column, fault.What);
                continue;
            }

            var row = new ListRow(read, _dates);
            if (IsGood(row, lines, columns[kind.Key]))
                rows.Add(row);
        }

        return rows;
    }

    // Pages of one list that were put below each other.
    private static bool RepeatsHeadings(TableRow row, TableFile table) =>
        row.Cells.Count >= table.Heading.Cells.Length
        && table.Heading.Cells.Zip(row.Cells, (heading, cell) => TableFile.Plain(heading) == TableFile.Plain(cell)).All(same => same);

    // Lists of two kinds in one file: every row from here on would be read by the wrong headings.
    private void RequireSameList(TableRow row)
    {
        string[] cells = [.. row.Cells];
        if (Other(cells) is { } other && Headings.Fit(new(list.Path), other, cells))
            throw ErrorKinds.ListOfAnotherKind.For(
                list.Path,
                $"{list.Path} was given as the list of {kind.Name(run.Terms)}, and on line {row.Line.ToString(CultureInfo.InvariantCulture)} the headings of "
                    + $"a list of {other.Name(run.Terms)} begin: {string.Join(", ", row.Cells.Select(Cell.Heading))}."
            );
    }

    private bool IsGood(ListRow row, Dictionary<string, int> lines, int column)
    {
        var identity = kind.Identity(row);
        if (identity is not null && !lines.TryGetValue(identity, out _))
        {
            lines.Add(identity, row.Line);
            return true;
        }

        var what = identity is null ? "is empty" : $"is the same as on line {lines[identity]}";
        ReportRow(row.Line, column + 1, $"{what}; the row was left out");
        return false;
    }

    // Trailing separators are harmless; anything else moves values into the wrong columns.
    private static (int Column, string What)? FindError(TableRow row, int width)
    {
        if (row.DamagedColumn > 0)
            return (row.DamagedColumn, "has a quote that is not closed or not doubled; the line was left out");
        if (row.Cells.Count < width)
            return (row.Cells.Count + 1, $"is missing: the row has {row.Cells.Count} columns and the heading {width}; the row was left out");
        return row.Cells.Skip(width).Any(cell => cell.Trim().Length > 0)
            ? (width + 1, $"is too many: the row has {row.Cells.Count} columns and the heading {width}; the row was left out")
            : null;
    }

    /// <summary>The warnings about dates, once the records were made.</summary>
    public void WarnOfInvalidDates() => _dates.Report(list.Path, field => Column(_columns[field] + 1), run.Log);

    private void ReportRow(int line, int column, string what)
    {
        if (++_badRows > MostWarnings)
            return;
        var message = $"{list.Path}, line {line}, {Column(column)} {what}.";
        run.Log.RecordError(ErrorKinds.CsvRowInvalid.For(list.Path, message));
    }

    // A row's own form and that of the others decide; a connection also compares the Idents with those of other lists.
    private void WarnOfConversion(List<ListRow> rows, Dictionary<string, int> columns)
    {
        foreach (var field in Ids.Where(columns.ContainsKey))
        {
            var values = rows.Select(row => (row.Line, Id: row.Exact(field))).Where(cell => cell.Id is not null).ToList();
            var converted = AutoConversion.Find([.. values.Select(cell => cell.Id!)], []).ToDictionary(one => one.Id, StringComparer.Ordinal);
            var named = values.Where(cell => converted.ContainsKey(cell.Id!)).ToList();
            if (named.Count == 0)
                continue;
            run.Log.Warning(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0}, column {1} ({2}): a spreadsheet has probably rewritten {3}. The rows were read as they are. Export the list again, and do not "
                        + "open it in a spreadsheet.",
                    list.Path,
                    columns[field] + 1,
                    field,
                    LineNumbers.Join(named.Select(cell => $"line {cell.Line.ToString(CultureInfo.InvariantCulture)}: {converted[cell.Id!]}"), named.Count)
                )
            );
        }
    }

    private void WarnOfLostLetters(List<ListRow> rows) =>
        LostLetters.Warn(
            list.Path,
            [.. LostLetters.Find(rows).Select(cell => $"line {cell.Line.ToString(CultureInfo.InvariantCulture)} ({cell.Field})")],
            run.Log
        );

    private string Column(int column) => $"column {column}{(column <= _heading.Length ? $" ({Cell.Heading(_heading[column - 1])})" : "")}";

    private void WarnOfHiddenLinks(Dictionary<string, int> columns)
    {
        if (kind.Linking is { } field && !columns.ContainsKey(field))
        {
            run.Log.Warning(
                $"{list.Path} has no column for {field}: which {kind.Name(run.Terms)} are linked already cannot be seen. "
                    + "Export the list with it, or name its heading in a column map."
            );
        }
    }
}
