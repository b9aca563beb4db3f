using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.PicsWeb;

/// <summary>Get-PicsOfficer: PICSWeb's officers, with what stands in the Additional ID.</summary>
public sealed class GetPicsOfficerTests
{
    [Fact]
    public async Task Another_list_is_read_whichever_was_read_before()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Save("north.csv", "Ident,Surname,First Names,Additional ID\n00012,Arkwright,Ffion,\n");
        twin.Save("south.csv", "Ident,Surname,First Names,Additional ID\n00099,Iveson,Morag,\n");
        string Connect(string list) =>
            $"$null = Connect-PicsOnefile -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -CustomerToken $token -CachePath $cache "
                + $"-OfficerPath $folder/{list}";
        twin.Must(Connect("north.csv"));
        Assert.Equal(["00012"], twin.Must("Get-PicsOfficer").All("OfficerIdent"));

        twin.Must(Connect("south.csv"));

        Assert.Equal(["00099"], twin.Must("Get-PicsOfficer").All("OfficerIdent"));
        twin.Must(Connect("north.csv"));
        Assert.Equal(["00012"], twin.Must("Get-PicsOfficer").All("OfficerIdent"));
        twin.Must(Connect("south.csv"));
        twin.Fails("Get-PicsOfficer -Offline").Is("NeverRead", ErrorCategory.ResourceUnavailable);
    }
}
