using System;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Rows;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>A connection works in every runspace of its process, and in no other process: whoever takes it there is told so, and not that it was closed.</summary>
public sealed class TravellingConnectionTests
{
    public static TheoryData<string> Ways => [.. Transports.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_connection_from_another_process_is_told_as_one(string way)
    {
        await using var twin = await TwinShell.StartAsync();
        var foreign = Transports.All[way](twin.Must("$connection")[0].BaseObject);
        // What a job or a file brings along has the ID of a session that this process never had.
        foreign.Properties["ConnectionId"].Value = Guid.NewGuid();
        foreign.Properties["ProfileName"].Value = "O'Neill";
        twin.Shell.Set("foreign", foreign);
        string told = twin.Fails("Get-OnefileCentre -Connection $foreign").Is("NotConnected", ErrorCategory.InvalidOperation).ToString();
        Assert.Contains("another process", told, StringComparison.Ordinal);
        Assert.Contains("Connect-PicsOnefile -ProfileName 'O''Neill'", told, StringComparison.Ordinal);
        Assert.DoesNotContain("closed", told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task In_its_own_process_a_connection_works_whatever_it_went_through(string way)
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Shell.Set("again", Transports.All[way](twin.Must("$connection")[0].BaseObject));
        Assert.NotEmpty(twin.Must("Get-OnefileCentre -Connection $again"));
    }

    [Fact]
    public async Task A_connection_that_was_closed_is_still_told_as_closed()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Disconnect-PicsOnefile");
        Assert.Contains("has been closed", twin.Fails("Get-OnefileCentre -Connection $connection").Is("NotConnected", ErrorCategory.InvalidOperation).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ad_hoc_settings_are_told_to_be_given_again()
    {
        await using var twin = await TwinShell.StartAsync();
        var foreign = Transports.All["Export-Clixml"](twin.Must("$connection")[0].BaseObject);
        foreign.Properties["ConnectionId"].Value = Guid.NewGuid();
        twin.Shell.Set("foreign", foreign);
        Assert.Contains("same settings", twin.Fails("Get-OnefileCentre -Connection $foreign").ToString(), StringComparison.Ordinal);
    }
}
