using System;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Rows;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>
/// A connection works in every runspace of its process, and in no other process: whoever takes it there is told so, and not that it was closed.
/// </summary>
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
        Assert.Contains(
            "has been closed",
            twin.Fails("Get-OnefileCentre -Connection $connection").Is("NotConnected", ErrorCategory.InvalidOperation).ToString(),
            StringComparison.Ordinal
        );
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

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Closing_a_connection_of_another_process_says_that_it_is_not_closed_here(string way)
    {
        await using var twin = await TwinShell.StartAsync();
        var foreign = Transports.All[way](twin.Must("$connection")[0].BaseObject);
        foreign.Properties["ConnectionId"].Value = Guid.NewGuid();
        twin.Shell.Set("foreign", foreign);
        foreach (string line in new[] { "Disconnect-PicsOnefile -Connection $foreign", "$foreign | Disconnect-PicsOnefile" })
            Assert.Contains("another process", twin.Fails(line).Is("NotConnected", ErrorCategory.InvalidOperation).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(twin.Must("Get-OnefileCentre"));
        twin.Must("Disconnect-PicsOnefile -Connection $connection; Disconnect-PicsOnefile -Connection $connection");
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ProfileName = $connection.ProfileName; ConnectionId = $connection.ConnectionId }")]
    [InlineData(", @($connection)")]
    [InlineData("@{ ConnectionId = $connection.ConnectionId }")]
    [InlineData("[pscustomobject]@{ ConnectionId = \"$($connection.ConnectionId)\"; ConnectedAt = '29/11/2569 7:17 PM'; Environment = 'Mars' }")]
    public async Task Its_ID_alone_says_which_connection_it_is(string made)
    {
        await using var twin = await TwinShell.StartAsync();
        Assert.NotEmpty(twin.Must($"Get-OnefileCentre -Connection $({made})"));
        twin.Must("Disconnect-PicsOnefile");
        Assert.Contains(
            "has been closed",
            twin.Fails($"Get-OnefileCentre -Connection $({made})").Is("NotConnected", ErrorCategory.InvalidOperation).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("'Live'", "the text 'Live'")]
    [InlineData("\"$connection\"", "the text '(ad hoc) ")]
    [InlineData("5", "a Int32")]
    [InlineData("$connection, $connection", "2 things at once")]
    [InlineData("(Get-OnefileCentre)", "a Centre")]
    [InlineData("[pscustomobject]@{ Name = 'Live' }", "an object with the properties Name")]
    [InlineData("@{ ConnectionId = 'x' }", "a table without a connection's ID")]
    public async Task What_is_no_connection_is_told_in_words_and_not_in_those_of_the_binder(string given, string told)
    {
        await using var twin = await TwinShell.StartAsync();
        var error = twin.Fails($"Get-OnefileCentre -Connection ({given})");
        Assert.Contains(told, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("does not travel to another process", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Cannot convert", error.ToString(), StringComparison.Ordinal);
    }
}
