using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Review;

/// <summary>A row of a review that somebody may have decided.</summary>
/// <param name="Cells">The row.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Decision">What the person wrote, or null.</param>
/// <param name="OtherId">The ID that the person typed in, or null.</param>
internal sealed record DecidedRow<TKey>(TableRow Cells, TKey Key, ReviewDecision? Decision, string? OtherId);

/// <summary>
/// The one reader of reviews, of whatever subject. It reads a file that came back from a spreadsheet, or rows from another source. Columns may have been added,
/// moved or taken out, and rows deleted.
/// </summary>
internal sealed class DecidedRows<TKey>
    where TKey : class
{
    private readonly ReviewSubject<TKey> _subject;
    private readonly TableFile? _file;

    private DecidedRows(ReviewSubject<TKey> subject, TableFile? file, IEnumerable<TableRow> rows)
    {
        (_subject, _file) = (subject, file);
        Rows = [.. rows.Select(Read).OfType<(DecidedRow<TKey>? Row, PicsOnefileException? Problem)>()];
    }

    /// <summary>Each row that is one of the review's, or what is wrong with it, in the order of the file.</summary>
    public IReadOnlyList<(DecidedRow<TKey>? Row, PicsOnefileException? Problem)> Rows { get; }

    /// <summary>Reads a file, in whatever encoding and separator.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="PicsOnefileException">The file cannot be read, or lacks the column Decision or Key.</exception>
    public static DecidedRows<TKey> Read(ReviewSubject<TKey> subject, string path, CancellationToken cancellation)
    {
        var file = DecidedTable.Open(path, cancellation);
        foreach (var needed in ReviewColumns.Needed)
            file.RequiredColumn(needed);
        return new(subject, file, file.Rows(subject.Headings));
    }

    /// <summary>Takes rows from another source than the file itself. They mean what they mean in the file.</summary>
    /// <param name="subject">The subject of the review.</param>
    /// <param name="rows">The cells of each row by their headings, an enumeration by its name.</param>
    /// <returns>The rows.</returns>
    public static DecidedRows<TKey> From(ReviewSubject<TKey> subject, IEnumerable<IReadOnlyDictionary<string, string?>> rows) =>
        new(subject, null, rows.Select((row, at) => TableRow.From(at + 1, row)));

    /// <summary>Makes the error of one cell.</summary>
    /// <returns>The error, with the line and the heading.</returns>
    public PicsOnefileException Problem(int line, string heading, string what) =>
        Problem(line, _file?.Columns([heading]) is { Count: 1 } columns ? columns[heading] + 1 : 1, heading, what);

    // Null for a row that is none of the review's.
    private (DecidedRow<TKey>? Row, PicsOnefileException? Problem)? Read(TableRow row)
    {
        if (row.DamagedColumn > 0)
            return (null, Problem(row.Line, row.DamagedColumn, null, "a quote is not closed or not doubled."));
        var (decision, otherId, key) = (row[ReviewColumns.Decision], TypedId.From(row[ReviewColumns.OtherId]), row[ReviewColumns.Key]);
        // A remark or a sum that somebody wrote below the table is no row of ours.
        if (key is null && decision is null && otherId is null)
            return null;
        if (row.FindDoubled(_subject.Headings) is { } doubled)
            return (null, Problem(row.Line, doubled, "several columns have this heading, and nothing says which one counts. Take the others out."));
        if (_subject.ParseKey(key) is not { } parsed)
            return (null, Problem(row.Line, ReviewColumns.Key, key is null ? _subject.KeyMissing : _subject.KeyDamaged));
        return DecisionWords.TryRead(decision, out var decided)
            ? (new DecidedRow<TKey>(row, parsed, decided, otherId), null)
            : (null, Problem(row.Line, ReviewColumns.Decision, $"'{decision}' is not a decision. {_subject.Decisions}, or leave the cell empty."));
    }

    private PicsOnefileException Problem(int line, int column, string? heading, string what) =>
        _file is null
            ? ErrorKinds.ReviewRowInvalid.For($"row {line}", $"Row {line} of the review{(heading is null ? "" : $", {heading}")}: {what}")
            : ErrorKinds.ReviewRowInvalid.For(
                $"{_file.Path}:{line}",
                $"{_file.Path}, line {line}, column {column}{(heading is null || !_subject.NamesHeadings ? "" : $" ({heading})")}: {what}"
            );
}
