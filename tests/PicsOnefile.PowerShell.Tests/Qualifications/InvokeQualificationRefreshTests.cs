using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Qualifications;

/// <summary>Invoke-QualificationRefresh: the current list of learning aims, and what changed since the last time.</summary>
public sealed class InvokeQualificationRefreshTests
{
    [Fact]
    public async Task What_was_added_removed_and_renamed_is_shown()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Invoke-QualificationRefresh");
        twin.Edit(world =>
        {
            var list = world.Centres.Values.Single().AssignedStandards;
            list.Add(world.Standards.Keys.First(id => !list.Contains(id)));
            list.RemoveAt(0);
            world.Standards[list[0]].Title = "Renamed " + world.Standards[list[0]].Title;
        });
        var result = Assert.Single(twin.Must("Invoke-QualificationRefresh"));
        Assert.Equal(("1", "1", "1"), (result.Text("Added"), result.Text("Removed"), result.Text("Renamed")));
        Assert.Equal(3, ((IEnumerable)result.Properties["Differences"].Value).Cast<object>().Count());
    }

    [Fact]
    public async Task PICSWebs_own_refresh_is_pressed_where_the_integration_is_on()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.EnableIntegration();
        twin.Edit(world => world.Integration.QualificationLinks = null);
        twin.Must("Invoke-QualificationRefresh");
        Assert.NotNull(twin.Twin.World.Integration.QualificationLinks);
    }

    [Fact]
    public async Task A_tenant_without_the_operation_is_told_where_the_button_is()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["integration.refreshQualificationLinks"] });
        Assert.Contains("Refresh Qualification Links", Assert.Single(twin.Must("Invoke-QualificationRefresh")).Text("PicsWebRefresh"));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_leaves_the_last_one_as_it_was()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Invoke-QualificationRefresh");
        int before = twin.Must("Get-OnefileLearningAim -Offline").Count;
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.Echo, Status = 403, Route = "*Standard*" });
        twin.Fails("Invoke-QualificationRefresh").Is("OnefileDenied", ErrorCategory.PermissionDenied);
        Assert.Equal(before, twin.Must("Get-OnefileLearningAim -Offline").Count);
    }
}
