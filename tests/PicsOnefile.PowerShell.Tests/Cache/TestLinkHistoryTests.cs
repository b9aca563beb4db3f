using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Cache;

/// <summary>Test-LinkHistory: the journal is as it was written.</summary>
public sealed class TestLinkHistoryTests
{
    [Fact]
    public async Task The_head_of_today_is_in_the_journal_of_tomorrow()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers();
        twin.Must(
            $"Set-OfficerLink {pairs[0].Ident} {pairs[0].OnefileId} -Confirm:$false; $head = (Test-LinkHistory).Head; Set-OfficerLink {pairs[1].Ident} "
                + $"{pairs[1].OnefileId} -Confirm:$false"
        );
        var check = Assert.Single(twin.Must("Test-LinkHistory -ExpectedHead $head"));
        Assert.Equal(("True", "4", ""), (check.Text("Ok"), check.Text("Count"), check.Text("FirstBroken")));
    }

    [Fact]
    public async Task A_head_that_is_not_there_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        Assert.Equal("False", Assert.Single(twin.Must("Test-LinkHistory ('a' * 64)")).Text("Ok"));
        Assert.Equal("ParameterArgumentValidationError", twin.Fails("Test-LinkHistory 123").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public async Task Without_a_connection_it_says_so()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails("Test-LinkHistory").Is("NotConnected", ErrorCategory.InvalidOperation);
    }
}
