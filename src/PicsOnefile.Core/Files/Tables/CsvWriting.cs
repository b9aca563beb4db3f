using System.Globalization;
using CsvHelper.Configuration;

namespace PicsOnefile.Files.Tables;

/// <summary>How every table for a person is written: a text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvWriting
{
    /// <summary>What begins a formula, in half and in full width: spreadsheets of East Asian systems take the one for the other.</summary>
    public const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The configuration of a writer.</summary>
    /// <param name="separator">Comma, semicolon or tab.</param>
    public static CsvConfiguration For(char separator) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            NewLine = "\r\n",
            InjectionOptions = InjectionOptions.Escape,
            InjectionCharacters = FormulaStarts.ToCharArray(),
        };
}
