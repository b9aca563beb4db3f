using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Failures;
using PicsOnefile.Files.Tables;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>Reads one exported list: finds its columns, reads the good rows and names the bad ones.</summary>
internal sealed class ListReader(ExportedList list, ListKind kind, RunContext run)
{
    // A list with the wrong heading has as many bad rows as rows; nobody reads more warnings than this.
    private const int MostWarnings = 50;
    private int _complaints;

    /// <summary>The rows that can be used, in the order of the file.</summary>
    /// <exception cref="PicsOnefileException">The file, its heading or its column map cannot be used.</exception>
    public List<ListRow> Read()
    {
        var table = TableFile.Read(list.Path, $"a list of {kind.Name(run.Terms)}", cells => Headings.Fit(list, kind, cells), run.Cancellation);
        var columns = new Headings(list, kind, table, run.Terms).Columns();
        WarnOfHiddenLinks(columns);
        var rows = Rows(table, columns);
        if (_complaints > MostWarnings)
            run.Log.Warning($"{list.Path} has {(_complaints - MostWarnings).ToString(CultureInfo.InvariantCulture)} more such rows.");
        run.Log.Verbose($"Read {rows.Count.ToString(CultureInfo.InvariantCulture)} {kind.Name(run.Terms)} from {list.Path}.");
        return rows;
    }

    private List<ListRow> Rows(TableFile table, Dictionary<string, int> columns)
    {
        var heading = table.Heading;
        var rows = new List<ListRow>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in table.Rows())
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (Fault(record, heading) is { } fault)
            {
                Complain(record.Line, fault.Column, heading, fault.What);
                continue;
            }

            var row = new ListRow(record.Line, record.Cells, columns, (bad, field, what) => Complain(bad.Line, columns[field] + 1, heading, what, leftOut: false));
            if (IsGood(row, lines, columns[kind.Key], heading))
                rows.Add(row);
        }

        return rows;
    }

    private bool IsGood(ListRow row, Dictionary<string, int> lines, int column, CsvRecord heading)
    {
        var identity = kind.Identity(row);
        if (identity is not null && !lines.TryGetValue(identity, out _))
        {
            lines.Add(identity, row.Line);
            return true;
        }

        var what = identity is null ? "is empty" : $"is the same as on line {lines[identity]}";
        Complain(row.Line, column + 1, heading, $"{what}; the row was left out");
        return false;
    }

    // Trailing separators are harmless; anything else moves values into the wrong columns.
    private static (int Column, string What)? Fault(CsvRecord record, CsvRecord heading)
    {
        var width = heading.Cells.Length;
        if (record.DamagedColumn > 0)
            return (record.DamagedColumn, "has a quote that is not closed or not doubled; the line was left out");
        if (record.Cells.Length < width)
            return (record.Cells.Length + 1, $"is missing: the row has {record.Cells.Length} columns and the heading {width}; the row was left out");
        return record.Cells.Skip(width).Any(cell => cell.Trim().Length > 0)
            ? (width + 1, $"is too many: the row has {record.Cells.Length} columns and the heading {width}; the row was left out")
            : null;
    }

    // A row that was read all the same is a warning: an error would end the run of whoever stops at errors.
    private void Complain(int line, int column, CsvRecord heading, string what, bool leftOut = true)
    {
        if (++_complaints > MostWarnings)
            return;
        var name = column <= heading.Cells.Length ? $" ({Cell.Heading(heading.Cells[column - 1])})" : "";
        var message = $"{list.Path}, line {line}, column {column}{name} {what}.";
        if (leftOut)
            run.Log.Failure(FailureKinds.CsvRowInvalid.About(list.Path, message));
        else
            run.Log.Warning(message);
    }

    private void WarnOfHiddenLinks(Dictionary<string, int> columns)
    {
        if (kind.Linking is { } field && !columns.ContainsKey(field))
        {
            run.Log.Warning(
                $"{list.Path} has no column for {field}: which {kind.Name(run.Terms)} are linked already cannot be seen. " +
                "Export the list with it, or name its heading in a column map.");
        }
    }
}
