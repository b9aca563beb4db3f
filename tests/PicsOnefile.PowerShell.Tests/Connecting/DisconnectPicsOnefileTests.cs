using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>Disconnect-PicsOnefile: secrets and the cache's file are let go.</summary>
public sealed class DisconnectPicsOnefileTests
{
    [Fact]
    public async Task Another_runspaces_connection_stays_open()
    {
        await using var twin = await TwinShell.StartAsync();
        await using var other = await TwinShell.StartAsync(TwinShell.Small(seed: 2));
        other.Must("Disconnect-PicsOnefile");
        Assert.Single(twin.Must("Get-OnefileCentre"));
    }

    [Fact]
    public async Task What_is_no_connection_is_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        var error = twin.Fails("'Live' | Disconnect-PicsOnefile");
        // The binder's category for what a parameter's own conversion refuses; before, PowerShell's conversion did, in its own words.
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("This is not a connection: the text 'Live'", error.ToString(), System.StringComparison.Ordinal);
        Assert.Single(twin.Must("Get-PicsOnefileConnection"));
    }
}

/// <summary>Get-PicsOnefileConnection: what is open, and what is left of the call limit.</summary>
public sealed class GetPicsOnefileConnectionTests
{
    [Fact]
    public async Task A_missing_operation_is_shown_as_missing()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["officers.update"] });
        var connection = Assert.Single(twin.Must("Get-PicsOnefileConnection"));
        Assert.Contains("OfficersUpdate", connection.Text("MissingOperations"));
        Assert.DoesNotContain("OfficersUpdate", connection.Text("AvailableOperations"));
    }

    [Fact]
    public async Task Two_runspaces_have_a_default_connection_each()
    {
        await using var twin = await TwinShell.StartAsync();
        await using var other = await TwinShell.StartAsync(TwinShell.Small(seed: 2));
        Assert.Equal($"{twin.Server.OnefileAddress}", Assert.Single(twin.Must("Get-PicsOnefileConnection")).Text("OnefileAddress"));
        Assert.Equal($"{other.Server.OnefileAddress}", Assert.Single(other.Must("Get-PicsOnefileConnection")).Text("OnefileAddress"));
        Assert.Equal(other.Twin.World.Officers.Values.Select(officer => officer.Ident).Order(), other.Must("Get-PicsOfficer").All("OfficerIdent").Order());
    }
}
