using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Cache;

/// <summary>One table that cannot be rebuilt.</summary>
/// <param name="Name">The table.</param>
/// <param name="Kind">What Get-MappingCache calls its rows; null where nobody has to see them.</param>
internal sealed record PersistentTable(string Name, string? Kind = null);

/// <summary>
/// What can never be read again: the one list of what no rebuild drops, what is checked whatever the size of the file, and what the inventory shows besides the
/// cached lists.
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
