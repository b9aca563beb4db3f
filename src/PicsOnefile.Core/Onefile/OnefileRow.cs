using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>
/// A record of Onefile, read tolerantly: property names ignore case, and a missing property equals null where it does not matter.
/// </summary>
internal sealed class OnefileRow(JObject json)
{
    private static readonly Dictionary<string, bool> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["yes"] = true,
        ["y"] = true,
        ["1"] = true,
        ["false"] = false,
        ["no"] = false,
        ["n"] = false,
        ["0"] = false,
    };

    public JObject Json => json;

    /// <summary>Whether the record has the property, even as null.</summary>
    public bool Has(string name) => Find(name) is not null;

    public JToken? Find(string name) => json.GetValue(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the text of the first of these properties that has one; null where none has.</summary>
    public string? Text(params string[] names) => names.Select(name => ToText(Find(name))).FirstOrDefault(text => text is not null);

    /// <summary>Returns the exact text of a value that is compared with PICSWeb. Invisible characters are shown: they make it another value.</summary>
    public string? Exact(string name) => Readable.ShowInvisible(ToRawText(Find(name))?.Trim()) is { Length: > 0 } text ? text : null;

    public long? Number(string name) =>
        Text(name) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns a flag: true, yes, y and 1 or their opposites; null for anything else.</summary>
    public bool? Flag(string name) => Text(name) is { } text && Words.TryGetValue(text, out var flag) ? flag : null;

    /// <summary>Returns a time in ISO 8601, in UTC where it has no offset; null for anything else.</summary>
    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>Returns the calendar day of a date, or null.</summary>
    public DateTime? Day(params string[] names) => CalendarDay.Parse(Text(names));

    /// <summary>Converts a scalar to a displayable text: trimmed, on one line, cut off; null for empty, null, object and array.</summary>
    public static string? ToText(JToken? token) => Readable.Field(ToRawText(token));

    /// <summary>Converts a scalar to its exact text, to be compared and sent back; null for null, object and array.</summary>
    public static string? ToRawText(JToken? token) => JsonScalar.Text(token);
}
