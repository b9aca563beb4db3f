using System;
using System.IO;
using System.Text;
using System.Threading;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Files.Pages;

/// <summary>What a person works through: a table as a CSV that Excel opens well, or as one HTML page.</summary>
internal sealed class SheetFile
{
    private readonly bool _isPage;
    private readonly Action<TextWriter> _write;

    private SheetFile(bool isPage, Action<TextWriter> write) => (_isPage, _write) = (isPage, write);

    /// <summary>Creates a sheet that is a CSV: UTF-8 with byte order mark, without which Excel takes it for Windows-1252.</summary>
    /// <param name="table">Makes the table.</param>
    /// <param name="separator">Comma, semicolon or tab.</param>
    public static SheetFile ForTable(Func<CellTable> table, char separator) => new(isPage: false, writer => CsvWriting.Write(writer, table(), separator));

    /// <summary>Creates a sheet that is a page, which itself says that it is UTF-8.</summary>
    /// <param name="resource">The embedded page.</param>
    /// <param name="data">Makes what it draws.</param>
    public static SheetFile ForPage(string resource, Func<object> data) => new(isPage: true, writer => writer.Write(HtmlPage.Create(resource, data())));

    /// <summary>Writes the sheet, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Replaces a file that is there.</param>
    /// <param name="lost">What of a person's would be lost with it, for the error.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="Errors.PicsOnefileException">FileExists; FileNotWritten: a file that was there is still whole.</exception>
    public void Write(string path, bool overwrite, string lost, CancellationToken cancellation) =>
        AtomicFile.Write(
            path,
            overwrite,
            lost,
            file =>
            {
                using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: !_isPage));
                _write(writer);
            },
            cancellation
        );
}
