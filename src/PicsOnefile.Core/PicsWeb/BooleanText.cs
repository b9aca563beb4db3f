using System;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.PicsWeb;

/// <summary>Parses yes and no. The form in a tenant's API and lists is not published, so all usual ones are read.</summary>
internal static class BooleanText
{
    private static readonly string[] Yes = ["true", "yes", "y", "on"];
    private static readonly string[] No = ["false", "no", "n", "off"];

    /// <summary>Returns yes as true, no as false, null for an empty or unknown text. A number is a count: zero is no.</summary>
    public static bool? Parse(string? text)
    {
        var word = text?.Trim();
        if (string.IsNullOrEmpty(word))
            return null;
        if (Yes.Contains(word, StringComparer.OrdinalIgnoreCase))
            return true;
        if (No.Contains(word, StringComparer.OrdinalIgnoreCase))
            return false;
        return decimal.TryParse(word, NumberStyles.Number, CultureInfo.InvariantCulture, out var count) ? count != 0 : null;
    }
}
