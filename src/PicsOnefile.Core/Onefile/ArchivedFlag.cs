using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Onefile;

/// <summary>
/// Reads whether a record is archived. The flag's name is not known, so every plausible one is read; without any flag the state is unknown.
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

    /// <summary>Returns true where any flag means archived, false where one means in use, null where there is none.</summary>
    public static bool? IsArchived(OnefileRow row)
    {
        bool?[] flags =
        [
            row.Flag("Archived"),
            row.Flag("IsArchived"),
            row.Text("Status") is { } status && ArchivedByStatus.TryGetValue(status, out var archived) ? archived : null,
            !row.Flag("Active"),
            !row.Flag("IsActive"),
        ];
        return flags.Any(flag => flag == true) ? true
            : flags.Any(flag => flag == false) ? false
            : null;
    }
}
