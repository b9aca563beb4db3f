using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Remove-OfficerLink: a wrong link is taken off.</summary>
public sealed class RemoveOfficerLinkTests
{
    [Fact]
    public async Task A_field_that_nothing_empties_is_told()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3) with { Switches = new() { Clearing = Sandbox.Switches.Clearing.Never } });
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        twin.Fails($"Remove-OfficerLink {pair.Ident} -Confirm:$false").Is("NotWritten", ErrorCategory.WriteError);
    }
}
