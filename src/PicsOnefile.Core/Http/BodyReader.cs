using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>Reads a response body as text up to a limit. A body may be endless, and a small one may decompress to gigabytes.</summary>
internal static class BodyReader
{
    /// <summary>The content encoding that requests accept.</summary>
    public const string ContentEncoding = "gzip";

    private const int Block = 81920;

    /// <summary>Reads the whole body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="largest">The limit in bytes, counted after decompression.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The text; empty for no body; null where the body is larger than the limit.</returns>
    public static async Task<string?> ReadAsync(HttpResponseMessage response, long largest, CancellationToken cancellation)
    {
        if (response.Content is null)
            return "";

        if (response.Content.Headers.ContentLength > largest)
            return null;

        var (bytes, whole) = await CopyAsync(response, largest, cancellation).ConfigureAwait(false);
        using (bytes)
            return whole ? Decode(bytes, response.Content) : null;
    }

    /// <summary>Reads the beginning of a body; the body of an error is only read for its message.</summary>
    /// <param name="response">The response.</param>
    /// <param name="longest">The number of bytes to read at most, counted after decompression.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The text, cut off at the limit.</returns>
    public static async Task<string> ReadBeginningAsync(HttpResponseMessage response, long longest, CancellationToken cancellation)
    {
        if (response.Content is null)
            return "";

        var (bytes, _) = await CopyAsync(response, longest, cancellation).ConfigureAwait(false);
        using (bytes)
            return Decode(bytes, response.Content);
    }

    private static async Task<(MemoryStream Bytes, bool Whole)> CopyAsync(HttpResponseMessage response, long largest, CancellationToken cancellation)
    {
        // On .NET Framework a pending network read ignores the token; disposing the response ends it. Only the network's stream is closed: the
        // decompression uses native memory, and freeing that from another thread would end the process.
        using var closing = cancellation.Register(response.Dispose);
        var packed = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var stream =
            response.Content.Headers.ContentEncoding.LastOrDefault() is { } coding && coding.Equals(ContentEncoding, StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true)
                : packed;
        var bytes = new MemoryStream();
        var block = new byte[Block];
        int read;
        while ((read = await stream.ReadAsync(block, 0, block.Length, cancellation).ConfigureAwait(false)) > 0)
        {
            var room = largest - bytes.Length;
            bytes.Write(block, 0, (int)Math.Min(read, room));
            if (read > room)
                return (bytes, false);
            // Decompressing buffered bytes never waits, so the token is checked here.
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
        var name = content.Headers.ContentType?.CharSet?.Trim('"', ' ');
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
