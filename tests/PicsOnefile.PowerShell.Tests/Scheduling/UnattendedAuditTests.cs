using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.PowerShell.Tests.Processes;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Scheduling;

/// <summary>The audit with nothing to read from and nothing to write to; what it does under such an account otherwise is shown by Pester.</summary>
public sealed class UnattendedAuditTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picsonefile-unattended-");

    public void Dispose() => _folder.Delete(recursive: true);

    [UnixPwshFact]
    public async Task Without_a_console_and_with_closed_handles_the_log_says_what_it_has_to_say()
    {
        var (audit, data) = (Path.Combine(_folder.FullName, "audit"), Path.Combine(_folder.FullName, "data"));
        // The shell closes what it has, and becomes PowerShell.
        string[] unattended = ["-c", "exec \"$@\" <&- >&- 2>&-", "sh", .. ShellProcess.Pwsh!, "-NoProfile", "-NonInteractive", "-File"];
        string[] arguments = [BuiltModule.PathOf("examples/Nightly-Audit.ps1"), "-ProfileName", "NoSuchProfile", "-Folder", audit, "-DataFolder", data];
        var start = new ProcessStartInfo("sh", [.. unattended, .. arguments]) { WorkingDirectory = BuiltModule.Root };

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();

        Assert.Equal(3, process.ExitCode);
        var log = await File.ReadAllTextAsync(Path.Combine(audit, "audit.log"));
        Assert.Contains("There is no profile 'NoSuchProfile'.", log, StringComparison.Ordinal);
        Assert.Contains($"with profiles and caches in {data}.", log, StringComparison.Ordinal);
    }
}
