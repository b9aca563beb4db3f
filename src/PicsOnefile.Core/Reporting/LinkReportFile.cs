using System.IO;
using System.Text;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Files.Pages;

namespace PicsOnefile.Reporting;

/// <summary>The report as one HTML page that needs no network and no other file.</summary>
public static class LinkReportFile
{
    /// <summary>Writes the page.</summary>
    /// <exception cref="PicsOnefileException">FileExtensionUnfit: the path names a workbook or a CSV. FileExists; FileNotWritten: a file that was there is
    /// still whole.</exception>
    public static void Write(string path, LinkReport report, bool overwrite = false, CancellationToken cancellation = default)
    {
        SheetFormat.RequirePage(path);
        AtomicFile.Write(
            path,
            overwrite,
            "an earlier report",
            file =>
            {
                using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write(HtmlPage.Create("report.html", report));
            },
            cancellation
        );
    }
}
