using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Review;

/// <summary>The review file as it came back from the spreadsheet: its rows with their keys, read by the headings wherever they stand.</summary>
internal sealed class ReviewSheet
{
    private readonly string? _path;
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly List<ReviewLine> _lines = [];
    private readonly List<PicsOnefileException> _problems = [];

    private ReviewSheet(TableFile table)
    {
        _path = table.Path;
        foreach (var needed in ReviewColumns.Needed)
            table.RequiredColumn(needed);
        _columns = table.Columns(ReviewColumns.All);
    }

    private ReviewSheet() => _columns = new Dictionary<string, int>();

    /// <summary>The rows with a key, in the order of the file.</summary>
    public IReadOnlyList<ReviewLine> Lines => _lines;

    /// <summary>What was wrong with the others.</summary>
    public IReadOnlyList<PicsOnefileException> Problems => _problems;

    /// <summary>Reads the file, in whatever encoding and separator.</summary>
    /// <exception cref="PicsOnefileException">The file cannot be read, or lacks the column Decision or Key.</exception>
    public static ReviewSheet Read(string path, CancellationToken cancellation = default)
    {
        var table = TableFile.Read(path, "a review file", cells => TableFile.Holds(cells, ReviewColumns.Needed), cancellation);
        var sheet = new ReviewSheet(table);
        foreach (var record in table.Rows())
            sheet.Take(record);
        return sheet;
    }

    /// <summary>
    /// Takes rows that came another way than by the file itself (Import-Csv, ConvertFrom-Json, a job): their cells by name, an enumeration by its name.
    /// </summary>
    public static ReviewSheet Of(IEnumerable<IReadOnlyDictionary<string, string?>> rows)
    {
        var sheet = new ReviewSheet();
        var line = 0;
        foreach (var row in rows)
            sheet.Take(++line, RowCells.Of(row));
        return sheet;
    }

    /// <summary>A problem of one cell.</summary>
    public PicsOnefileException Problem(int line, string column, string what) =>
        Problem(line, _columns.TryGetValue(column, out var at) ? at + 1 : 1, column, what);

    private void Take(CsvRecord record)
    {
        if (record.DamagedColumn > 0)
        {
            _problems.Add(Problem(record.Line, record.DamagedColumn, null, "a quote is not closed or not doubled."));
            return;
        }
        Take(record.Line, column => _columns.TryGetValue(column, out var at) && at < record.Cells.Length ? Readable.Text(Cell.Text(record.Cells[at])) : null);
    }

    private void Take(int line, Func<string, string?> text)
    {
        var (decision, otherId, key) = (text(ReviewColumns.Decision), TypedId.Of(text(ReviewColumns.OtherId)), text(ReviewColumns.Key));
        // A remark or a sum that somebody wrote below the table is no row of ours.
        if (key is null && decision is null && otherId is null)
            return;
        if (ReviewKey.Parse(key) is not { } parsed)
            _problems.Add(
                Problem(
                    line,
                    ReviewColumns.Key,
                    key is null
                        ? "the key is missing: only rows of the exported file can be decided."
                        : "the key is damaged. Copy it from the exported file, or export the review again."
                )
            );
        else if (!DecisionWords.TryRead(decision, out var decided))
            _problems.Add(Problem(line, ReviewColumns.Decision, $"'{decision}' is no decision. Write one of {DecisionWords.Known}, or leave the cell empty."));
        else
            _lines.Add(Line(line, parsed, decided, otherId, text));
    }

    private static ReviewLine Line(int line, ReviewKey key, ReviewDecision? decision, string? otherId, Func<string, string?> text) =>
        new(line, key, decision, otherId)
        {
            Note = text(ReviewColumns.Note),
            PicsWebName = text(ReviewColumns.PicsWebName(key.Kind)),
            OnefileName = text(ReviewColumns.OnefileName(key.Kind)),
            Confidence =
                Enum.TryParse<Confidence>(text(ReviewColumns.Confidence), ignoreCase: true, out var confidence)
                && Enum.IsDefined(typeof(Confidence), confidence)
                    ? confidence
                    : Confidence.None,
            Score = int.TryParse(text(ReviewColumns.Score), NumberStyles.Integer, CultureInfo.InvariantCulture, out var score) ? score : 0,
            Reasons = text(ReviewColumns.Reasons) ?? "",
            Conflicts = text(ReviewColumns.Conflicts) ?? "",
        };

    private PicsOnefileException Problem(int line, int column, string? heading, string what) =>
        _path is null
            ? ErrorKinds.ReviewRowInvalid.For($"row {line}", $"Row {line} of the review{(heading is null ? "" : $", {heading}")}: {what}")
            : ErrorKinds.ReviewRowInvalid.For($"{_path}:{line}", $"{_path}, line {line}, column {column}{(heading is null ? "" : $" ({heading})")}: {what}");
}
