using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Review;

/// <summary>A review of links as it came back: its rows with their keys, before typed-in IDs are looked up.</summary>
internal sealed class ReviewSheet
{
    private static readonly ReviewSubject<ReviewKey> Links = new(
        [.. ReviewColumns.All],
        ReviewKey.Parse,
        "the key is missing: only rows of the exported file can be decided.",
        "the key is damaged. Copy it from the exported file, or export the review again.",
        $"Write one of {DecisionWords.Known}",
        NamesHeadings: true
    );

    private readonly DecidedRows<ReviewKey> _rows;

    private ReviewSheet(DecidedRows<ReviewKey> rows)
    {
        _rows = rows;
        Lines = [.. rows.Rows.Select(row => row.Row).OfType<DecidedRow<ReviewKey>>().Select(Line)];
        Problems = [.. rows.Rows.Select(row => row.Problem).OfType<PicsOnefileException>()];
    }

    /// <summary>The rows with a key, in the order of the file.</summary>
    public IReadOnlyList<ReviewLine> Lines { get; }

    /// <summary>What was wrong with the others.</summary>
    public IReadOnlyList<PicsOnefileException> Problems { get; }

    /// <summary>Reads the file.</summary>
    /// <returns>The sheet.</returns>
    /// <exception cref="PicsOnefileException">The file cannot be read, or lacks the column Decision or Key.</exception>
    public static ReviewSheet Read(string path, CancellationToken cancellation = default) => new(DecidedRows<ReviewKey>.Read(Links, path, cancellation));

    /// <summary>Takes rows from another source: their cells by name, an enumeration by its name.</summary>
    /// <returns>The sheet.</returns>
    public static ReviewSheet From(IEnumerable<IReadOnlyDictionary<string, string?>> rows) => new(DecidedRows<ReviewKey>.From(Links, rows));

    /// <summary>Makes the error of one cell.</summary>
    /// <returns>The error, with the line and the column.</returns>
    public PicsOnefileException Problem(int line, string column, string what) => _rows.Problem(line, column, what);

    private static ReviewLine Line(DecidedRow<ReviewKey> row) =>
        new(row.Cells.Line, row.Key, row.Decision, row.OtherId)
        {
            Note = row.Cells[ReviewColumns.Note],
            PicsWebName = row.Cells[ReviewColumns.PicsWebName(row.Key.Kind)],
            OnefileName = row.Cells[ReviewColumns.OnefileName(row.Key.Kind)],
            Confidence =
                Enum.TryParse<Confidence>(row.Cells[ReviewColumns.Confidence], ignoreCase: true, out var confidence)
                && Enum.IsDefined(typeof(Confidence), confidence)
                    ? confidence
                    : Confidence.None,
            Score = int.TryParse(row.Cells[ReviewColumns.Score], NumberStyles.Integer, CultureInfo.InvariantCulture, out var score) ? score : 0,
            Reasons = row.Cells[ReviewColumns.Reasons] ?? "",
            Conflicts = row.Cells[ReviewColumns.Conflicts] ?? "",
        };
}
