using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;

namespace PicsOnefile.Http;

/// <summary>Which statuses are worth another attempt (RFC 9110, RFC 6585), and how long the server wants us to wait.</summary>
internal static class RetryRules
{
    private static readonly Dictionary<int, Repeat> Table = new()
    {
        [408] = Repeat.WhereRepeatable,
        [429] = Repeat.Always,
        [500] = Repeat.WhereRepeatable,
        [502] = Repeat.WhereRepeatable,
        [503] = Repeat.Always,
        [504] = Repeat.WhereRepeatable,
    };

    public static Repeat Of(int status) => Table.TryGetValue(status, out Repeat repeat) ? repeat : Repeat.Never;

    /// <summary>The wait that Retry-After asks for, or null. A date is measured against the server's own clock where it tells its time.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is not RetryConditionHeaderValue header)
            return null;

        TimeSpan? wait = header.Delta ?? (header.Date - (response.Headers.Date ?? now));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
