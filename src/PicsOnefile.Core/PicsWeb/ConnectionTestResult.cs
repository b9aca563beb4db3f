using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.PicsWeb;

/// <summary>
/// Reads PICSWeb's Connection Test as success or failure. Its words are not public: these are assumptions, and any other text is neither. A word of
/// failure outweighs one of success ("not connected").
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

    /// <summary>Returns true for success, false for failure, null for an empty or unknown text.</summary>
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
