using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using Newtonsoft.Json;

namespace PicsOnefile.Http;

/// <summary>Blacks secrets out of a message that a system wrote: servers like to repeat what they refuse.</summary>
internal static class Redaction
{
    // Shorter texts are no secrets, and blacking them out would garble any message.
    private const int ShortestSecret = 4;

    private static readonly StringEscapeHandling[] JsonEscaping = [StringEscapeHandling.Default, StringEscapeHandling.EscapeNonAscii, StringEscapeHandling.EscapeHtml];

    public static string Apply(string text, IEnumerable<Secret> secrets)
    {
        // The longest first: one form may be a part of another, and its remains would tell the rest.
        IEnumerable<string> forms = secrets.Select(secret => secret.Reveal()).Where(plain => plain.Length >= ShortestSecret).SelectMany(Forms);
        foreach (string form in forms.Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(form => form.Length))
            text = Replace(text, form);

        return text;
    }

    private static IEnumerable<string> Forms(string plain)
    {
        yield return plain;
        yield return Uri.EscapeDataString(plain);
        yield return WebUtility.UrlEncode(plain);
        yield return WebUtility.HtmlEncode(plain);
        yield return plain.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(plain));
        yield return Convert.ToBase64String(Encoding.Unicode.GetBytes(plain));
        foreach (StringEscapeHandling escaping in JsonEscaping)
        {
            string quoted = JsonConvert.ToString(plain, '"', escaping);
            string escaped = quoted.Substring(1, quoted.Length - 2);
            yield return escaped;
            yield return escaped.Replace("/", "\\/");
        }

        // Serialisers that trust no browser write these as numbers too.
        yield return string.Concat(plain.Select(character => character > '~' || "\"&'<>+`".Contains(character) ? $"\\u{(int)character:x4}" : character == '\\' ? "\\\\" : $"{character}"));
    }

    // string.Replace with a comparison does not exist in netstandard2.0, and servers change the case of what they repeat.
    private static string Replace(string text, string form)
    {
        for (int at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(form, at + 3, StringComparison.OrdinalIgnoreCase))
            text = text.Remove(at, form.Length).Insert(at, "***");

        return text;
    }
}
