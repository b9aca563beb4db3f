using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.PicsWeb;

/// <summary>
/// PICSWeb's Connection Test, read as success or failure. Its words are not public; these are assumptions, and a text that has none of them is
/// neither. A word of failure outweighs one of success ("not connected").
/// </summary>
public static class ConnectionTestResult
{
    private static readonly IReadOnlyList<string> Failing =
    [
        "fail",
        "error",
        "invalid",
        "refused",
        "denied",
        "unauthor",
        "unable",
        "could not",
        "cannot",
        "not connected",
        "unsuccessful",
        "no connection",
        "false",
    ];
    private static readonly IReadOnlyList<string> Succeeding = ["succe", "connected", "passed", "valid", "true"];

    /// <summary>True for success, false for failure, null where the text says neither or is empty.</summary>
    public static bool? IsSuccess(string? connectionTest)
    {
        var text = connectionTest?.Trim() ?? "";
        if (Failing.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            return false;
        if (text.Equals("ok", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ok ", StringComparison.OrdinalIgnoreCase))
            return true;
        return Succeeding.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) ? true : null;
    }
}
