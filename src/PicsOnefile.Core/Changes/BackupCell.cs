using PicsOnefile.Files.Tables;

namespace PicsOnefile.Changes;

/// <summary>
/// A value of the backup as a cell: a spreadsheet must not take what somebody typed into PICSWeb or Onefile for a formula, and the value must come back to the
/// letter. So the apostrophe goes before everything that begins like a formula or with an apostrophe, and exactly one is taken off.
/// </summary>
internal static class BackupCell
{
    private const string Guarded = CsvWriting.FormulaStarts + "'";

    /// <summary>The value as the file holds it.</summary>
    public static string? For(string? value) => value is { Length: > 0 } && Guarded.IndexOf(value[0]) >= 0 ? "'" + value : value;

    /// <summary>The value of the file's cell.</summary>
    public static string Value(string cell) => cell.Length > 0 && cell[0] == '\'' ? cell.Substring(1) : cell;
}
