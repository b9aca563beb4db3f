using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>
/// Responses of a system that somebody has taken over, or of a broken one: too long, too deep, out of range. Responses that are right but for their form are
/// made of the real response. A reader that takes them without harm then has something to show.
/// </summary>
public static class HostileResponses
{
    /// <summary>The length of an endless body if the client does not hang up: the limit in the reliability promise, two gibibytes.</summary>
    public const long EndlessLength = 2L * 1024 * 1024 * 1024;

    /// <summary>The nesting of a deep response.</summary>
    public const int Depth = 100_000;

    private const int BombLength = 512 * 1024 * 1024;
    private static readonly Lazy<byte[]> Bomb = new(Packed);

    /// <summary>Streams a text of JSON that does not end until the other side hangs up.</summary>
    /// <returns>How many bytes the other side took.</returns>
    public static async Task<long> EndlessAsync(HttpContext context)
    {
        context.Response.ContentType = WireResponse.JsonType;
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)'a');
        "[\""u8.CopyTo(block);
        long sent = 0;
        try
        {
            for (; sent < EndlessLength; sent += block.Length)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
                block[0] = block[1] = (byte)'a';
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client hung up, which is what the fault waits for.
        }

        return sent;
    }

    /// <summary>A small body that unpacks to half a gibibyte of blanks and an empty list.</summary>
    public static async Task BombAsync(HttpContext context)
    {
        context.Response.ContentType = WireResponse.JsonType;
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.ContentLength = Bomb.Value.Length;
        try
        {
            await context.Response.Body.WriteAsync(Bomb.Value, context.RequestAborted);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client has seen enough.
        }
    }

    /// <summary>An object in an object in an object.</summary>
    public static string Deep() => string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "1" + new string('}', Depth);

    /// <summary>Makes a response each of whose objects names every property twice: first with null, then with its value.</summary>
    public static byte[] Doubled(byte[] body) => Rewritten(body, twice: true, number: null);

    /// <summary>Makes a response with numbers that no integer holds.</summary>
    public static byte[] OutOfRange(byte[] body) => Rewritten(body, twice: false, number: BigInteger.Pow(10, 40).ToString(CultureInfo.InvariantCulture));

    private static byte[] Rewritten(byte[] body, bool twice, string? number)
    {
        if (body.Length == 0 || body[0] is not ((byte)'{' or (byte)'['))
            return body;
        using var document = JsonDocument.Parse(body);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
            Write(document.RootElement, writer, twice, number);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer, bool twice, string? number)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    if (twice)
                        writer.WriteNull(property.Name);
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer, twice, number);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, writer, twice, number);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when number is not null:
                writer.WriteRawValue(number, skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var written = 0; written < BombLength; written += blanks.Length)
                gzip.Write(blanks);
            gzip.Write(Encoding.ASCII.GetBytes("[]"));
        }

        return packed.ToArray();
    }
}
