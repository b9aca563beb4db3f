using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>Reads an answer as text, never more than it is allowed to hold: a body may be endless, and a small one may unpack to gigabytes.</summary>
internal static class BodyReader
{
    /// <summary>How an answer may be packed.</summary>
    public const string ContentEncoding = "gzip";

    private const int Block = 81920;

    /// <summary>The whole text, or null where it is larger than the limit.</summary>
    public static async Task<string?> ReadAsync(HttpResponseMessage response, long largest, CancellationToken cancellation)
    {
        if (response.Content is null)
            return "";

        if (response.Content.Headers.ContentLength > largest)
            return null;

        (MemoryStream bytes, bool whole) = await CopyAsync(response, largest, cancellation).ConfigureAwait(false);
        using (bytes)
            return whole ? Decode(bytes, response.Content) : null;
    }

    /// <summary>The beginning of the text; the body of a failure is only read for its message.</summary>
    public static async Task<string> ReadBeginningAsync(HttpResponseMessage response, long longest, CancellationToken cancellation)
    {
        if (response.Content is null)
            return "";

        (MemoryStream bytes, _) = await CopyAsync(response, longest, cancellation).ConfigureAwait(false);
        using (bytes)
            return Decode(bytes, response.Content);
    }

    private static async Task<(MemoryStream Bytes, bool Whole)> CopyAsync(HttpResponseMessage response, long largest, CancellationToken cancellation)
    {
        // On .NET Framework a read that waits for the network does not listen to the token; closing the answer ends it. What is closed is the network's stream
        // alone: unpacking goes on in native memory, and to take that away from another thread ends the whole process.
        using CancellationTokenRegistration closing = cancellation.Register(response.Dispose);
        Stream packed = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using Stream stream =
            response.Content.Headers.ContentEncoding.LastOrDefault() is { } coding && coding.Equals(ContentEncoding, StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true)
                : packed;
        var bytes = new MemoryStream();
        byte[] block = new byte[Block];
        int read;
        while ((read = await stream.ReadAsync(block, 0, block.Length, cancellation).ConfigureAwait(false)) > 0)
        {
            long room = largest - bytes.Length;
            bytes.Write(block, 0, (int)Math.Min(read, room));
            if (read > room)
                return (bytes, false);
            // Unpacking what has arrived already waits for nobody, and so would not be broken off.
            cancellation.ThrowIfCancellationRequested();
        }

        return (bytes, true);
    }

    private static string Decode(MemoryStream bytes, HttpContent content)
    {
        bytes.Position = 0;
        using var reader = new StreamReader(bytes, CharacterSet(content), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding CharacterSet(HttpContent content)
    {
        string? name = content.Headers.ContentType?.CharSet?.Trim('"', ' ');
        try
        {
            return string.IsNullOrEmpty(name) ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
