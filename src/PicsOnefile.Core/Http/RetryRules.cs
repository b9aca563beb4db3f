using System.Collections.Generic;

namespace PicsOnefile.Http;

/// <summary>The status codes that are worth a retry (RFC 9110, RFC 6585).</summary>
internal static class RetryRules
{
    private static readonly Dictionary<int, RetryMode> Table = new()
    {
        [408] = RetryMode.WhereIdempotent,
        [429] = RetryMode.Always,
        [500] = RetryMode.WhereIdempotent,
        [502] = RetryMode.WhereIdempotent,
        [503] = RetryMode.Always,
        [504] = RetryMode.WhereIdempotent,
    };

    /// <summary>Returns whether a call with this status may be retried.</summary>
    public static RetryMode For(int status) => Table.TryGetValue(status, out var repeat) ? repeat : RetryMode.Never;
}
