using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PicsOnefile.PowerShell.Tests.Secrecy;

/// <summary>One place where a text was found.</summary>
public sealed record Leak(string Secret, string Spelling, string Place);

/// <summary>
/// Looks for texts that must not be anywhere, in every spelling in use. It is written anew here and shares nothing with what the module blacks out, so that a
/// spelling that the module forgot is found.
/// </summary>
public sealed class LeakSearch
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The table of spellings; a spelling that has several forms (small and capital letters, alignments) has them all.</summary>
    public static readonly IReadOnlyDictionary<string, Func<string, IEnumerable<string>>> Spellings = new Dictionary<string, Func<string, IEnumerable<string>>>
    {
        ["plain"] = text => [text],
        ["first half"] = text => [text[..(text.Length / 2)]],
        ["second half"] = text => [text[^(text.Length / 2)..]],
        ["URL"] = text => [Uri.EscapeDataString(text), WebUtility.UrlEncode(text), Small(Uri.EscapeDataString(text)), Small(WebUtility.UrlEncode(text))],
        ["JSON"] = text =>
            [Inner(JsonSerializer.Serialize(text)), Inner(JsonSerializer.Serialize(text, Relaxed)), Small(Inner(JsonSerializer.Serialize(text)))],
        ["JSON in JSON"] = text => [Inner(JsonSerializer.Serialize(JsonSerializer.Serialize(text, Relaxed), Relaxed))],
        ["HTML"] = text =>
            [
                WebUtility.HtmlEncode(text),
                HtmlEncoder.Default.Encode(text),
                text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"),
                System.Security.SecurityElement.Escape(text)!,
            ],
        ["base64"] = text => Aligned(Encoding.UTF8.GetBytes(text)),
        ["base64 of UTF-16"] = text => Aligned(Encoding.Unicode.GetBytes(text)),
        ["base64 for URLs"] = text => Aligned(Encoding.UTF8.GetBytes(text)).Select(form => form.Replace('+', '-').Replace('/', '_')),
        ["hexadecimal"] = text =>
            new[] { Encoding.UTF8, Encoding.Unicode }
                .Select(encoding => encoding.GetBytes(text))
                .SelectMany(bytes => new[] { Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), BitConverter.ToString(bytes) }),
        ["backwards"] = text => [new string([.. text.Reverse()])],
    };

    private readonly List<(string Secret, string Spelling, byte[] Bytes)> needles = [];

    /// <param name="secrets">What must not be found, by its name.</param>
    public LeakSearch(IEnumerable<(string Name, string Text)> secrets)
    {
        foreach (var (name, text) in secrets)
        {
            foreach (var (spelling, forms) in Spellings)
            {
                foreach (string form in forms(text).Distinct(StringComparer.Ordinal))
                {
                    needles.Add((name, spelling, Encoding.UTF8.GetBytes(form)));
                    needles.Add((name, spelling, Encoding.Unicode.GetBytes(form)));
                }
            }
        }
    }

    /// <summary>What a text holds.</summary>
    public IEnumerable<Leak> In(string place, string text) => In(place, Encoding.UTF8.GetBytes(text));

    /// <summary>What the bytes hold, as UTF-8 or UTF-16.</summary>
    public IEnumerable<Leak> In(string place, byte[] bytes) =>
        needles.Where(needle => bytes.AsSpan().IndexOf(needle.Bytes) >= 0).Select(needle => new Leak(needle.Secret, needle.Spelling, place)).Distinct();

    /// <summary>What the files of a folder, and of those in it, hold, in their names too.</summary>
    public IEnumerable<Leak> InFiles(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .SelectMany(file => In($"file {Path.GetFileName(file)}", Bytes(file)).Concat(In("name of a file", file)));

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    // Wherever the text stands among the three bytes of a group; the letters that its neighbours change too are left out.
    private static IEnumerable<string> Aligned(byte[] bytes)
    {
        for (int shift = 0; shift < 3; shift++)
        {
            string letters = Convert.ToBase64String([.. new byte[shift], .. bytes, .. new byte[2]]);
            yield return letters[((shift * 8 + 5) / 6)..((shift + bytes.Length) * 8 / 6)];
        }
    }

    private static string Inner(string quoted) => quoted[1..^1];

    // %2B and %2b, \u002B and \u002b: only the numbers, for the rest of the text keeps its letters.
    private static string Small(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"%[0-9A-F]{2}|\\u[0-9A-F]{4}", match => match.Value.ToLowerInvariant());
}
