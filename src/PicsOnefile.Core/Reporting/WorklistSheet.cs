using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;
using PicsOnefile.Review;

namespace PicsOnefile.Reporting;

/// <summary>What a worklist's CSV says that came back.</summary>
/// <param name="Done">The items that are marked.</param>
/// <param name="Problems">WorklistRowInvalid for each row that cannot be used, naming file, line and column.</param>
public sealed record WorklistMarks(IReadOnlyList<string> Done, IReadOnlyList<PicsOnefileException> Problems);

/// <summary>Reads the CSV back, in whatever encoding and separator a spreadsheet saved it. Columns may have been moved, and rows deleted or sorted.</summary>
public static class WorklistSheet
{
    /// <summary>The heading of the column that a person marks.</summary>
    public const string Done = "Done";

    /// <summary>The heading of the column that identifies items.</summary>
    public const string ItemId = "ItemId";

    // What people write besides yes and no.
    private static readonly string[] Marks = ["x", "done", "keyed", "keyedin", "ticked", "✓", "✔", "☑", "☒"];

    /// <summary>Checks whether a cell is marked.</summary>
    /// <returns>True or false; null for a word that may mean anything.</returns>
    public static bool? IsMarked(string? cell)
    {
        var word = new string([.. (cell ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (Marks.Contains(word, StringComparer.OrdinalIgnoreCase))
            return true;
        return DecisionWords.TryRead(word, out var decision)
            ? decision switch
            {
                null => false,
                ReviewDecision.Accept => true,
                ReviewDecision.Reject => false,
                _ => null,
            }
            : null;
    }

    /// <summary>Reads the marks.</summary>
    /// <returns>The marked items, and the problems of other rows.</returns>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read. It does not exist, is no CSV, or lacks the column Done or ItemId.</exception>
    public static WorklistMarks Read(string path, CancellationToken cancellation = default)
    {
        var table = TableFile.Read(path, "a worklist", cells => TableFile.Holds(cells, Done, ItemId), cancellation);
        var (done, id) = (table.RequiredColumn(Done), table.RequiredColumn(ItemId));
        var marked = new List<string>();
        var problems = new List<PicsOnefileException>();
        foreach (var row in table.Rows([Done, ItemId]))
        {
            if (row.DamagedColumn > 0)
                problems.Add(Problem(path, row.Line, row.DamagedColumn, "a quote is not closed or not doubled."));
            else if (IsMarked(row[Done]) is not { } mark)
                problems.Add(Problem(path, row.Line, done + 1, $"'{row[Done]}' is not a mark. Write x where the value was keyed in, or leave the cell empty."));
            else if (mark && row[ItemId] is null)
                problems.Add(Problem(path, row.Line, id + 1, "the row is marked and has no ItemId: only rows of the exported file can be ticked off."));
            else if (mark)
                marked.Add(row[ItemId]!);
        }
        return new(marked, problems);
    }

    private static PicsOnefileException Problem(string path, int line, int column, string what) =>
        ErrorKinds.WorklistRowInvalid.For($"{path}:{line}", $"{path}, line {line}, column {column}: {what}");
}
