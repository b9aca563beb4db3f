using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Files.Tables;

/// <summary>The text of a table that a person saved, whatever the encoding.</summary>
internal static class TableText
{
    // How much of a file is looked at to find out its encoding.
    private const int Head = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The marks at the start of a file, the longer ones first: UTF-32's begins like UTF-16's.
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0x00, 0x00], Encoding.UTF32),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>Reads the file.</summary>
    /// <exception cref="PicsOnefileException">FileNotFound; FileUnreadable: it cannot be opened, is no regular file, or is larger than the module reads;
    /// CsvInvalid: it is no text table, with what it is.</exception>
    public static string Read(string path, CancellationToken cancellation = default)
    {
        var bytes = Bytes(path, cancellation);
        var text = FileFormats.Recognise(bytes) is null ? Decode(bytes).TrimStart('\uFEFF') : "";
        return (FileFormats.Recognise(bytes) ?? FileFormats.Recognise(text)) is { } format
            ? throw ErrorKinds.CsvInvalid.For(path, $"{path} is {format.Name} and no CSV (line 1, column 1). {format.Advice}")
            : text;
    }

    private static string Decode(byte[] bytes)
    {
        if (Array.Find(Marks, row => bytes.Take(row.Mark.Length).SequenceEqual(row.Mark)) is { Encoding: not null } marked)
            return marked.Encoding.GetString(bytes, marked.Mark.Length, bytes.Length - marked.Mark.Length);
        if (Unmarked(bytes) is { } unicode)
            return unicode.GetString(bytes);
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

    // Every letter of the headings and every separator has a zero for its other byte.
    private static Encoding? Unmarked(byte[] bytes)
    {
        var length = Math.Min(bytes.Length, Head) / 2;
        if (length == 0)
            return null;
        var (even, odd) = (Enumerable.Range(0, length).Count(at => bytes[2 * at] == 0), Enumerable.Range(0, length).Count(at => bytes[(2 * at) + 1] == 0));
        return (2 * odd > length, 2 * even > length) switch
        {
            (true, false) => Encoding.Unicode,
            (false, true) => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static byte[] Bytes(string path, CancellationToken cancellation)
    {
        try
        {
            return RegularFile.Read(path, RegularFile.LargestText, cancellation);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ErrorKinds.FileNotFound.For(path, $"There is no file {path}.", exception);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            throw ErrorKinds.FileUnreadable.For(path, $"The file {path} cannot be read: {exception.Message}", exception);
        }
    }
}
