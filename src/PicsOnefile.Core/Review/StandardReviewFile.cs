using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Review;

/// <summary>What a review file about standards says.</summary>
/// <param name="Rows">The rows that can be used, in the order of the file; undecided ones too.</param>
/// <param name="Problems">ReviewRowInvalid for each row that cannot, naming file, line and column.</param>
public sealed record StandardReviewReading(IReadOnlyList<StandardReviewRow> Rows, IReadOnlyList<PicsOnefileException> Problems);

/// <summary>
/// Components of standards whose qualification a person decides: proposals by title, and where several fit. The same CSV as for officers and organisations:
/// Accept in Decision, Reject (this qualification is not this component; without one, the component is meant to have none), Exclude (this qualification is to
/// be left alone altogether), or the key of another qualification in OtherId.
/// </summary>
public static class StandardReviewFile
{
    private static readonly IReadOnlyList<(string Name, Func<StandardVqReference, StandardReviewKey, string?> Value)> Columns =
    [
        (ReviewColumns.Decision, (_, _) => null),
        (ReviewColumns.OtherId, (_, _) => null),
        (ReviewColumns.Note, (_, _) => null),
        (nameof(StandardVqReference.StandardCode), (row, _) => row.StandardCode),
        (nameof(StandardVqReference.StandardTitle), (row, _) => row.StandardTitle),
        (nameof(StandardVqReference.Component), (row, _) => row.Component.ToString()),
        (nameof(StandardVqReference.Code), (row, _) => row.Code),
        (nameof(StandardVqReference.QualificationId), (row, _) => row.QualificationId),
        (nameof(StandardVqReference.QualificationTitle), (row, _) => row.QualificationTitle),
        (nameof(StandardVqReference.VqReference), (row, _) => row.VqReference),
        (nameof(StandardVqReference.State), (row, _) => row.State.ToString()),
        (nameof(StandardVqReference.Detail), (row, _) => row.Detail),
        ("ProfileName", (_, key) => key.ProfileName),
        (ReviewColumns.Key, (_, key) => key.ToString()),
    ];

    // The first that applies is what is wrong with the row.
    private static readonly IReadOnlyList<(string Column, Func<StandardReviewRow, bool> Applies, Func<StandardReviewRow, string> What)> Contradictions =
    [
        (
            ReviewColumns.OtherId,
            row => row.OtherId is not null && row.Decision is ReviewDecision.Reject or ReviewDecision.Exclude,
            row => $"the decision is {row.Decision}, and '{row.OtherId}' is given. Write Accept to take it, or empty the cell."
        ),
        (
            ReviewColumns.OtherId,
            row => row.QualificationId is null && row.Decision is ReviewDecision.Accept or ReviewDecision.Replace,
            _ => "there is no qualification to accept. Type the QualificationId of the one that it is."
        ),
    ];

    /// <summary>Headings and cells; nothing in them is decided.</summary>
    internal static ReviewTable Table(IReadOnlyList<StandardVqReference> rows, ReviewFileOptions options) =>
        new([.. Columns.Select(column => column.Name)], [.. rows.Select(row => Columns.Select(column => column.Value(row, KeyOf(row, options))).ToList())]);

    private static StandardReviewKey KeyOf(StandardVqReference row, ReviewFileOptions options) =>
        new(row.StandardCode, row.Component, row.Code, row.QualificationId, row.ProfileName ?? options.ProfileName);

    /// <summary>Whether a review file is about standards.</summary>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read: it is not there, or no CSV.</exception>
    public static bool IsOne(string path, CancellationToken cancellation = default) =>
        TableFile.Holds(
            Open(path, cancellation).Heading.Cells,
            nameof(StandardVqReference.StandardCode),
            nameof(StandardVqReference.Component),
            ReviewColumns.Key
        );

    /// <summary>Reads a file that came back, in whatever encoding and separator; columns may have been added, moved or taken out, and rows deleted.</summary>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read: it is not there, no CSV, or lacks the column Decision or Key.</exception>
    public static StandardReviewReading Read(string path, CancellationToken cancellation = default)
    {
        var table = Open(path, cancellation);
        foreach (var needed in ReviewColumns.Needed)
            table.RequiredColumn(needed);
        var columns = table.Columns(Columns.Select(column => column.Name));
        var rows = new List<StandardReviewRow>();
        var problems = new List<PicsOnefileException>();
        foreach (var record in table.Rows())
        {
            var (row, column, fault) = Row(record, columns);
            if (fault is not null)
                problems.Add(
                    ErrorKinds.ReviewRowInvalid.For(
                        $"{path}:{record.Line}",
                        $"{path}, line {record.Line}, column "
                            + $"{(column is null ? record.DamagedColumn : columns.TryGetValue(column, out var at) ? at + 1 : 1)}: {fault}"
                    )
                );
            else if (row is not null)
                rows.Add(row);
        }
        return new(rows, problems);
    }

    private static TableFile Open(string path, CancellationToken cancellation) =>
        TableFile.Read(path, "a review file", cells => TableFile.Holds(cells, ReviewColumns.Needed), cancellation);

    /// <summary>Takes rows that came another way than by the file itself (Import-Csv, ConvertFrom-Json, a job): they mean what they mean in the file.</summary>
    /// <param name="rows">The cells of each row by their headings, an enumeration by its name.</param>
    public static StandardReviewReading Read(IEnumerable<IReadOnlyDictionary<string, string?>> rows)
    {
        var read = new List<StandardReviewRow>();
        var problems = new List<PicsOnefileException>();
        var line = 0;
        foreach (var cells in rows)
        {
            var (row, column, fault) = Row(++line, RowCells.Of(cells));
            if (fault is not null)
                problems.Add(ErrorKinds.ReviewRowInvalid.For($"row {line}", $"Row {line} of the review, {column}: {fault}"));
            else if (row is not null)
                read.Add(row);
        }
        return new(read, problems);
    }

    // No column is named where the line itself is damaged.
    private static (StandardReviewRow? Row, string? Column, string? Fault) Row(CsvRecord record, IReadOnlyDictionary<string, int> columns) =>
        record.DamagedColumn > 0
            ? (null, null, "a quote is not closed or not doubled.")
            : Row(record.Line, column =>
                columns.TryGetValue(column, out var at) && at < record.Cells.Length ? Readable.Text(Cell.Text(record.Cells[at])) : null
            );

    private static (StandardReviewRow? Row, string? Column, string? Fault) Row(int line, Func<string, string?> text)
    {
        var (decision, other, keyText) = (text(ReviewColumns.Decision), TypedId.Of(text(ReviewColumns.OtherId)), text(ReviewColumns.Key));
        // A remark or a sum that somebody wrote below the table is no row of ours.
        if (decision is null && other is null && keyText is null)
            return default;
        if (StandardReviewKey.Parse(keyText) is not { } key)
            return (null, ReviewColumns.Key, "the key is missing or damaged. Copy it from the exported file, or export the review again.");
        if (!DecisionWords.TryRead(decision, out var decided))
            return (null, ReviewColumns.Decision, $"'{decision}' is no decision. Write Accept, Reject or Exclude, or leave the cell empty.");
        var row = new StandardReviewRow
        {
            Key = key.ToString(),
            // Whoever types an ID means it; an empty decision beside it is only forgotten.
            Decision = decided ?? (other is null ? null : ReviewDecision.Accept),
            OtherId = other,
            Note = text(ReviewColumns.Note),
            StandardCode = key.StandardCode,
            Component = key.Component,
            Code = key.Code,
            QualificationId = other ?? key.QualificationId,
            QualificationTitle = other is null ? text(nameof(StandardReviewRow.QualificationTitle)) : null,
            ProfileName = key.ProfileName,
            Line = line,
        };
        return Contradictions.FirstOrDefault(rule => rule.Applies(row)) is { Column: not null } wrong
            ? (null, wrong.Column, wrong.What(row))
            : (row, null, null);
    }
}
