using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>How a server writes what it repeats of a request.</summary>
public enum EchoSpelling
{
    Plain,
    Url,
    Form,
    Html,
    HtmlNumbers,
    JsonInJson,
    JsonNumbers,
    Base64,
    Base64Utf16,
    Hex,
    Bytes,
}

/// <summary>The error of a server that repeats what it refuses: header values and the texts of the body, in one spelling.</summary>
public static class EchoedRequest
{
    private static readonly string[] SecretHeaders = ["X-CustomerToken", "X-TokenID", "Authorization"];
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<string> ReadAsync(HttpRequest request, EchoSpelling spelling)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var sent = SecretHeaders
            .SelectMany(name => request.Headers[name].OfType<string>())
            .Concat(Texts(body).Reverse())
            .Append(body)
            .Where(text => text.Length > 0);
        var words = string.Join(" | ", sent.SelectMany(text => Spelt(text, spelling)));
        return new JsonObject
        {
            ["code"] = -1,
            ["message"] = words,
            ["detail"] = words,
        }.ToJsonString(Relaxed);
    }

    // In base64 a text looks different by its place among the three bytes of a group.
    private static IEnumerable<string> Spelt(string text, EchoSpelling spelling) =>
        spelling switch
        {
            EchoSpelling.Url => [Uri.EscapeDataString(text)],
            EchoSpelling.Form => [WebUtility.UrlEncode(text)],
            EchoSpelling.Html => [WebUtility.HtmlEncode(text)],
            EchoSpelling.HtmlNumbers => [HtmlEncoder.Default.Encode(text)],
            EchoSpelling.JsonInJson => [JsonSerializer.Serialize(text, Relaxed)],
            EchoSpelling.JsonNumbers => [JsonSerializer.Serialize(text)],
            EchoSpelling.Base64 => Enumerable.Range(0, 3).Select(shift => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('-', shift) + text))),
            EchoSpelling.Base64Utf16 => Enumerable
                .Range(0, 3)
                .Select(shift => Convert.ToBase64String(Encoding.Unicode.GetBytes(new string('-', shift) + text))),
            EchoSpelling.Hex => [Convert.ToHexString(Encoding.UTF8.GetBytes(text))],
            EchoSpelling.Bytes => [BitConverter.ToString(Encoding.UTF8.GetBytes(text))],
            _ => [text],
        };

    private static IEnumerable<string> Texts(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject fields
                ? [.. fields.Select(field => field.Value).OfType<JsonValue>().Select(value => value.ToString())]
                : [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }
}
