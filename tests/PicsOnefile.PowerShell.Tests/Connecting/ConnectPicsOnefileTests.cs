using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

[Collection(Secrecy.SecretsOfTheProcess.Name)]
public sealed class ConnectPicsOnefileTests
{
    [Fact]
    public async Task A_profile_that_does_not_exist_is_named()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails("Connect-PicsOnefile NoSuchProfile -CustomerToken $token -ApiUser $user")
            .Is("ProfileUnknown", ErrorCategory.ObjectNotFound, "NoSuchProfile");
    }

    [Fact]
    public async Task A_missing_API_user_is_asked_for_by_name()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var error = twin.Fails(
            "Connect-PicsOnefile -Environment Live -OnefileAddress $onefile -PicsWebAddress $picsWeb -CustomerToken $token -CachePath $cache"
        );
        error.Is("SecretMissing", ErrorCategory.AuthenticationError, "ApiUser");
        Assert.Contains("-ApiUser", error.ToString());
    }

    [Fact]
    public async Task Several_centres_ask_how_records_are_to_be_linked()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3), connect: false);
        string line = twin.ConnectLine.Replace(" -LinkBy MisValue", "", System.StringComparison.Ordinal);
        twin.Fails(line).Is("LinkByUndecided", ErrorCategory.InvalidArgument);
        twin.Fails(line + " -LinkBy AdditionalId").Is("LinkByUndecided", ErrorCategory.InvalidArgument);
        Assert.Equal("MisValue", Assert.Single(twin.Must(line + " -LinkBy MisValue")).Text("LinkBy"));
    }

    [Fact]
    public async Task One_of_several_centres_can_be_worked_with_alone()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3), connect: false);
        int centre = twin.Twin.World.Centres.Keys.Last();
        twin.Must($"{twin.ConnectLine} -CentreId {centre}");
        Assert.All(twin.Must("Get-OnefileAssessor").All("CentreId"), id => Assert.Equal($"{centre}", id));
    }

    [Fact]
    public async Task A_centre_that_the_customer_does_not_have_is_refused()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails(twin.ConnectLine + " -CentreId 1").Is("CentreUnknown", ErrorCategory.ObjectNotFound, "1");
    }

    [Fact]
    public async Task A_profile_keeps_how_records_are_linked()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3), connect: false);
        twin.Must($"$null = {twin.ConnectLine} -SaveAs Several");
        Assert.Equal("MisValue", Assert.Single(twin.Must("Connect-PicsOnefile Several -CustomerToken $token -ApiUser $user")).Text("LinkBy"));
    }
}
