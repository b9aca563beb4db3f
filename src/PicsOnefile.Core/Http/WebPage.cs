using System;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>
/// Recognises a web page in place of an API response. Firewalls, proxies, load balancers and guest networks send one. The system's own web server
/// may too, so the page alone does not show its origin.
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

    /// <summary>Whether a body is a page of HTML, by its beginning or by its content type.</summary>
    public static bool IsWebPage(HttpResponseMessage response, string body)
    {
        var start = body.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (
                start.Length > 0
                && response.Content?.Headers.ContentType?.MediaType is { } type
                && type.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0
            );
    }

    /// <summary>Describes the page as a part of a sentence, with its title where it has one.</summary>
    public static string Describe(string body) => TitleOf(body) is { } title ? $"a web page titled '{title}'" : "a web page";

    private static string? TitleOf(string body)
    {
        var title = Readable.Line(WebUtility.HtmlDecode(Title.Match(body).Groups["title"].Value).Replace('\u00A0', ' ').Trim(), LongestTitle).Trim();
        return title.Length == 0 ? null : title;
    }
}
