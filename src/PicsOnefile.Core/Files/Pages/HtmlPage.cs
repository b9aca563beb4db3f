using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace PicsOnefile.Files.Pages;

/// <summary>
/// An embedded page that draws itself from JSON inside it. Its content security policy allows one script and one style by their hashes, and no network. The
/// JSON is escaped, so that a name with HTML in it is shown as text.
/// </summary>
internal static class HtmlPage
{
    private const string Data = "{data}";
    private const string ScriptHash = "{script-hash}";
    private const string StyleHash = "{style-hash}";

    private static readonly JsonSerializerSettings Json = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        Converters = { new StringEnumConverter() },
        StringEscapeHandling = StringEscapeHandling.EscapeHtml,
    };

    /// <summary>Returns the page with its data.</summary>
    /// <param name="resource">The embedded page.</param>
    /// <param name="data">What it draws.</param>
    public static string Create(string resource, object data)
    {
        var page = Template(resource);
        return page.Replace(ScriptHash, ComputeHash(page, "<script>", "</script>"))
            .Replace(StyleHash, ComputeHash(page, "<style>", "</style>"))
            .Replace(Data, JsonConvert.SerializeObject(data, Json));
    }

    private static string Template(string resource)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser hashes the text with line feeds alone, whatever the checkout made of them.
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string ComputeHash(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal) + from.Length;
        using var sha = SHA256.Create();
        return "sha256-"
            + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(page.Substring(start, page.IndexOf(to, start, StringComparison.Ordinal) - start))));
    }
}
