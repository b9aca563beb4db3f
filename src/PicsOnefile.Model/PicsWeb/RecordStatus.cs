using System;
using System.Linq;

namespace PicsOnefile;

/// <summary>The words PICSWeb uses for a record's status, read as "in use" or "not in use".</summary>
public static class RecordStatus
{
    // Qualifications have Live and Dormant (vendor help); the other words are assumptions that cost nothing where they never occur.
    private static readonly string[] InUse = ["Live", "Active", "Current"];
    private static readonly string[] NotInUse = ["Dormant", "Inactive", "Archived", "Left", "Closed", "Ended"];

    /// <summary>True for a status that means "in use", false for one that means "not in use", null for an empty or unknown word.</summary>
    public static bool? IsLive(string? status)
    {
        var word = status?.Trim();
        if (string.IsNullOrEmpty(word))
            return null;
        if (InUse.Contains(word, StringComparer.OrdinalIgnoreCase))
            return true;
        return NotInUse.Contains(word, StringComparer.OrdinalIgnoreCase) ? false : null;
    }
}
