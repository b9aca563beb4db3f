using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace PicsOnefile.Files.Tables;

/// <summary>Headings and the cells under them, whatever they are written as.</summary>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The cells under them.</param>
internal sealed record CellTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>How every table for a person is written: a text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvWriting
{
    /// <summary>What begins a formula, in half and in full width: spreadsheets of East Asian systems take the one for the other.</summary>
    public const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>Writes a table.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="separator">Comma, semicolon or tab.</param>
    public static void Write(TextWriter writer, CellTable table, char separator)
    {
        using var csv = new CsvWriter(writer, For(separator));
        foreach (var row in table.Rows.Prepend(table.Headings))
        {
            foreach (var cell in row)
                csv.WriteField(cell);
            csv.NextRecord();
        }
    }

    private static CsvConfiguration For(char separator) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            NewLine = "\r\n",
            InjectionOptions = InjectionOptions.Escape,
            InjectionCharacters = FormulaStarts.ToCharArray(),
        };
}
