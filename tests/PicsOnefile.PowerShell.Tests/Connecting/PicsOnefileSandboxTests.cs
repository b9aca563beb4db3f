using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>
/// Start- and Stop-PicsOnefileSandbox with the twin as it is built here; Start-PicsOnefileSandbox.Tests.ps1 starts the published program too.
/// </summary>
public sealed class PicsOnefileSandboxTests
{
    // The twin lies beside these tests, which reference it.
    private static readonly string Built = AppContext.BaseDirectory;
    private const string Small = "-Assessors 6 -Placements 4";

    private static readonly string Start = $"$sandbox = Start-PicsOnefileSandbox '{Built}' {Small}";

    [Fact]
    public async Task It_is_connected_under_its_name_and_nothing_of_it_is_left_after_the_stop()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must($"{Start}; $sandbox");
        var sandbox = twin.Must("$sandbox").Single();
        int id = (int)sandbox.Properties["Id"].Value;
        string folder = (string)sandbox.Properties["Folder"].Value;

        Assert.Equal(["Sandbox"], twin.Must("Find-OfficerLink").All("ProfileName").Distinct());
        Assert.Equal(["Sandbox"], twin.Must("Get-PicsOnefileConnection").All("ProfileName"));
        Assert.StartsWith(folder, (string)twin.Must("Get-PicsOnefileConnection").Single().Properties["CachePath"].Value, StringComparison.Ordinal);
        Assert.Contains("Stop-PicsOnefileSandbox", twin.Screen, StringComparison.Ordinal);

        Assert.Empty(twin.Must("Stop-PicsOnefileSandbox"));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Assert.False(Directory.Exists(folder));
        Assert.Empty(twin.Must("Get-PicsOnefileConnection"));
    }

    [Fact]
    public async Task A_second_start_says_that_one_runs_and_WhatIf_starts_and_ends_nothing()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        Assert.Empty(twin.Must($"Start-PicsOnefileSandbox '{Built}' -WhatIf"));
        twin.Fails("Stop-PicsOnefileSandbox").Is("SandboxNotRunning", ErrorCategory.InvalidOperation);
        twin.Must(Start);
        var error = twin.Fails($"Start-PicsOnefileSandbox '{Built}'");
        error.Is("SandboxRunning", ErrorCategory.ResourceExists);
        Assert.Contains($"process {twin.Must("$sandbox.Id").Single()}", error.Exception.Message, StringComparison.Ordinal);
        twin.Must("Stop-PicsOnefileSandbox -WhatIf");
        Assert.NotEmpty(twin.Must("Get-OnefileCentre -Refresh"));
        twin.Must("Stop-PicsOnefileSandbox");
    }

    [Fact]
    public async Task A_closed_connection_to_it_is_opened_again_by_its_name_with_the_same_records()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must(Start);
        int linked = twin.Must("Find-OfficerLink | Set-OfficerLink -PassThru -Confirm:$false").Count;
        twin.Must("Disconnect-PicsOnefile");
        string told = twin.Fails($"Start-PicsOnefileSandbox '{Built}'").Exception.Message;
        Assert.Contains("Connect-PicsOnefile -ProfileName Sandbox", told, StringComparison.Ordinal);
        Assert.Equal("Connect-PicsOnefile -ProfileName 'Sandbox'", twin.Must("Get-PicsOnefileGuide")[0].Text("Command"));
        Assert.Equal(["Sandbox"], twin.Must("Connect-PicsOnefile -ProfileName sandbox").All("ProfileName"));
        Assert.Equal($"{linked}", twin.Must("Get-LinkRun").Single().Text("Done"));
        Assert.DoesNotContain(twin.Must("$sandbox.OnefileAddress").Single().ToString(), twin.Must("Get-PicsOnefileProfile").All("OnefileAddress"));
        twin.Must("Disconnect-PicsOnefile; Connect-PicsOnefile Sandbox; Connect-PicsOnefile Sandbox");
        twin.Must("Stop-PicsOnefileSandbox");
        Assert.Empty(twin.Must("Get-PicsOnefileConnection"));
        twin.Fails("Connect-PicsOnefile Sandbox");
    }

    [Fact]
    public async Task A_process_that_has_died_is_told_by_the_stop_and_by_the_next_start()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        foreach (string next in new[] { "Stop-PicsOnefileSandbox", Start })
        {
            twin.Must(Start);
            using (var process = Process.GetProcessById((int)twin.Must("$sandbox").Single().Properties["Id"].Value))
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
            var result = twin.Run(next);
            Assert.Empty(result.Errors);
            Assert.Contains("has ended by itself", Assert.Single(result.Warnings), StringComparison.Ordinal);
        }
        twin.Must("Stop-PicsOnefileSandbox");
    }

    [Fact]
    public async Task Without_the_API_its_exported_lists_are_read()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must($"{Start} -NoPicsWebApi -Environment Practice -Seed 5");
        Assert.Equal(["ExportedLists"], twin.Must("Get-PicsOnefileConnection").All("PicsWebBy"));
        Assert.NotEmpty(twin.Must("Get-PicsOfficer"));
        twin.Must("Stop-PicsOnefileSandbox");
    }

    [Fact]
    public async Task Its_secrets_are_in_no_command_line_and_in_no_object()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must(Start);
        var sandbox = twin.Must("$sandbox").Single();
        string seen = string.Join('\n', sandbox.Properties.Select(property => $"{property.Value}"));
        string process = $"/proc/{sandbox.Properties["Id"].Value}";
        if (OperatingSystem.IsLinux())
            seen += await File.ReadAllTextAsync($"{process}/cmdline") + await File.ReadAllTextAsync($"{process}/environ");
        var secrets = new Credentials(1, "Live");
        Assert.DoesNotContain(secrets.CustomerToken, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets.ApiPassword, seen, StringComparison.Ordinal);
        twin.Must("Stop-PicsOnefileSandbox");
    }

    [Fact]
    public async Task A_folder_without_the_program_is_named_with_where_to_get_it()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var error = twin.Fails("Start-PicsOnefileSandbox $folder");
        error.Is("SandboxNotFound", ErrorCategory.ObjectNotFound);
        Assert.Contains(twin.Folder, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("the module's release", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(TwinShell.Home, "sandbox"), twin.Fails("Start-PicsOnefileSandbox").Exception.Message, StringComparison.Ordinal);

        twin.Save(OperatingSystem.IsWindows() ? "PicsOnefile.Sandbox.exe" : "PicsOnefile.Sandbox", "no program");
        twin.Fails("Start-PicsOnefileSandbox $folder").Is("SandboxFailed", ErrorCategory.ResourceUnavailable);
        // A program of another version: it does not know what it is asked.
        twin.Save("PicsOnefile.Sandbox.dll", "no assembly");
        twin.Fails("Start-PicsOnefileSandbox $folder").Is("SandboxFailed", ErrorCategory.ResourceUnavailable);
    }

    [Theory]
    [InlineData("Save-PicsOnefileProfile Sandbox -PicsWebAddress https://yourname.picsweb.co.uk")]
    [InlineData("Save-PicsOnefileProfile sandbox -OnefileAddress $onefile -PicsWebAddress https://yourname.picsweb.co.uk")]
    [InlineData("Connect-PicsOnefile -Environment Live -PicsWebAddress $picsWeb -CustomerToken $token -ApiUser $user -SaveAs SANDBOX")]
    [InlineData("Save-PicsOnefileProfile ' Sandbox' -PicsWebAddress https://yourname.picsweb.co.uk")]
    [InlineData("Connect-PicsOnefile -Environment Live -PicsWebAddress $picsWeb -CustomerToken $token -ApiUser $user -SaveAs \"Sand`u{200b}box \"")]
    public async Task Its_name_is_refused_for_an_address_that_is_not_this_computer(string line)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails(line).Is("SandboxNameReserved", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public async Task Its_name_may_be_given_to_another_twin_on_this_computer()
    {
        await using var twin = await TwinShell.StartAsync(with: "-SaveAs Sandbox");
        Assert.Equal(["Sandbox"], twin.Must("$connection").All("ProfileName"));
    }
}
