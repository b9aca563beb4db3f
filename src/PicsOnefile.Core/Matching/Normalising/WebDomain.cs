using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>The domain under which a firm is found.</summary>
internal static class WebDomain
{
    // A page on a host that serves everybody says nothing about the firm.
    private static readonly HashSet<string> SharedHosts = WordList.Load(WordLists.SharedHosts).Words();

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
        return host.IndexOf('.') <= 0 || Mailboxes.IsFree(host) || SharedHosts.Contains(host) || Placeholders.IsDomain(host) ? null : host;
    }
}
