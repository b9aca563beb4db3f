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
    /// <returns>Its rows, in the order of the list.</returns>
    public static IReadOnlyList<SuiteRun> Read(string repository, string where) =>
        [
            .. File.ReadLines(Path.Combine(repository, "tests/suites.tsv"))
                .Where(line => !line.StartsWith('#'))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Where(cells => cells[0] == where)
                .Select(cells => new SuiteRun(cells[0], cells[1], cells[2], cells[3])),
        ];

    /// <summary>The command that starts the shell.</summary>
    /// <param name="machine">Where it runs; Windows PowerShell is a part of Windows itself.</param>
    /// <returns>The program and its first arguments.</returns>
    public IReadOnlyList<string> Command(IWindowsMachine machine) =>
        Shell == WindowsPowerShell ? ["powershell", "-ExecutionPolicy", "Bypass"] : machine.PowerShell;
}
