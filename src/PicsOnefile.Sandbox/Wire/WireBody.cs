using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PicsOnefile.Sandbox.Wire;

/// <summary>
/// The fields of a request's body, by name in any letter case: JSON or form-encoded, with or without a content type. Values are text; an array is its
/// items on lines of their own; a JSON null is null.
/// </summary>
public sealed class WireBody
{
    private readonly Dictionary<string, string?> fields = new(StringComparer.OrdinalIgnoreCase);

    public static WireBody Empty { get; } = new();

    /// <summary>Whether the body names the field, be it null.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The field's text; empty when it is absent or null.</summary>
    public string Text(string name) => fields.GetValueOrDefault(name)?.Trim() ?? "";

    /// <summary>The field as it came; null when it is absent or null.</summary>
    public string? Raw(string name) => fields.GetValueOrDefault(name);

    /// <summary>Reads the body of a request, which may have none.</summary>
    /// <exception cref="JsonException">It is neither an empty body, a JSON object nor a form.</exception>
    public static async Task<WireBody> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        string text = (await reader.ReadToEndAsync(request.HttpContext.RequestAborted)).Trim();
        return Parse(text, request.ContentType ?? "");
    }

    /// <summary>Reads a body's text; the content type decides only where the text leaves a doubt.</summary>
    public static WireBody Parse(string text, string contentType)
    {
        if (text.Length == 0 || text == "null") return Empty;
        bool isForm = contentType.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase);
        return text[0] == '{' || (text[0] == '[' && !isForm) ? FromJson(text) : FromForm(text, isForm);
    }

    private static WireBody FromJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("The body is not a JSON object.");
        var body = new WireBody();
        foreach (var property in document.RootElement.EnumerateObject()) body.fields[property.Name] = TextOf(property.Value);
        return body;
    }

    private static WireBody FromForm(string text, bool isForm)
    {
        if (!isForm && !text.Contains('=', StringComparison.Ordinal)) throw new JsonException("The body is neither JSON nor a form.");
        var body = new WireBody();
        foreach (var (name, values) in QueryHelpers.ParseQuery(text)) body.fields[name] = values.ToString();
        return body;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object => string.Join('\n', value.EnumerateObject().Select(property => TextOf(property.Value))),
        _ => value.GetRawText(),
    };
}
