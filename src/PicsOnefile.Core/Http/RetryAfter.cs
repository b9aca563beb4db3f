using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>How long a server wants its caller to wait.</summary>
/// <param name="Wait">The wait, at least <see cref="Shortest"/>; null where the server asks for none that can be read.</param>
/// <param name="Unreadable">What stands in the header and is no time, harmless to show; null where there is nothing of the kind.</param>
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

    /// <summary>The shortest wait: zero, a negative number and a date that has passed must not turn the attempts into a volley.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly RetryAfter None = new(null, null);

    /// <summary>Reads the header. .NET takes whole seconds up to 2^31 and dates alone, and drops all else without a word.</summary>
    /// <param name="response">The refusal.</param>
    /// <param name="now">The time here; a date is measured against the server's own clock where it tells its time.</param>
    public static RetryAfter From(HttpResponseMessage response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values))
            return None;

        string written = string.Join(", ", values).Trim();
        if (written.Length == 0)
            return None;

        DateTimeOffset clock = response.Headers.Date ?? now;
        // A gateway and the server behind it may both ask; a date has a comma of its own.
        TimeSpan?[] waits = Date(written) is { } whole ? [whole - clock] : [.. written.Split(',').Select(part => Seconds(part) ?? (Date(part) - clock))];
        return waits.All(wait => wait is not null)
            ? new(waits.Select(wait => wait!.Value < Shortest ? Shortest : wait.Value).Max(), null)
            : new(null, Readable.Line(written, LongestShown));
    }

    // More than fits is as long as fits: nobody waits for either.
    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && !double.IsNaN(seconds)
            ? TimeSpan.FromSeconds(Math.Max(0, Math.Min(Math.Ceiling(seconds), TimeSpan.MaxValue.TotalSeconds / 2)))
            : null;

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(),
            Dates,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out DateTimeOffset date
        )
            ? date
            : null;
}
