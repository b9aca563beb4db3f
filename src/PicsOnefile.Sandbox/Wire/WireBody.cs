using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PicsOnefile.Sandbox.Wire;

/// <summary>A body that is no JSON object and no form; a server says so, and never takes it for an empty one.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="status">400, or 415 where the form of the text is not one that is read, or 413 where it is too long.</param>
public sealed class UnreadableBodyException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status { get; } = status;
}

/// <summary>
/// The fields of a request's body, by name in any letter case: JSON or form-encoded, with or without a content type. Values are text; an array is its
/// items on lines of their own; a JSON null is null. An empty array is an empty object, as some languages write one.
/// </summary>
public sealed partial class WireBody
{
    private readonly Dictionary<string, string?> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a content type says of a body.</summary>
    private enum BodyForm
    {
        Unsaid,
        Json,
        Form,
    }

    public static WireBody Empty { get; } = new();

    /// <summary>Whether the body names the field, be it null.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The field's text; empty when it is absent or null.</summary>
    public string Text(string name) => _fields.GetValueOrDefault(name)?.Trim() ?? "";

    /// <summary>The field as it came; null when it is absent or null.</summary>
    public string? Raw(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Reads the body of a request, which may have none.</summary>
    /// <exception cref="UnreadableBodyException">It is neither an empty body, a JSON object nor a form.</exception>
    public static async Task<WireBody> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException error)
        {
            throw new UnreadableBodyException(error.Message, error.StatusCode);
        }

        if (bytes.Length == 0)
            return Empty;
        if (request.Headers.ContentEncoding.ToString() is { Length: > 0 } coding && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
            throw NotRead($"The content encoding '{coding}' is not read.");
        var (form, charset) = Said(request.ContentType ?? "");
        return Parse(Decoded(bytes.ToArray(), charset).Trim(), form);
    }

    private static WireBody Parse(string text, BodyForm form)
    {
        if (text.Length == 0 || text == "null")
            return Empty;
        return form == BodyForm.Json || text[0] is '{' or '[' ? FromJson(text) : FromForm(text);
    }

    private static (BodyForm Form, Encoding Charset) Said(string contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
            return (BodyForm.Unsaid, Utf8);
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            throw NotRead($"The content type '{contentType}' is not read.");
        var name = type.MediaType.ToString().ToLowerInvariant();
        var form =
            name is "application/json" or "text/json" || name.EndsWith("+json", StringComparison.Ordinal) ? BodyForm.Json
            : name == "application/x-www-form-urlencoded" ? BodyForm.Form
            : throw NotRead($"The content type '{name}' is not read.");
        return (form, Charset(type.Charset.ToString().Trim('"', ' ')));
    }

    private static Encoding Charset(string name)
    {
        if (name.Length == 0 || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Utf8;
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw NotRead($"The charset '{name}' is not read.");
        }
    }

    private static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static string Decoded(byte[] bytes, Encoding charset)
    {
        try
        {
            return charset.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableBodyException($"The body is no text in {charset.WebName}.");
        }
    }

    private static WireBody FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 0)
                return Empty;
            if (root.ValueKind != JsonValueKind.Object)
                throw new UnreadableBodyException("The body is not a JSON object.");
            var body = new WireBody();
            foreach (var property in root.EnumerateObject())
                body._fields[property.Name] = TextOf(property.Value);
            return body;
        }
        catch (JsonException error)
        {
            throw new UnreadableBodyException(error.Message);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON by the letter, and no text.
            throw new UnreadableBodyException("The body holds what is no text.");
        }
    }

    private static WireBody FromForm(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal) || !text.Split('&').All(part => FormField().IsMatch(part)))
            throw new UnreadableBodyException("The body is neither JSON nor a form.");
        var body = new WireBody();
        foreach (var (name, values) in QueryHelpers.ParseQuery(text))
            body._fields[name] = values.ToString();
        return body;
    }

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(TextOf)),
            JsonValueKind.Object => string.Join('\n', value.EnumerateObject().Select(property => TextOf(property.Value))),
            _ => value.GetRawText(),
        };

    private static UnreadableBodyException NotRead(string message) => new(message, StatusCodes.Status415UnsupportedMediaType);

    // The name of a field, and its value if it has one; an empty part is what a closing & leaves.
    [GeneratedRegex(@"^$|^[A-Za-z0-9_.%+\-\[\]]+(=|$)")]
    private static partial Regex FormField();
}
