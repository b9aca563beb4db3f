using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>
/// A pipe, a device or a folder as the path of any cmdlet: an error at once, and nothing is replaced. A walk through every parameter that takes a path.
/// </summary>
public sealed class RegularFilesTests
{
    // Each cmdlet with its parameter, in a line; {0} is the path. Lists are read by the first command that needs them.
    private static readonly (string Cmdlet, string Parameter, string Line)[] Lines =
    [
        (
            "Connect-PicsOnefile",
            "ApiMap",
            "Connect-PicsOnefile -Environment Live -OnefileAddress $onefile -PicsWebAddress $picsWeb -CustomerToken $token -ApiUser $user -CachePath "
                + "$folder/x.db -ApiMap '{0}'"
        ),
        (
            "Connect-PicsOnefile",
            "CachePath",
            "Connect-PicsOnefile -Environment Live -OnefileAddress $onefile -PicsWebAddress $picsWeb -CustomerToken $token -ApiUser $user -CachePath '{0}'"
        ),
        ("Connect-PicsOnefile", "OfficerPath", List("Officer")),
        ("Connect-PicsOnefile", "OrganisationPath", List("Organisation")),
        ("Connect-PicsOnefile", "QualificationPath", List("Qualification")),
        ("Connect-PicsOnefile", "LearnerPath", List("Learner")),
        ("Save-PicsOnefileProfile", "ApiMap", "Save-PicsOnefileProfile -ProfileName RegularFiles -Environment Live -ApiMap '{0}'"),
        ("Get-PicsOfficer", "Path", "Get-PicsOfficer -Path '{0}'"),
        ("Get-PicsOrganisation", "Path", "Get-PicsOrganisation -Path '{0}'"),
        ("Get-PicsQualification", "Path", "Get-PicsQualification -Path '{0}'"),
        ("Get-PicsLearner", "Path", "Get-PicsLearner -Path '{0}'"),
        ("Test-PicsWebSync", "LearnerPath", "Test-PicsWebSync -Preview -LearnerPath '{0}' -Connection $connection"),
        ("Export-LinkReview", "Path", "Find-OfficerLink -Connection $connection | Export-LinkReview '{0}' -Force -Format Csv -Connection $connection"),
        ("Import-LinkReview", "Path", "Import-LinkReview '{0}' -Connection $connection"),
        ("Export-LinkWorklist", "Path", "Export-LinkWorklist '{0}' -Force -Format Csv -Connection $connection"),
        ("Complete-LinkWorklist", "Path", "Complete-LinkWorklist -Path '{0}' -Connection $connection -Confirm:$false"),
        ("Export-LinkReport", "Path", "Export-LinkReport '{0}' -Force -Connection $connection"),
        ("New-PicsOnefileDiagnostic", "Path", "New-PicsOnefileDiagnostic '{0}' -Force -Connection $connection"),
        ("New-PicsOnefileDiagnostic", "CachePath", "New-PicsOnefileDiagnostic $folder/diagnostic.txt -Force -CachePath '{0}'"),
        ("Copy-MappingCache", "Destination", "Copy-MappingCache '{0}' -Force -Connection $connection -Confirm:$false"),
        ("Restore-LinkBackup", "Path", "Restore-LinkBackup '{0}' -Connection $connection -Confirm:$false"),
    ];

    // Names in a profile; what they name is looked at by the command that uses it, which is in the table.
    private static readonly string[] Kept = ["OfficerPath", "OrganisationPath", "QualificationPath", "LearnerPath", "CachePath"];

    // A folder: a program is looked for in it, and no file is read or written.
    private const string Folder = "Start-PicsOnefileSandbox Path";

    private static readonly string[] Refusals = ["FileUnreadable", "FileNotWritten", "CacheUnusable", "BackupMissing"];

    private static string List(string kind) =>
        $"$c = Connect-PicsOnefile -Environment Live -OnefileAddress $onefile -CustomerToken $token -CachePath $folder/{kind}.db -{kind}Path '{{0}}'; "
            + $"Get-Pics{kind} -Connection $c -Refresh";

    [Fact]
    public async Task Every_parameter_that_takes_a_path_is_in_the_walk()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var found = twin.Must(
                "Get-Command -Module PicsOnefile.PowerShell | ForEach-Object { $cmdlet = $_.Name; $_.Parameters.Values | Where-Object { $_.Name -match "
                    + "'Path$|^Destination$|^ApiMap$' } | ForEach-Object { \"$cmdlet $($_.Name)\" } }"
            )
            .Select(row => row.ToString()!)
            .Where(name => name != Folder && !(name.StartsWith("Save-PicsOnefileProfile ", StringComparison.Ordinal) && Kept.Contains(name.Split(' ')[1])));
        Assert.Equal(found.Order(StringComparer.Ordinal), Lines.Select(line => $"{line.Cmdlet} {line.Parameter}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task None_waits_for_a_pipe_reads_a_device_or_replaces_either()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var twin = await TwinShell.StartAsync();
        string pipe = Path.Combine(twin.Folder, "pipe");
        using (var made = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { pipe } })!)
            await made.WaitForExitAsync();
        string link = Path.Combine(twin.Folder, "link");
        File.CreateSymbolicLink(link, pipe);
        string zero = Path.Combine(twin.Folder, "zero");
        File.CreateSymbolicLink(zero, "/dev/zero");
        string folder = Directory.CreateDirectory(Path.Combine(twin.Folder, "a folder")).FullName;

        var wrong = new List<string>();
        foreach (var (_, _, line) in Lines)
        {
            foreach (string path in new[] { pipe, link, zero, folder })
            {
                string typed = line.Replace("{0}", path, StringComparison.Ordinal);
                var run = Task.Run(() => twin.Run(typed));
                if (await Task.WhenAny(run, Task.Delay(TimeSpan.FromMinutes(2))) != run)
                    throw new Xunit.Sdk.XunitException($"{typed} did not come back.");
                var result = await run;
                var errors = result
                    .Errors.Concat(result.Ended is { } ended ? [ended.ErrorRecord] : [])
                    .Select(error => error.FullyQualifiedErrorId.Split(',')[0])
                    .ToList();
                if (!errors.Any(id => Refusals.Contains(id)))
                    wrong.Add($"{typed}: {string.Join(", ", errors)}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal((pipe, "/dev/zero"), (new FileInfo(link).LinkTarget, new FileInfo(zero).LinkTarget));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Assert.Empty(Directory.GetFiles(twin.Folder, "*.part"));
        // Still the pipe: a file in its place could be positioned in.
        using var still = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
        Assert.False(still.CanSeek);
    }

    [Fact]
    public async Task None_takes_a_path_that_no_file_can_have()
    {
        await using var twin = await TwinShell.StartAsync();
        var before = Directory.GetFileSystemEntries(twin.Folder).Order();
        foreach (var (_, _, line) in Lines)
        {
            string typed = line.Replace("'{0}'", "\"$folder/a`0b.csv\"", StringComparison.Ordinal);
            var result = twin.Run(typed);
            // A line that goes on with what was not opened has an error of its own.
            var error = result.Errors.Concat(result.Ended is { } ended ? [ended.ErrorRecord] : []).First();
            error.Is("PathInvalid", ErrorCategory.InvalidArgument);
            Assert.Contains("holds the character NUL", error.Exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Directory.GetFileSystemEntries(twin.Folder).Order());
    }

    [Fact]
    public async Task A_link_is_written_through_and_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var twin = await TwinShell.StartAsync();
        string target = twin.Save("target.csv", "old");
        string link = Path.Combine(twin.Folder, "link.csv");
        File.CreateSymbolicLink(link, target);

        twin.Fails("Find-OfficerLink | Export-LinkReview $folder/link.csv").Is("FileExists", ErrorCategory.ResourceExists);
        twin.Must("Find-OfficerLink | Export-LinkReview $folder/link.csv -Force");

        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.StartsWith("Decision", File.ReadAllText(target), StringComparison.Ordinal);
        Assert.NotEmpty(twin.Must("Import-LinkReview $folder/link.csv"));
    }

    [Fact]
    public async Task After_each_command_no_log_is_left_that_could_hurt_a_restored_file()
    {
        await using var twin = await TwinShell.StartAsync();
        string log = Path.Combine(twin.Folder, "cache.db-wal");
        var pair = twin.FreeOfficers()[0];
        foreach (
            string line in new[]
            {
                "Get-PicsOfficer -Refresh",
                $"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false",
                "Test-PicsWebSync -DesktopIntegration NeverUsed",
                $"Add-LinkExclusion Officer -AssessorId {twin.FreeOfficers()[1].OnefileId} -Reason x -Confirm:$false",
                "Update-MappingCache",
            }
        )
        {
            twin.Must(line);
            Assert.Equal(0, new FileInfo(log).Length);
        }

        Assert.Single(File.ReadAllLines(Path.Combine(twin.Folder, "cache.db.heads.txt")));
    }

    [Fact]
    public async Task A_head_that_cannot_be_kept_is_a_warning_once_and_the_change_is_made()
    {
        await using var twin = await TwinShell.StartAsync();
        Directory.CreateDirectory(Path.Combine(twin.Folder, "cache.db.heads.txt"));
        var pairs = twin.FreeOfficers();

        var first = twin.Run($"Set-OfficerLink {pairs[0].Ident} {pairs[0].OnefileId} -Confirm:$false");
        var second = twin.Run($"Set-OfficerLink {pairs[1].Ident} {pairs[1].OnefileId} -Confirm:$false");

        Assert.Contains("What was written is in the journal", Assert.Single(first.Warnings), StringComparison.Ordinal);
        Assert.Empty(first.Errors);
        Assert.Empty(second.Warnings);
        Assert.Equal((pairs[0].OnefileId, pairs[1].OnefileId), (twin.OfficerLink(pairs[0].Ident), twin.OfficerLink(pairs[1].Ident)));
    }
}
