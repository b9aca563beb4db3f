using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Onefile;

/// <summary>Get-OnefileCentre: which centres the customer has, for -CentreId and for deciding how records are linked.</summary>
public sealed class GetOnefileCentreTests
{
    [Fact]
    public async Task All_centres_are_shown_and_a_name_may_be_a_pattern()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var last = twin.Twin.World.Centres.Values.Last();
        Assert.Equal(twin.Twin.World.Centres.Keys.Select(id => $"{id}"), twin.Must("Get-OnefileCentre").All("CentreId").Order());
        Assert.Contains($"{last.Id}", twin.Must($"Get-OnefileCentre '{last.Name[..4]}*'").All("CentreId"));
        Assert.Empty(twin.Must("Get-OnefileCentre 'No such centre'"));
    }

    [Fact]
    public async Task A_centre_through_the_pipeline_selects_its_assessors()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var centre = twin.Twin.World.Centres.Values.First();
        Assert.Equal([$"{centre.Id}"], twin.Must($"Get-OnefileCentre '{centre.Name}' | Get-OnefileAssessor").All("CentreId").Distinct());
    }

    [Fact]
    public async Task A_centre_that_is_not_there_is_an_error_and_no_empty_answer()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        twin.Must("Update-MappingCache");
        var centre = twin.Twin.World.Centres.Keys.First();
        foreach (string reading in new[] { "Get-OnefileAssessor", "Get-OnefilePlacement", "Get-OnefileLearningAim", "Get-OfficerLink", "Get-OrganisationLink" })
        {
            foreach (string how in new[] { "", " -Refresh", " -Offline" })
            {
                Assert.NotEmpty(twin.Must($"{reading} -CentreId {centre}{how}"));
                twin.Fails($"{reading} -CentreId 999{how}").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "999");
            }
        }
    }

    [Fact]
    public async Task A_server_that_fails_is_told_as_such()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.Echo, Status = 403, Route = "*Organisation*" });
        twin.Fails("Get-OnefileCentre -Refresh").Is("OnefileDenied", ErrorCategory.PermissionDenied);
    }
}
