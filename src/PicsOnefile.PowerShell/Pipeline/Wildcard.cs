using System;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>PowerShell's wildcards as a question the core can ask.</summary>
internal static class Wildcard
{
    /// <summary>Says whether a name fits the pattern; null for no pattern.</summary>
    public static Func<string, bool>? Predicate(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
            return null;
        var wanted = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        return wanted.IsMatch;
    }
}
