using System;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>A row of an exported list, read by the fields' names.</summary>
internal sealed class ListRow(TableRow row, ListDates dates)
{
    /// <summary>The line in the file, from 1.</summary>
    public int Line => row.Line;

    /// <summary>The text of a field, or null where the cell is empty or the list has no such column.</summary>
    public string? this[string field] => Readable.Field(Lines(field));

    /// <summary>Returns the exact text of a field that is compared. Invisible characters are shown: they make it another value.</summary>
    public string? Exact(string field) => Readable.ShowInvisible(Lines(field));

    /// <summary>Returns the text of a field on one line, for fields that people break into several.</summary>
    public string? Joined(string field) => Readable.Field(Lines(field)?.Replace("\r\n", ", ").Replace("\n", ", ").Replace("\r", ", "));

    /// <summary>Returns the text of a field with its line breaks.</summary>
    public string? Lines(string field) => Cell.Text(row.Raw(field));

    /// <summary>Returns a yes or no, or null where the list has none.</summary>
    public bool? Flag(string field) => BooleanText.Parse(this[field]);

    /// <summary>A date, read in the order of its column; one that cannot be read is named and left empty.</summary>
    public DateTime? Date(string field) => dates.Read(this, field);

    /// <summary>Returns the status in PICSWeb's words, also where the column only holds a yes or no.</summary>
    public string? Status(string field) =>
        this[field] is { Length: > 1 } text && RecordStatus.IsLive(text) is not null
            ? text
            : BooleanText.Parse(this[field]) switch
            {
                true => "Live",
                false => "Dormant",
                null => this[field],
            };
}
