using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Onefile;

/// <summary>Get-OnefileLearningAim: the codes that VQ References must equal.</summary>
public sealed class GetOnefileLearningAimTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void The_centres_own_list_is_shown_and_not_the_whole_catalogue()
    {
        var own = twin.Twin.World.Centres.Values.Single().AssignedStandards.Select(id => $"{id}").Order();
        Assert.Equal(own, twin.Must("Get-OnefileLearningAim").All("StandardId").Order());
        Assert.True(twin.Twin.World.Standards.Count > own.Count());
    }

    [Fact]
    public void A_code_may_be_a_pattern_and_tells_standard_and_component()
    {
        string code = Apprenticeship();
        var aim = twin.Must($"Get-OnefileLearningAim {code}")[0];
        Assert.Equal((code, code[..^2]), (aim.Text("Code"), aim.Text("StandardCode")));
        Assert.Equal(
            code[^2..] switch
            {
                "AS" => "Standard",
                "OP" => "OnProgramme",
                "GW" => "Gateway",
                _ => "EndPointAssessment",
            },
            aim.Text("Component")
        );
        Assert.All(twin.Must("Get-OnefileLearningAim *EP").All("Component"), component => Assert.Equal("EndPointAssessment", component));
    }

    [Fact]
    public void A_standard_through_the_pipeline_selects_its_aims()
    {
        string standard = Apprenticeship()[..^2];
        var aims = twin.Must($"[pscustomobject]@{{ StandardCode = '{standard}' }} | Get-OnefileLearningAim");
        Assert.NotEmpty(aims);
        Assert.All(aims.All("StandardCode"), code => Assert.Equal(standard, code));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_an_error_and_no_empty_list()
    {
        await using var own = await TwinShell.StartAsync();
        own.Twin.Faults.Add(new Fault { Kind = FaultKind.Echo, Status = 403, Route = "*Standard*" });
        own.Fails("Get-OnefileLearningAim").Is("OnefileDenied", ErrorCategory.PermissionDenied);
    }

    private string Apprenticeship()
    {
        var world = twin.Twin.World;
        return world
            .Centres.Values.Single()
            .AssignedStandards.Select(id => world.Standards[id].Code)
            .First(code => code.EndsWith("AS", System.StringComparison.Ordinal));
    }
}
