using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Threading;
using PicsOnefile.Failures;
using PicsOnefile.Files;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>The text of an exported list, whatever the encoding it was saved in.</summary>
internal static class ListText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The first bytes of what people give instead of a CSV: an .xlsx workbook (a ZIP archive) and an .xls one (an OLE file).
    private static readonly byte[][] Workbooks = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    /// <summary>Reads the file.</summary>
    /// <exception cref="PicsOnefileException">It is not there, cannot be opened, or is no regular file, is larger than the module reads, or is a workbook.</exception>
    public static string Read(string path, CancellationToken cancellation = default)
    {
        var bytes = Bytes(path, cancellation);
        if (Workbooks.Any(start => bytes.Take(start.Length).SequenceEqual(start)))
            throw FailureKinds.CsvInvalid.About(path, $"{path} is an Excel workbook, line 1, column 1. Save it as CSV first.");
        return Decode(bytes);
    }

    private static string Decode(byte[] bytes)
    {
        if (StartsWith(bytes, 0xEF, 0xBB, 0xBF))
            return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (StartsWith(bytes, 0xFF, 0xFE))
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (StartsWith(bytes, 0xFE, 0xFF))
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Text in Windows-1252 with any letter beyond ASCII is practically never valid UTF-8.
            return Windows1252.Decode(bytes);
        }
    }

    private static bool StartsWith(byte[] bytes, params byte[] mark) => bytes.Take(mark.Length).SequenceEqual(mark);

    private static byte[] Bytes(string path, CancellationToken cancellation)
    {
        try
        {
            return RegularFile.Read(path, RegularFile.LargestText, cancellation);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FailureKinds.FileNotFound.About(path, $"There is no file {path}.", exception);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            throw FailureKinds.FileUnreadable.About(path, $"The file {path} cannot be read: {exception.Message}", exception);
        }
    }
}
