using System;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Contacts;

/// <summary>The domain under which a firm is found.</summary>
internal static class WebDomain
{
    /// <summary>The host of a web address without scheme, "www." and path, in lower case; null where the text is none.</summary>
    public static string? Read(string? website)
    {
        if (string.IsNullOrWhiteSpace(website) || website!.Length > Letters.Longest)
            return null;

        var host = website.Trim().ToLowerInvariant();
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            host = host.Substring(scheme + 3);
        var end = host.IndexOfAny(['/', '?', '#', ':', ' ']);
        if (end >= 0)
            host = host.Substring(0, end);
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host.Substring(4);
        host = host.Trim('.');
        return host.IndexOf('.') <= 0 || Mailboxes.IsFree(host) || IsSharedHost(host) || Placeholders.IsDomain(host) ? null : host;
    }

    // A page on a host that serves everybody says nothing about the firm.
    private static bool IsSharedHost(string host) =>
        host is "facebook.com" or "en-gb.facebook.com" or "linkedin.com" or "uk.linkedin.com" or "instagram.com" or "twitter.com" or "x.com" or "google.com"
            or "google.co.uk" or "sites.google.com" or "nhs.uk" or "gov.uk" or "wordpress.com" or "wixsite.com" or "yell.com";
}
