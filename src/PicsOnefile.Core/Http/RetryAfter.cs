using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>The Retry-After header of a response.</summary>
/// <param name="Wait">The delay, at least <see cref="Shortest"/>; null where the header is missing or invalid.</param>
/// <param name="Unreadable">The invalid header, safe to show; null for a valid or missing one.</param>
internal sealed record RetryAfter(TimeSpan? Wait, string? Unreadable)
{
    // In characters.
    private const int LongestShown = 40;

    // RFC 9110 names three forms of a date; the fourth is ISO 8601, which servers write all the same.
    private static readonly string[] Dates =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "dddd, d-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
        "yyyy-MM-dd'T'HH:mm:ssK",
    ];

    /// <summary>The shortest delay: zero, a negative number and a past date must not cause a burst of attempts.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly RetryAfter None = new(null, null);

    /// <summary>Reads the header. .NET itself reads only dates and whole seconds up to 2^31, and silently drops other values.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">The local time. The Date header of the response replaces it where there is one.</param>
    /// <returns>The delay; the longest where several are given.</returns>
    public static RetryAfter From(HttpResponseMessage response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
            return None;

        var written = string.Join(", ", values).Trim();
        if (written.Length == 0)
            return None;

        var clock = response.Headers.Date ?? now;
        // A gateway and the server behind it may both send a delay; a date contains a comma itself.
        TimeSpan?[] waits = Date(written) is { } whole ? [whole - clock] : [.. written.Split(',').Select(part => Seconds(part) ?? (Date(part) - clock))];
        return waits.All(wait => wait is not null)
            ? new(waits.Select(wait => wait!.Value < Shortest ? Shortest : wait.Value).Max(), null)
            : new(null, Readable.Line(written, LongestShown));
    }

    // A number beyond TimeSpan is cut to its maximum: the pipeline rejects both.
    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && !double.IsNaN(seconds)
            ? TimeSpan.FromSeconds(Math.Max(0, Math.Min(Math.Ceiling(seconds), TimeSpan.MaxValue.TotalSeconds / 2)))
            : null;

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(),
            Dates,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var date
        )
            ? date
            : null;
}
