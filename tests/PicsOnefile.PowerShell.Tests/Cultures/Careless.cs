using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.PowerShell.Tests.Cultures;

#pragma warning disable CA1305 // What the search has to find.

/// <summary>One method for each thing that <see cref="CultureSurfaceTests"/> looks for.</summary>
internal static class Careless
{
    public static string Written(DateTimeOffset at) => string.Format("since {0}", at);

    public static string Clause(int count) => string.Format("{0:N0} records", count);

    public static string Joined(double share) => string.Concat("share ", (object)share);

    public static IEnumerable<string> Ordered(IEnumerable<string> names) => names.OrderBy(name => name);

    public static void Sorted(List<string> names) => names.Sort();

    public static bool Letters(string text) => new Regex("^id$", RegexOptions.IgnoreCase).IsMatch(text);

    public static string Missing(DateTime? born) => string.Format("{0} is the day", born);

    public static string Careful(DateTimeOffset at, IEnumerable<string> names) =>
        FormattableString.Invariant($"{at:o} {string.Join(",", names.OrderBy(name => name, StringComparer.Ordinal))}")
        + string.Format(CultureInfo.InvariantCulture, "{0:N0}", 1.5)
        + new Regex("^id$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Replace("ID", "");
}
