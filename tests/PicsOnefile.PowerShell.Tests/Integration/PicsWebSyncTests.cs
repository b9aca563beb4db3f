using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Integration;

/// <summary>Enable-PicsWebSync: the switch, guarded by the readiness report.</summary>
public sealed class EnablePicsWebSyncTests
{
    [Fact]
    public async Task A_prepared_centre_is_switched_on_and_the_connection_test_is_good()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        var settings = Assert.Single(twin.Must("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false"));
        Assert.Equal(("True", "Live"), (settings.Text("IntegrationEnabled"), settings.Text("Environment")));
        Assert.True(twin.Twin.Connection.IsGood);
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_set()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Edit(world => (world.Integration.VisitType, world.Integration.DownloadReviews) = ("Face to Face", true));
        twin.Must("Enable-PicsWebSync -Environment Live -UploadReviews $true -Force -Reason test -Confirm:$false");
        var settings = twin.Twin.World.Integration;
        Assert.Equal((true, true, "Face to Face"), (settings.UploadReviews, settings.DownloadReviews, settings.VisitType));
    }

    [Fact]
    public async Task WhatIf_changes_nothing_and_shows_what_would_be_set()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        Assert.Empty(twin.ChangesNothing("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -WhatIf").Errors);
        Assert.Contains("Hand over the customer token", twin.Screen);
        Assert.DoesNotContain(twin.Twin.Credentials.CustomerToken, twin.Screen);
    }

    [Fact]
    public async Task A_tenant_that_cannot_be_set_by_API_is_told_the_steps_on_the_screen()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["integration.update"] });
        var result = twin.ChangesNothing("Enable-PicsWebSync -Environment Live -Force -Reason test -Confirm:$false");
        Assert.Contains("nothing was changed", Assert.Single(result.Warnings, warning => warning.Contains("API cannot")));
        Assert.Equal(
            ["Open Integrations > OneFile > Settings.", "Customer Token: paste the customer token of Live."],
            result.Output.All("Instruction").Take(2)
        );
        Assert.Contains(("Integration Enabled", "Yes"), result.Output.Select(step => (step.Text("Field"), step.Text("Value"))));
    }
}

/// <summary>Disable-PicsWebSync: off again, and the other settings stay.</summary>
public sealed class DisablePicsWebSyncTests
{
    [Fact]
    public async Task A_tenant_without_the_API_is_told_the_steps_on_the_screen()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false });
        var result = twin.ChangesNothing("Disable-PicsWebSync -Confirm:$false");
        Assert.Contains(("Integration Enabled", "No"), result.Output.Select(step => (step.Text("Field"), step.Text("Value"))));
    }
}
