using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>
/// A record as Onefile answers it, read tolerantly: property names without regard to case, missing and null alike where it does not matter.
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

    /// <summary>Whether the record names the property at all, even as null.</summary>
    public bool Has(string name) => Find(name) is not null;

    public JToken? Find(string name) => json.GetValue(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of these properties that holds a text; null where none does.</summary>
    public string? Text(params string[] names) => names.Select(name => ToText(Find(name))).FirstOrDefault(text => text is not null);

    /// <summary>The property's text to the letter, for what is compared with PICSWeb: a character that nobody sees makes it another value, and shows.</summary>
    public string? Exact(string name) => Readable.ShowInvisible(ToRawText(Find(name))?.Trim()) is { Length: > 0 } text ? text : null;

    public long? Number(string name) =>
        Text(name) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>true, yes, y and 1 or their opposites; null for anything else.</summary>
    public bool? Flag(string name) => Text(name) is { } text && Words.TryGetValue(text, out bool flag) ? flag : null;

    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>The calendar day of a date, or null.</summary>
    public DateTime? Day(params string[] names) => CalendarDay.Parse(Text(names));

    /// <summary>A scalar as a text that may be shown: trimmed, on one line, never endless; null for empty, for null and for what is no scalar.</summary>
    public static string? ToText(JToken? token) => Readable.Field(ToRawText(token));

    /// <summary>A scalar as it stands, to be compared and sent back; null for null and for what is no scalar.</summary>
    public static string? ToRawText(JToken? token) => JsonScalar.Text(token);
}
