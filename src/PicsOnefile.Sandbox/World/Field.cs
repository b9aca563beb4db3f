using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json.Nodes;

namespace PicsOnefile.Sandbox.World;

/// <summary>Where a field shows.</summary>
[Flags]
public enum FieldUse
{
    /// <summary>Only in the CSV folder and under /twin.</summary>
    Folder = 1,

    /// <summary>In a search row.</summary>
    Row = 2,

    /// <summary>In a single record.</summary>
    Detail = 4,

    /// <summary>A client may write it.</summary>
    Write = 8,

    /// <summary>Everywhere a client reads.</summary>
    Read = Folder | Row | Detail,

    /// <summary>In single records, and writable.</summary>
    DetailWrite = Folder | Detail | Write,

    /// <summary>Everywhere, and writable.</summary>
    All = Read | Write,
}

/// <summary>One field of one kind of record: its name on the wire and in the CSV folder, how to read it and how to set it from text.</summary>
/// <param name="IsDate">Whether its text must be a date.</param>
public sealed record Field<T>(string Name, FieldUse Use, Func<T, object?> Get, Action<T, string>? Set = null, string JsonType = "string", bool IsDate = false)
{
    /// <summary>Whether a text that is not empty can be a value of this field; a client that sends another one is refused.</summary>
    public bool Takes(string text) =>
        IsDate
            ? BritishTime.DateOf(text) is not null
            : JsonType switch
            {
                "integer" => WireValue.Number(text) is not null,
                "boolean" => WireValue.IsFlag(text),
                _ => true,
            };

    public bool Is(FieldUse use) => (Use & use) == use;

    /// <summary>The value as a CSV cell: invariant, lists separated by a semicolon.</summary>
    public string ToCell(T record) =>
        Get(record) switch
        {
            null => "",
            string text => text,
            bool flag => flag ? "true" : "false",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset moment => WireValue.Moment(moment),
            IEnumerable<string> list => string.Join(';', list),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };
}

/// <summary>How values look in JSON.</summary>
public static class WireValue
{
    /// <summary>ISO 8601 in UTC with milliseconds, as Onefile writes dates.</summary>
    public static string Moment(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static JsonNode? ToJson(object? value) =>
        value switch
        {
            null => null,
            string text => JsonValue.Create(text),
            int number => JsonValue.Create(number),
            bool flag => JsonValue.Create(flag),
            DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTimeOffset moment => JsonValue.Create(Moment(moment)),
            IEnumerable<string> list => new JsonArray(list.Select(item => (JsonNode?)JsonValue.Create(item)).ToArray()),
            _ => JsonValue.Create(value.ToString()),
        };

    /// <summary>The fields of a record that show at one place, as a JSON object.</summary>
    public static JsonObject ToJson<T>(T record, IEnumerable<Field<T>> fields, FieldUse use)
    {
        var json = new JsonObject();
        foreach (var field in fields.Where(field => field.Is(use)))
            json[field.Name] = ToJson(field.Get(record));
        return json;
    }

    public static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether a text is a whole number, be it one that no ID can be.</summary>
    public static bool IsWhole(string text) => BigInteger.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>Reads the ID that a text names; null for none, which clients write as nothing or as 0.</summary>
    public static int? Reference(string text) => Number(text) is > 0 and var id ? id : null;

    public static bool IsFlag(string text) => text.Trim().ToUpperInvariant() is "TRUE" or "FALSE" or "1" or "0";

    public static bool Flag(string text) => text.Trim() is "1" || string.Equals(text.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    public static DateOnly? Date(string text) =>
        DateOnly.TryParse(text.Length >= 10 ? text[..10] : text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public static DateTimeOffset? MomentOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null;
}
