namespace PicsOnefile.Matching.Words;

/// <summary>What of a record's own text is shown again.</summary>
internal static class Shown
{
    private const int Longest = 120;

    /// <summary>A name of a length that fits a message; a longer one ends with an ellipsis.</summary>
    public static string Shortened(string? name)
    {
        if (name is null)
            return "";
        return name.Length <= Longest ? name : name.Substring(0, Longest - 1) + "…";
    }
}
