using System;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>
/// Recognises a web page where an API should answer. Firewalls, proxies, load balancers and the sign-in of a guest network answer with one in place of the
/// system; its own web server may as well, so the page alone does not say who it was.
/// </summary>
internal static class WebPage
{
    // In characters.
    private const int LongestTitle = 100;

    private static readonly Regex Title = new(
        "<title[^>]{0,200}>(?<title>[^<]{0,2000})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>Whether a body is a page of HTML, by how it begins or by what it is called.</summary>
    public static bool IsWebPage(HttpResponseMessage response, string body)
    {
        string start = body.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (
                start.Length > 0
                && response.Content?.Headers.ContentType?.MediaType is { } type
                && type.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0
            );
    }

    /// <summary>The page as a part of a sentence, with its title where it has one.</summary>
    public static string Describe(string body) => TitleOf(body) is { } title ? $"a web page titled '{title}'" : "a web page";

    private static string? TitleOf(string body)
    {
        string title = Readable.Line(WebUtility.HtmlDecode(Title.Match(body).Groups["title"].Value).Replace('\u00A0', ' ').Trim(), LongestTitle).Trim();
        return title.Length == 0 ? null : title;
    }
}
