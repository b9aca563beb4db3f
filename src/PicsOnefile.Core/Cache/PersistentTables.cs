using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Cache;

/// <summary>One table that cannot be rebuilt.</summary>
/// <param name="Name">The table.</param>
/// <param name="Kind">The kind of its rows in Get-MappingCache; null for a table that is not shown.</param>
internal sealed record PersistentTable(string Name, string? Kind = null);

/// <summary>
/// The tables that cannot be rebuilt. No rebuild drops them, they are checked whatever the size of the file, and the inventory shows them beside the cached
/// lists.
/// </summary>
internal static class PersistentTables
{
    public static readonly IReadOnlyList<PersistentTable> All =
    [
        new("link", "Link"),
        new("exclusion", "Exclusion"),
        new("attestation", "Attestation"),
        new("worklist", "Worklist"),
        new("sighting", "Sighting"),
        new("change", "Change"),
        new("run", "Run"),
        new("watch"),
        new("fact"),
        new("reading"),
        new("reversal"),
    ];

    /// <summary>Those that the inventory shows.</summary>
    public static IEnumerable<PersistentTable> Shown => All.Where(table => table.Kind is not null);
}
