using System.Collections.Generic;

namespace PicsOnefile.Http;

/// <summary>Which statuses are worth another attempt (RFC 9110, RFC 6585).</summary>
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
}
