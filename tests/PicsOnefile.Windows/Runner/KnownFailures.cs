using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>One row of known-failures.tsv: what Wine cannot show.</summary>
/// <param name="Part">core or pester.</param>
/// <param name="Test">A test's name, or the beginning of some names with a star at the end.</param>
/// <param name="Shown">A part of the message with which it fails for that reason; one that fails with another message is a failure like any other.</param>
/// <param name="Reason">What Wine lacks.</param>
public sealed record KnownFailure(string Part, string Test, string Shown, string Reason)
{
    /// <summary>Reads the list.</summary>
    /// <param name="file">The file; lines that begin with # are comments.</param>
    /// <returns>Its rows.</returns>
    /// <exception cref="FormatException">A line is no row of four columns.</exception>
    public static IReadOnlyList<KnownFailure> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(Row)];

    /// <summary>Whether the row speaks of a test.</summary>
    /// <param name="name">The test's name.</param>
    /// <returns>True where it does.</returns>
    public bool Covers(string name) => Test.EndsWith('*') ? name.StartsWith(Test[..^1], StringComparison.Ordinal) : name == Test;

    /// <summary>Whether a test failed as the row says.</summary>
    /// <param name="outcome">What came of the test.</param>
    /// <returns>True where it did.</returns>
    public bool Explains(TestOutcome outcome) =>
        Covers(outcome.Name) && outcome.Result == "Failed" && outcome.Message?.Contains(Shown, StringComparison.Ordinal) == true;

    private static KnownFailure Row(string[] cells) =>
        cells is ["core" or "pester", { Length: > 0 } test, { Length: > 0 } shown, { Length: > 0 } reason]
            ? new(cells[0], test, shown, reason)
            : throw new FormatException($"No row of four columns, the first of which is core or pester: {string.Join('\t', cells)}");
}
