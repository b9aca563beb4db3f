using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>
/// A key for each qualification of a list that has none. The title comes first, as this module is there to correct the reference;
/// qualifications of one title differ by reference, level and status.
/// </summary>
internal sealed class QualificationKeys
{
    private static readonly Func<ListRow, string>[] Forms =
    [
        row => row["Title"] ?? row["VqReference"]!,
        row => $"{row["Title"]} [{row["VqReference"]}]",
        row => $"{row["Title"]} [{row["VqReference"]}] {row["Level"]} {row["Status"]}",
    ];

    private readonly Dictionary<string, int>[] _counts;

    /// <summary>Counts what occurs more than once.</summary>
    public QualificationKeys(IReadOnlyList<ListRow> rows) => _counts = [.. Forms.Select(form => Count(rows.Select(form)))];

    /// <summary>Returns the identity of a row, or null for a row without title and reference.</summary>
    public static string? Identity(ListRow row) =>
        row["QualificationId"] ?? (row["Title"] is null && row["VqReference"] is null ? null : Forms[Forms.Length - 1](row));

    /// <summary>Returns the key of a row: the list's own, or the shortest form that no other row has.</summary>
    public string For(ListRow row) =>
        row["QualificationId"] ?? Forms.Where((form, at) => _counts[at][form(row)] == 1).Select(form => form(row)).FirstOrDefault() ?? Identity(row)!;

    private static Dictionary<string, int> Count(IEnumerable<string> keys) =>
        keys.GroupBy(key => key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
