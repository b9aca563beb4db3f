using System;
using System.Collections.Generic;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>How often each value occurs; empty ones are left out.</summary>
internal static class ValueCounts
{
    /// <summary>Counts values.</summary>
    public static Dictionary<string, int> Count(IEnumerable<string> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value.Length == 0)
                continue;
            counts.TryGetValue(value, out var count);
            counts[value] = count + 1;
        }

        return counts;
    }
}
