using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// Rows of a review file that do not come through Import-LinkReview. The key identifies their records, whatever a spreadsheet made of the other cells.
/// </summary>
internal static class ReviewRows
{
    private static readonly IReadOnlyList<(string Column, Type Type)> Enumerations =
    [
        (ReviewColumns.Decision, typeof(ReviewDecision)),
        (ReviewColumns.Confidence, typeof(Confidence)),
        ("Component", typeof(StandardComponentKind)),
        ("State", typeof(VqState)),
    ];

    /// <summary>
    /// Checks whether the row is one: it has the two columns that a review file needs. A row that Import-LinkReview wrote in this process has been checked
    /// already.
    /// </summary>
    /// <returns>True for a row of a review file.</returns>
    public static bool IsOne(PipedRow row) => !row.IsLive && ReviewColumns.Needed.All(row.Has);

    /// <summary>Refuses a row with a typed-in ID that nothing says the meaning of: its key is gone.</summary>
    /// <exception cref="PicsOnefileException">ReviewRowInvalid.</exception>
    public static void RequireKey(PipedRow row, string command)
    {
        if (!row.IsLive && !row.Has(ReviewColumns.Key) && RecordId.Normalise(row.Text(ReviewColumns.OtherId)) is { } typed)
            throw ErrorKinds.ReviewRowInvalid.For(
                RowKinds.Target(row),
                $"{RowKinds.Target(row)}: OtherId holds '{typed}', and the row has no Key. Read the review file itself: Import-LinkReview <file> | {command}"
            );
    }

    /// <summary>Makes the cells that the review's reader takes: enumerations by their names.</summary>
    /// <returns>The texts by column.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: a number that the enumeration does not have.</exception>
    public static Dictionary<string, string?> Texts(PipedRow row)
    {
        var texts = row.Texts();
        foreach (var (column, type) in Enumerations)
        {
            if (!row.Has(column) || !RowValue.IsNumber(row[column]))
                continue;
            texts[column] = RowValue.Enumeration(RowValue.Plain(row[column])!, type)?.ToString()
                ?? throw ErrorKinds.InputUnusable.For(
                    RowKinds.Target(row),
                    $"{RowKinds.Target(row)}: the column {column} holds the number {RowValue.Text(RowValue.Plain(row[column]))}, and not "
                        + $"{RowValue.Known(type)}. Nothing was done with the row."
                );
        }
        return texts;
    }

    /// <summary>Refuses a row whose decision says the opposite of what the cmdlet does.</summary>
    /// <exception cref="PicsOnefileException">ReviewRowInvalid.</exception>
    public static void RequireDecision(string target, ReviewDecision? decision, IReadOnlyCollection<ReviewDecision> opposite, string command, string setter)
    {
        foreach (var one in opposite)
        {
            if (decision == one)
                throw ErrorKinds.ReviewRowInvalid.For(
                    target,
                    $"{target}: the decision is {decision}, and {command} does the opposite. To carry out what was decided: Import-LinkReview <file> | {setter}"
                );
        }
    }
}
