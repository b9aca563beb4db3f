using System;
using System.IO;
using System.Text;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Reporting;

/// <summary>The diagnostic as a file: plain text in UTF-8 without a byte order mark, with the line ends of the system, for Notepad.</summary>
public static class DiagnosticFile
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sources">What it is made of.</param>
    /// <param name="overwrite">Replaces a file that is there.</param>
    /// <param name="cancellation">Stops the writing; a file that was there is still whole then.</param>
    /// <exception cref="PicsOnefileException">FileExists; FileNotWritten: a file that was there is still whole.</exception>
    public static void Write(string path, DiagnosticSources sources, bool overwrite = false, CancellationToken cancellation = default) =>
        AtomicFile.Write(
            path,
            overwrite,
            "another diagnostic",
            file =>
            {
                using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write(DiagnosticText.From(sources).Replace("\n", Environment.NewLine));
            },
            cancellation
        );
}
