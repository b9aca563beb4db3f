using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Cache;

/// <summary>One step forward of the schema.</summary>
/// <param name="Version">The version that the file has afterwards; from 1, without a gap.</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>The module's own, from Migrations/NNN.sql.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static Migration[] Load()
    {
        var assembly = typeof(Migration).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => Regex.IsMatch(name, @"^\d{3}\.sql$"))
            .OrderBy(name => name, System.StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Migration(int.Parse(name.Substring(0, 3), CultureInfo.InvariantCulture), reader.ReadToEnd());
            })
            .ToArray();
    }
}
