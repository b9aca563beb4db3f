using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>One row of tests/suites.tsv: a run of tests in CI.</summary>
/// <param name="Where">linux, wine, windows or macos.</param>
/// <param name="Suite">solution, core or pester.</param>
/// <param name="Shell">The shell of a Pester suite.</param>
/// <param name="Pester">The version of Pester.</param>
public sealed record SuiteRun(string Where, string Suite, string Shell, string Pester)
{
    private const string WindowsPowerShell = "Windows PowerShell 5.1";

    /// <summary>Reads the runs of one place.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="where">The place.</param>
    /// <param name="part">core or pester; null for both.</param>
    /// <returns>Its rows, in the order of the list; at least one.</returns>
    /// <exception cref="FormatException">A row names no suite or shell that this program can run, or no row is of this place and part.</exception>
    public static IReadOnlyList<SuiteRun> Read(string repository, string where, string? part)
    {
        var runs = File.ReadLines(Path.Combine(repository, "tests/suites.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[0] == where)
            .Select(Row)
            .Where(run => part is null || run.Suite == part)
            .ToList();
        return runs.Count > 0 ? runs : throw new FormatException($"tests/suites.tsv has no row of {where} for {part ?? "any suite"}: nothing would be run.");
    }

    /// <summary>The command that starts the shell.</summary>
    /// <param name="machine">Where it runs; Windows PowerShell is a part of Windows itself.</param>
    /// <returns>The program and its first arguments.</returns>
    public IReadOnlyList<string> Command(IWindowsMachine machine) =>
        Shell == WindowsPowerShell ? ["powershell", "-ExecutionPolicy", "Bypass"] : machine.PowerShell;

    private static SuiteRun Row(string[] cells) =>
        cells is [_, "core", "-", "-"] || (cells is [_, "pester", var shell, _] && IsKnown(shell))
            ? new(cells[0], cells[1], cells[2], cells[3])
            : throw new FormatException($"tests/suites.tsv has a row that cannot be run: {string.Join('\t', cells)}");

    private static bool IsKnown(string shell) => shell == WindowsPowerShell || shell.StartsWith("PowerShell ", StringComparison.Ordinal);
}
