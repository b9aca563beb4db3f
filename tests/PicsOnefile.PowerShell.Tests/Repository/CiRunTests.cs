using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>.ci/run with programs that only say what they are told to: a run that broke, was not started or told no counts is not green.</summary>
public sealed class CiRunTests : IDisposable
{
    private const string Good = "echo 'Pester: 7 passed, 0 failed, 1 skipped'";
    private const string NoWindows = "echo 'Windows: 0 passed, 0 failed, 1 skipped'";
    private const string None = "where\tsuite\tshell\tpester\n";
    private const string Suites = "where\tsuite\tshell\tpester\nlinux\tpester\tPowerShell 7.6\t6.2.0\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picsonefile-ci-");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Put(string path, string text)
    {
        string file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    private (int ExitCode, string LastLine) Run(string suites, string pester, string windows)
    {
        Put(".ci/run", File.ReadAllText(Path.Combine(BuiltModule.Root, ".ci", "run")));
        Put("tests/suites.tsv", suites);
        foreach (string program in new[] { "chromium", "mono", "wine" })
            Put($"bin/{program}", "#!/bin/sh\n");
        Put(
            "bin/dotnet",
            $"""
            #!/bin/sh
            case "$*" in
                test) echo "Passed!  - Failed:     0, Passed:     5, Skipped:     0, Total:     5, Duration: 1 s - A.dll" ;;
                *Pester/run.ps1*) {pester} ;;
                *tests/PicsOnefile.Windows*) {windows} ;;
            esac

            """
        );
        var start = new ProcessStartInfo("bash", [Path.Combine(_folder.FullName, ".ci", "run")]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = Path.Combine(_folder.FullName, "bin") + Path.PathSeparator + start.Environment["PATH"];
        using var run = Process.Start(start)!;
        string said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return (run.ExitCode, said.TrimEnd().Split('\n').Last());
    }

    [Theory]
    [InlineData(Suites, Good, "echo 'Windows under Wine: 9 passed, 0 failed, 2 skipped (core)'", 0, "23 passed, 0 failed, 3 skipped")]
    [InlineData(Suites, "echo 'Pester: 7 passed, 2 failed, 1 skipped'; exit 2", NoWindows, 1, "14 passed, 2 failed, 2 skipped")]
    [InlineData(Suites, "echo nothing", NoWindows, 1, "7 passed, 1 failed, 1 skipped")]
    [InlineData(Suites, Good + "; exit 1", NoWindows, 1, "14 passed, 1 failed, 2 skipped")]
    [InlineData(Suites, Good, "echo nothing", 1, "14 passed, 1 failed, 1 skipped")]
    [InlineData(None, "exit 0", NoWindows, 1, "7 passed, 1 failed, 1 skipped")]
    public void It_counts_what_is_told_and_is_red_where_nothing_is(string suites, string pester, string windows, int exitCode, string lastLine)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal((exitCode, lastLine), Run(suites, pester, windows));
    }
}
