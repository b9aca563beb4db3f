using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>What the progress bar is told.</summary>
public sealed class ProgressTests
{
    // Each activity with its last record, as the stream had it.
    private const string Watch = """
        $shell = [PowerShell]::Create()
        $null = $shell.AddScript({ param($module, $onefile, $picsWeb, $environment, $folder)
            Import-Module $module
            $null = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath "$folder/cache.db" -CallLimit 300
            Find-OfficerLink
        }).AddArgument($module).AddArgument($onefile).AddArgument($picsWeb).AddArgument($environment).AddArgument($folder)
        try { $found = $shell.Invoke() } catch { "ended" }
        "found $(@($found).Count -gt 0)"
        foreach ($activity in $shell.Streams.Progress | Where-Object Activity -NotLike '*module*' | Group-Object Activity) {
            "$($activity.Name)|$($activity.Group[-1].RecordType)|$(@($activity.Group).Count)"
        }
        """;

    [PwshFact]
    public async Task Reading_details_and_matching_show_how_far_they_are_and_end()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var told = await ShellProcess.MustAsync("pwsh", twin, Watch);
        Assert.Contains("found True", told);
        Assert.Contains(told, line => line.StartsWith("Reading User records of Onefile|Completed", System.StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("Reading details of assessors|Completed", System.StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("Finding candidates|Completed", System.StringComparison.Ordinal));
        Assert.All(told.Where(line => line.Contains('|')), line => Assert.Contains("|Completed|", line));
    }

    [PwshFact]
    public async Task What_was_begun_ends_also_where_an_error_ends_the_work()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.Html, Route = "GET *User/*" });
        var told = await ShellProcess.MustAsync("pwsh", twin, Watch);
        Assert.Contains("found False", told);
        Assert.Contains(told, line => line.StartsWith("Finding candidates|Completed|2", System.StringComparison.Ordinal));
    }

    [PwshFact]
    public async Task An_error_shows_what_to_do_next()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var told = await ShellProcess.MustAsync(
            "pwsh",
            twin,
            """
            Import-Module $module
            $ErrorView = 'ConciseView'
            try { Get-PicsOfficer } catch { $_ | Out-String -Width 120 }
            """
        );
        Assert.Contains("No connection is open in this runspace.", string.Join('\n', told));
        Assert.Contains("Run Connect-PicsOnefile first", string.Join('\n', told));
    }
}
