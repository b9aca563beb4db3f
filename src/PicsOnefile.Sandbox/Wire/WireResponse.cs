using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace PicsOnefile.Sandbox.Wire;

/// <summary>The response of a handler: a status, and a body with its content type unless the response is empty.</summary>
public sealed record WireResponse(int Status, string? Body = null, string ContentType = WireResponse.JsonType)
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string TextType = "text/plain; charset=utf-8";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A body that is no UTF-8 text, instead of <see cref="Body"/>.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>204 with an empty body: nothing found, or nothing to say.</summary>
    public static WireResponse Nothing { get; } = new(StatusCodes.Status204NoContent);

    public static WireResponse Json(JsonNode? body, int status = StatusCodes.Status200OK) => new(status, body?.ToJsonString(Plain) ?? "null");

    public static WireResponse Number(int number) => new(StatusCodes.Status200OK, number.ToString(CultureInfo.InvariantCulture));

    public static WireResponse Text(int status, string text) => new(status, text, TextType);

    /// <summary>Writes the response; every header is set before the body begins.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        var bytes = Bytes ?? (Body is null ? null : Encoding.UTF8.GetBytes(Body));
        if (bytes is null)
            return;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }
}
