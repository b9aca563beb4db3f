using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Qualifications;

/// <summary>Get-QualificationLink: which learning aim and which qualification belong together, and which are alone.</summary>
public sealed class GetQualificationLinkTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void A_qualification_whose_reference_is_Onefiles_code_is_linked()
    {
        var world = twin.Twin.World;
        var codes = world.CodesOf(world.Centres.Values.Single());
        var linked = twin.Must("Get-QualificationLink -State Linked");
        Assert.NotEmpty(linked);
        Assert.All(linked, row => Assert.Contains(row.Text("VqReference"), codes));
    }

    [Fact]
    public void A_reference_that_Onefile_does_not_have_is_missing_there()
    {
        var world = twin.Twin.World;
        var codes = world.CodesOf(world.Centres.Values.Single());
        foreach (var row in twin.Must("Get-QualificationLink -State MissingInOnefile"))
            Assert.DoesNotContain(row.Text("VqReference"), codes);
    }

    [Fact]
    public void A_code_may_be_a_pattern_and_comes_through_the_pipeline()
    {
        string code = twin.Must("Get-QualificationLink -State Linked")[0].Text("Code");
        Assert.All(twin.Must($"Get-QualificationLink {code[..3]}*").All("Code"), found => Assert.StartsWith(code[..3], found));
        Assert.Equal([code], twin.Must($"Get-OnefileLearningAim {code} | Get-QualificationLink").All("Code").Distinct());
    }

    [Fact]
    public async Task A_tenant_without_the_API_and_without_a_list_is_an_error()
    {
        await using var own = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false });
        own.Fails("Get-QualificationLink").Is("ApiMissing", ErrorCategory.NotEnabled);
    }
}
