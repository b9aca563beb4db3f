using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Review;

/// <summary>A row of a review with what came of reading it.</summary>
/// <param name="Subject">What the row is about; null for a row whose key cannot be read.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Decision">What was decided; null for a row that cannot be used.</param>
/// <param name="Row">The row; null where it cannot be used.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
internal sealed record ReadRow<TRow>(object? Subject, int Line, ReviewDecision? Decision, TRow? Row, PicsOnefileException? Problem)
    where TRow : class;

/// <summary>Rows that stand in a review several times, of whatever subject: copied by a spreadsheet, or put together from two files.</summary>
internal static class RepeatedRows
{
    /// <summary>Takes each row once, and refuses rows that are decided differently.</summary>
    /// <param name="read">The rows, in the order of the file.</param>
    /// <param name="problem">Makes the error of a line, of a column, in words.</param>
    /// <returns>The usable rows, and the problems of the others.</returns>
    public static (IReadOnlyList<TRow> Rows, IReadOnlyList<PicsOnefileException> Problems) TakeOnce<TRow>(
        IReadOnlyCollection<ReadRow<TRow>> read,
        Func<int, string, string, PicsOnefileException> problem
    )
        where TRow : class
    {
        var contradictions = read.Where(row => row.Subject is not null)
            .GroupBy(row => row.Subject!)
            .Where(same => same.Select(row => row.Decision).Distinct().Skip(1).Any())
            .ToDictionary(same => same.Key, same => LineNumbers.Join([.. same.Select(row => row.Line)]));
        var taken = new HashSet<object>();
        var rows = new List<TRow>();
        var problems = new List<PicsOnefileException>();
        foreach (var row in read)
        {
            if (row.Problem is { } wrong)
                problems.Add(wrong);
            else if (contradictions.TryGetValue(row.Subject!, out var lines))
                problems.Add(
                    problem(row.Line, ReviewColumns.Decision, $"the same row is on lines {lines} with different decisions. Keep one of them.")
                );
            else if (taken.Add(row.Subject!))
                rows.Add(row.Row!);
        }
        return (rows, problems);
    }
}
