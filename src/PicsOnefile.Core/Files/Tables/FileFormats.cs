using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace PicsOnefile.Files.Tables;

/// <summary>A kind of file that is no CSV.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Advice">What to do with it.</param>
internal sealed record FileFormat(string Name, string Advice);

/// <summary>
/// Recognises by its first bytes what a file is instead of a CSV. The name proves nothing: tools save web pages as .xls, and people rename workbooks.
/// </summary>
/// <remarks>The signatures are those of the formats' own specifications. The parts of a ZIP archive are named in its first entry.</remarks>
internal static class FileFormats
{
    private const string SaveAsCsv = "Format the columns of Idents and IDs as Text, so that no zero is lost. Save it as CSV (File > Save As > CSV UTF-8).";

    // A spreadsheet that opens the page makes numbers of Idents before anybody can stop it.
    private const string ExportAsCsv =
        "Export the list as CSV. If there is no such choice, import it into an empty workbook. Make the columns of Idents and IDs Text, and save that as CSV.";

    private const string NeedsCsv = "Give the CSV that the data come from.";

    private const string Unpack = "Unpack it first, and give the CSV inside.";

    // How much of a ZIP archive or a web page is looked at.
    private const int Head = 64 * 1024;

    // A text holds none; a list of another program may hold one by mistake.
    private const double MostZeros = 0.05;

    // The first row that fits says what the file is.
    private static readonly IReadOnlyList<(Func<byte[], bool> Fits, FileFormat Format)> Binary =
    [
        (bytes => IsZip(bytes, "xl/"), new("an Excel workbook (.xlsx)", SaveAsCsv)),
        (bytes => IsZip(bytes, "opendocument.spreadsheet"), new("an OpenDocument spreadsheet (.ods)", SaveAsCsv)),
        (bytes => IsZip(bytes, "word/"), new("a Word document", NeedsCsv)),
        (bytes => IsZip(bytes, "[Content_Types].xml"), new("an Excel workbook (.xlsx) or another Office document", SaveAsCsv)),
        (bytes => IsZip(bytes, ""), new("a ZIP archive or an Excel workbook", $"An archive: {Unpack} A workbook: {SaveAsCsv}")),
        (bytes => Starts(bytes, 0xD0, 0xCF, 0x11, 0xE0), new("an Excel workbook of the older format (.xls) or another Office file", SaveAsCsv)),
        (bytes => Starts(bytes, "%PDF"u8.ToArray()), new("a PDF document", NeedsCsv)),
        (bytes => Starts(bytes, 0x1F, 0x8B), new("a gzip archive", Unpack)),
        (
            bytes => Starts(bytes, "7z\u00BC"u8.ToArray()) || Starts(bytes, 0x37, 0x7A, 0xBC, 0xAF) || Starts(bytes, "Rar!"u8.ToArray()),
            new("an archive (7z or RAR)", Unpack)
        ),
        (
            bytes => Starts(bytes, 0x89, (byte)'P', (byte)'N', (byte)'G') || Starts(bytes, 0xFF, 0xD8, 0xFF) || Starts(bytes, "GIF8"u8.ToArray()),
            new("a picture", NeedsCsv)
        ),
        (bytes => Starts(bytes, "SQLite format 3\0"u8.ToArray()), new("a database (SQLite)", NeedsCsv)),
    ];

    private static readonly IReadOnlyList<(Func<string, bool> Fits, FileFormat Format)> Text =
    [
        // A heading in square brackets, as databases write it, is no JSON.
        (
            text => Matches(text, "^\\s*[{\\[]\\s*[\"{}\\[\\]]"),
            new("a JSON text", "Make a CSV of it: Get-Content FILE -Raw | ConvertFrom-Json | Export-Csv FILE.csv -NoTypeInformation.")
        ),
        (
            text => Matches(text, "^\\s*<\\?xml") && text.IndexOf("office:spreadsheet", StringComparison.OrdinalIgnoreCase) >= 0,
            new("an Excel workbook in XML", SaveAsCsv)
        ),
        (
            text => Matches(text, "^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)?<(!doctype html|html|head|meta|body|table|style|div)\\b"),
            new("a web page (HTML)", $"{ExportAsCsv} A review page saves its CSV with its own button.")
        ),
        (text => Matches(text, "^\\s*<[?!/a-z]"), new("an XML text", NeedsCsv)),
        (text => text.Take(Head).Count(letter => letter == '\0') > MostZeros * Math.Min(text.Length, Head), new("no text", NeedsCsv)),
    ];

    /// <summary>What a file is by its first bytes; null for what may be a text.</summary>
    public static FileFormat? Recognise(byte[] bytes) => Binary.FirstOrDefault(row => row.Fits(bytes)).Format;

    /// <summary>What a text is by its first letters; null for what may be a table.</summary>
    public static FileFormat? Recognise(string text) => Text.FirstOrDefault(row => row.Fits(text)).Format;

    private static bool IsZip(byte[] bytes, string entry) =>
        Starts(bytes, 0x50, 0x4B, 0x03, 0x04) && Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, Head)).Contains(entry);

    private static bool Starts(byte[] bytes, params byte[] signature) => bytes.Take(signature.Length).SequenceEqual(signature);

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(
            text.Length > Head ? text.Substring(0, Head) : text,
            pattern,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
        );
}
