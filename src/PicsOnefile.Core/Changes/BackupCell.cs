using PicsOnefile.Files.Tables;

namespace PicsOnefile.Changes;

/// <summary>
/// A value of the backup as a cell. A spreadsheet must not take a value for a formula, and the value must come back to the letter. An apostrophe is put before
/// every text that begins like a formula or with an apostrophe. Exactly one is taken off.
/// </summary>
internal static class BackupCell
{
    private const string Guarded = CsvWriting.FormulaStarts + "'";

    /// <summary>Writes a value as the file has it.</summary>
    /// <returns>The text; null for null.</returns>
    public static string? For(string? value) => value is { Length: > 0 } && Guarded.IndexOf(value[0]) >= 0 ? "'" + value : value;

    /// <summary>Reads the value of the file's cell.</summary>
    /// <returns>The value.</returns>
    public static string Value(string cell) => cell.Length > 0 && cell[0] == '\'' ? cell.Substring(1) : cell;
}
