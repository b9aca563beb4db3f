using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using Newtonsoft.Json;

namespace PicsOnefile.Http;

/// <summary>Redacts secrets from the messages of a system: servers repeat what they reject.</summary>
internal static class Redaction
{
    // Shorter texts are no secrets, and redacting them would garble any message.
    private const int ShortestSecret = 4;

    // The shortest part of a secret that a cut may leave at the end of a text; shorter parts reveal nothing.
    private const int ShortestRemains = 4;

    private const string Mask = "***";

    private static readonly StringEscapeHandling[] JsonEscaping =
    [
        StringEscapeHandling.Default,
        StringEscapeHandling.EscapeNonAscii,
        StringEscapeHandling.EscapeHtml,
    ];

    /// <summary>Replaces each secret, in any of its encodings, by three asterisks.</summary>
    /// <param name="text">The message.</param>
    /// <param name="secrets">The secrets.</param>
    /// <returns>The redacted message.</returns>
    public static string Apply(string text, IEnumerable<Secret> secrets)
    {
        var forms = FormsOf(secrets);
        foreach (var form in forms)
            text = Replace(text, form);

        return forms.Count == 0 ? text : WithoutRemains(text, forms);
    }

    /// <summary>Whether a text, such as that of an exception, holds any of the secrets in any of their encodings.</summary>
    public static bool Finds(string text, IEnumerable<Secret> secrets) =>
        FormsOf(secrets).Any(form => text.IndexOf(form, StringComparison.OrdinalIgnoreCase) >= 0);

    // The longest first: one form may be a part of another, and the remains would reveal the rest.
    private static List<string> FormsOf(IEnumerable<Secret> secrets) =>
        [
            .. secrets
                .Select(secret => secret.Reveal())
                .Where(plain => plain.Length >= ShortestSecret)
                .SelectMany(Forms)
                .Where(form => form.Length >= ShortestSecret)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(form => form.Length),
        ];

    private static IEnumerable<string> Forms(string plain)
    {
        yield return plain;
        yield return Uri.EscapeDataString(plain);
        yield return WebUtility.UrlEncode(plain);
        yield return WebUtility.HtmlEncode(plain);
        yield return plain.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
        yield return HtmlByNumbers(plain);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var bytes = encoding.GetBytes(plain);
            foreach (var base64 in InBase64(bytes))
            {
                yield return base64;
                yield return base64.Replace('+', '-').Replace('/', '_');
            }

            var hex = BitConverter.ToString(bytes);
            yield return hex;
            yield return hex.Replace("-", "");
        }

        foreach (var escaping in JsonEscaping)
        {
            var quoted = JsonConvert.ToString(plain, '"', escaping);
            var escaped = quoted.Substring(1, quoted.Length - 2);
            yield return escaped;
            yield return escaped.Replace("/", "\\/");
        }

        // Serialisers for browsers escape these characters too.
        yield return string.Concat(
            plain.Select(character =>
                character > '~' || "\"&'<>+`".Contains(character) ? "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture)
                : character == '\\' ? "\\\\"
                : $"{character}"
            )
        );
    }

    // ASP.NET's encoder writes more characters as numbers than .NET's own, and in hexadecimal.
    private static string HtmlByNumbers(string plain) =>
        string.Concat(
            plain.Select(character =>
                character switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' or '+' or '`' or > '~' => "&#x" + ((int)character).ToString("X", CultureInfo.InvariantCulture) + ";",
                    _ => $"{character}",
                }
            )
        );

    // A Base64 letter holds six bits, so the position in a longer text changes the form. The letters at both ends depend on their neighbours and are
    // left out.
    private static IEnumerable<string> InBase64(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes);
        for (var shift = 0; shift < 3; shift++)
        {
            var shifted = new byte[shift + bytes.Length];
            bytes.CopyTo(shifted, shift);
            int first = (shift * 8 + 5) / 6,
                last = shifted.Length * 8 / 6;
            yield return Convert.ToBase64String(shifted).Substring(first, last - first);
        }
    }

    // string.Replace with a comparison does not exist in netstandard2.0, and servers change the case of what they repeat.
    private static string Replace(string text, string form)
    {
        for (
            var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(form, at + Mask.Length, StringComparison.OrdinalIgnoreCase)
        )
            text = text.Remove(at, form.Length).Insert(at, Mask);

        return text;
    }

    // A truncated text may end in the first half of a secret.
    private static string WithoutRemains(string text, List<string> forms)
    {
        var end = text.TrimEnd('…');
        if (end.Length == text.Length)
            return text;

        foreach (var form in forms)
        {
            for (var length = Math.Min(form.Length - 1, end.Length); length >= ShortestRemains; length--)
            {
                if (string.Compare(end, end.Length - length, form, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
                    return end.Substring(0, end.Length - length) + Mask + '…';
            }
        }

        return text;
    }
}
