using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Review;

/// <summary>
/// The cells of a row that came another way than by its file, read as those of the file are: by the heading, and without what spreadsheets put around a text.
/// </summary>
internal static class RowCells
{
    /// <summary>A cell by its heading; null where it is empty or there is none.</summary>
    public static Func<string, string?> Of(IReadOnlyDictionary<string, string?> row)
    {
        var cells = row.ToLookup(cell => TableFile.Plain(cell.Key), cell => cell.Value, StringComparer.Ordinal);
        return heading => cells[TableFile.Plain(heading)].Select(cell => Readable.Text(Cell.Text(cell ?? ""))).FirstOrDefault(cell => cell is not null);
    }
}
