using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PicsOnefile.Files;

/// <summary>
/// Files of a folder by what their names begin and end with. A search pattern would not do: a name may hold its wildcards, and on .NET Framework *.csv finds
/// .csvx too.
/// </summary>
public static class NamedFiles
{
    /// <summary>Finds the files of these names. Case counts, except on Windows.</summary>
    /// <param name="folder">The folder; folders below it are not searched.</param>
    /// <param name="beginning">What the name begins with; it may be empty.</param>
    /// <param name="ending">What the name ends with, after the beginning and not as a part of it.</param>
    /// <returns>Their paths, by name.</returns>
    /// <exception cref="IOException">The folder is missing or cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public static IReadOnlyList<string> Find(string folder, string beginning, string ending)
    {
        var comparison = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return
        [
            .. Directory.EnumerateFiles(folder).Where(path => IsNamed(Path.GetFileName(path))).OrderBy(path => path, StringComparer.Ordinal),
        ];

        bool IsNamed(string name) =>
            name.Length >= beginning.Length + ending.Length && name.StartsWith(beginning, comparison) && name.EndsWith(ending, comparison);
    }
}
