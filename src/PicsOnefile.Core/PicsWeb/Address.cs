using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.PicsWeb;

/// <summary>PICSWeb's five address lines as one.</summary>
internal static class Address
{
    private static readonly char[] LineBreaks = ['\r', '\n'];

    /// <summary>The lines that are not empty, separated by a comma and a blank; null where all are empty.</summary>
    public static string? Join(IEnumerable<string?> lines)
    {
        var parts = lines
            .SelectMany(line => (line ?? "").Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Trim(' ', ','))
            .Where(line => line.Length > 0);
        return Readable.Field(string.Join(", ", parts));
    }
}
