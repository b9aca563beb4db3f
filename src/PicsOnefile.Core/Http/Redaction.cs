using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Newtonsoft.Json;

namespace PicsOnefile.Http;

/// <summary>Blacks secrets out of a message that a system wrote: servers like to repeat what they refuse.</summary>
internal static class Redaction
{
    // Shorter texts are no secrets, and blacking them out would garble any message.
    private const int ShortestSecret = 4;

    public static string Apply(string text, IEnumerable<Secret> secrets)
    {
        foreach (string form in secrets.Select(secret => secret.Reveal()).Where(plain => plain.Length >= ShortestSecret).SelectMany(Forms))
            text = Replace(text, form);

        return text;
    }

    private static IEnumerable<string> Forms(string plain)
    {
        yield return plain;
        yield return Uri.EscapeDataString(plain);
        yield return JsonConvert.ToString(plain).Trim('"');
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(plain));
    }

    // string.Replace with a comparison does not exist in netstandard2.0, and servers change the case of what they repeat.
    private static string Replace(string text, string form)
    {
        for (int at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(form, at + 3, StringComparison.OrdinalIgnoreCase))
            text = text.Remove(at, form.Length).Insert(at, "***");

        return text;
    }
}
