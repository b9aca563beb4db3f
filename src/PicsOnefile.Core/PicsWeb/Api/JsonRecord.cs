using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Http;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>
/// Reads and changes a record by the paths of an API map, without touching anything else in it: whatever a tenant keeps in a record goes back
/// as it came.
/// </summary>
internal static class JsonRecord
{
    /// <summary>Parses a response; numbers keep their digits and dates their text. Returns null for an empty body.</summary>
    /// <exception cref="Errors.PicsOnefileException"><see cref="Errors.ErrorKinds.AnswerUnreadable"/>: no JSON, or a number that would not go back as it
    /// came.</exception>
    public static JToken? Read(RestRequest request, RestResponse response) => JsonResponse.Read(request, response, exactly: true);

    /// <summary>Returns all values at a path; a path goes through arrays. A property whose name holds dots is found by its whole name.</summary>
    public static IEnumerable<JToken> Values(JToken token, string path)
    {
        if (token is JArray array)
            return array.SelectMany(element => Values(element, path));
        if (path.Length == 0)
            return [token];
        if (token is not JObject record)
            return [];
        if (record.GetValue(path, StringComparison.OrdinalIgnoreCase) is { } whole)
            return Values(whole, "");
        var dot = path.IndexOf('.');
        return dot > 0 && record.GetValue(path.Substring(0, dot), StringComparison.OrdinalIgnoreCase) is { } part ? Values(part, path.Substring(dot + 1)) : [];
    }

    /// <summary>Returns the value at a path, arrays included; null where there is none.</summary>
    public static JToken? Get(JToken token, string path)
    {
        if (token is not JObject record)
            return null;
        if (record.GetValue(path, StringComparison.OrdinalIgnoreCase) is { } whole)
            return whole;
        var dot = path.IndexOf('.');
        return dot > 0 && record.GetValue(path.Substring(0, dot), StringComparison.OrdinalIgnoreCase) is { } part ? Get(part, path.Substring(dot + 1)) : null;
    }

    /// <summary>Returns the text at a path, several values separated by commas; null for none and for an object.</summary>
    public static string? Text(JToken record, string path)
    {
        var texts = Values(record, path).Select(Scalar).Where(text => text is not null);
        var joined = string.Join(",", texts).Trim();
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>Returns a scalar as text, independent of culture; null for null, an empty text, an object or an array.</summary>
    public static string? Scalar(JToken token) => JsonScalar.Text(token) is { Length: > 0 } text ? text : null;

    /// <summary>Sets the value at a path; missing objects on the way are created.</summary>
    public static void Set(JObject record, string path, JToken value)
    {
        var property = record.Property(path, StringComparison.OrdinalIgnoreCase);
        var dot = path.IndexOf('.');
        if (property is not null)
        {
            property.Value = value;
        }
        else if (dot <= 0)
        {
            record.Add(path, value);
        }
        else
        {
            var name = path.Substring(0, dot);
            if (record.GetValue(name, StringComparison.OrdinalIgnoreCase) is not JObject part)
            {
                part = new JObject();
                Set(record, name, part);
            }

            Set(part, path.Substring(dot + 1), value);
        }
    }

    /// <summary>The names of a record's properties, for messages. Names are no one's data; values would be.</summary>
    public static string Names(JObject record) => string.Join(", ", record.Properties().Select(property => property.Name).Take(30));

    /// <summary>Every scalar of a record, however deep.</summary>
    public static IEnumerable<JValue> Scalars(JObject record) => record.Descendants().OfType<JValue>();

    /// <summary>The path of a value from its record on, also where the record is an element of a list.</summary>
    public static string GetRelativePath(JObject record, JValue value) =>
        record.Path.Length == 0 ? value.Path : value.Path.Substring(record.Path.Length).TrimStart('.');
}
