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
/// Components of standards whose qualification a person decides: proposals by title, and components with several fitting qualifications. The CSV is that of
/// officers and organisations. Accept goes into Decision, or the key of another qualification into OtherId. Reject: this qualification is not this component;
/// without one, the component is meant to have none. Exclude: this qualification is to be left alone altogether.
/// </summary>
public static class StandardReviewFile
{
    private const string NoKey = "the key is missing or damaged. Copy it from the exported file, or export the review again.";

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

    private static readonly ReviewSubject<StandardReviewKey> Standards = new(
        [.. Columns.Select(column => column.Name)],
        StandardReviewKey.Parse,
        NoKey,
        NoKey,
        "Write Accept, Reject or Exclude",
        NamesHeadings: false
    );

    /// <summary>Makes headings and cells; none of them is decided.</summary>
    /// <returns>The table.</returns>
    internal static CellTable Table(IReadOnlyList<StandardVqReference> rows, ReviewFileOptions options) =>
        new([.. Columns.Select(column => column.Name)], [.. rows.Select(row => Columns.Select(column => column.Value(row, KeyOf(row, options))).ToList())]);

    private static StandardReviewKey KeyOf(StandardVqReference row, ReviewFileOptions options) =>
        new(row.StandardCode, row.Component, row.Code, row.QualificationId, row.ProfileName ?? options.ProfileName, row.Origin);

    /// <summary>Checks whether a review file is about standards.</summary>
    /// <returns>True for a review of standards.</returns>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read: it is not there, or no CSV.</exception>
    public static bool IsOne(string path, CancellationToken cancellation = default) =>
        TableFile.Holds(
            DecidedTable.Open(path, cancellation).Heading.Cells,
            nameof(StandardVqReference.StandardCode),
            nameof(StandardVqReference.Component),
            ReviewColumns.Key
        );

    /// <summary>Reads a file that came back, in whatever encoding and separator. Columns may have been added, moved or taken out, and rows deleted.</summary>
    /// <returns>The usable rows, and the problems of the others.</returns>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read. It does not exist, is no CSV, or lacks the column Decision or
    /// Key.</exception>
    public static StandardReviewReading Read(string path, CancellationToken cancellation = default) =>
        Read(DecidedRows<StandardReviewKey>.Read(Standards, path, cancellation));

    /// <summary>Takes rows from another source than the file (Import-Csv, ConvertFrom-Json, a job). They mean what they mean in the file.</summary>
    /// <param name="rows">The cells of each row by their headings, an enumeration by its name.</param>
    /// <returns>The usable rows, and the problems of the others.</returns>
    public static StandardReviewReading Read(IEnumerable<IReadOnlyDictionary<string, string?>> rows) =>
        Read(DecidedRows<StandardReviewKey>.From(Standards, rows));

    private static StandardReviewReading Read(DecidedRows<StandardReviewKey> sheet)
    {
        var (rows, problems) = RepeatedRows.TakeOnce([.. sheet.Rows.Select(read => Subject(sheet, read.Row, read.Problem))], sheet.Problem);
        return new(rows, problems);
    }

    private static ReadRow<StandardReviewRow> Subject(
        DecidedRows<StandardReviewKey> sheet,
        DecidedRow<StandardReviewKey>? decided,
        PicsOnefileException? problem
    )
    {
        if (decided is null)
            return new(null, 0, null, null, problem);
        var wrong = Contradiction(decided);
        var row = wrong is null ? Row(decided) : null;
        return new(
            (decided.Key, decided.OtherId),
            decided.Cells.Line,
            row?.Decision,
            row,
            wrong is null ? null : sheet.Problem(decided.Cells.Line, ReviewColumns.OtherId, wrong)
        );
    }

    private static string? Contradiction(DecidedRow<StandardReviewKey> row) =>
        DecidedTable.Contradiction(
            row.Decision,
            row.OtherId,
            row.Key.QualificationId is not null,
            ". Write Accept to take it",
            "there is no qualification to accept. Type the QualificationId of the one that it is."
        );

    private static StandardReviewRow Row(DecidedRow<StandardReviewKey> row) =>
        new()
        {
            Key = row.Key.ToString(),
            // A person who types an ID means it. An empty decision beside it was only forgotten.
            Decision = row.Decision ?? (row.OtherId is null ? null : ReviewDecision.Accept),
            OtherId = row.OtherId,
            Note = row.Cells[ReviewColumns.Note],
            StandardCode = row.Key.StandardCode,
            Component = row.Key.Component,
            Code = row.Key.Code,
            QualificationId = row.OtherId ?? row.Key.QualificationId,
            QualificationTitle = row.OtherId is null ? row.Cells[nameof(StandardReviewRow.QualificationTitle)] : null,
            ProfileName = row.Key.ProfileName,
            Origin = row.Key.Origin,
            Line = row.Cells.Line,
        };
}
