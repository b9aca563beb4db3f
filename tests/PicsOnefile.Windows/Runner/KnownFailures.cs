using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>One row of known-failures.tsv: what Wine cannot show.</summary>
/// <param name="Part">core or pester.</param>
/// <param name="Test">A test's name, or the beginning of some names with a star at the end.</param>
/// <param name="Reason">What Wine lacks.</param>
public sealed record KnownFailure(string Part, string Test, string Reason)
{
    /// <summary>Reads the list.</summary>
    /// <param name="file">The file; lines that begin with # are comments.</param>
    /// <returns>Its rows.</returns>
    /// <exception cref="FormatException">A line is no row of three columns.</exception>
    public static IReadOnlyList<KnownFailure> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(Row)];

    /// <summary>Whether the row speaks of a test.</summary>
    /// <param name="name">The test's name.</param>
    /// <returns>True where it does.</returns>
    public bool Covers(string name) => Test.EndsWith('*') ? name.StartsWith(Test[..^1], StringComparison.Ordinal) : name == Test;

    private static KnownFailure Row(string[] cells) =>
        cells is [var part, var test, { Length: > 0 } reason]
            ? new(part, test, reason)
            : throw new FormatException($"No row of three columns: {string.Join('\t', cells)}");
}
