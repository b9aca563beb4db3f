using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Onefile;

/// <summary>
/// Whether a record is archived. The flag's name is not known, so every plausible one is read; what says nothing stays unknown, never "in use".
/// </summary>
internal static class ArchivedFlag
{
    // Words that a Status may hold. An assumption; any other word is unknown.
    private static readonly Dictionary<string, bool> ArchivedByStatus = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Archived"] = true,
        ["Inactive"] = true,
        ["Deleted"] = true,
        ["Disabled"] = true,
        ["Closed"] = true,
        ["Active"] = false,
        ["Live"] = false,
        ["Current"] = false,
        ["Enabled"] = false,
    };

    /// <summary>True where any flag says archived, false where one says in use, null where none says anything.</summary>
    public static bool? IsArchived(OnefileRow row)
    {
        bool?[] flags =
        [
            row.Flag("Archived"),
            row.Flag("IsArchived"),
            row.Text("Status") is { } status && ArchivedByStatus.TryGetValue(status, out bool archived) ? archived : null,
            !row.Flag("Active"),
            !row.Flag("IsActive"),
        ];
        return flags.Any(flag => flag == true) ? true
            : flags.Any(flag => flag == false) ? false
            : null;
    }
}
