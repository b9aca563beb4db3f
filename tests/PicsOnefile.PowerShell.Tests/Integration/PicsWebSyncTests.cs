using System.Linq;
using System.Management.Automation;
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
    public async Task Errors_that_stand_keep_it_off()
    {
        await using var twin = await TwinShell.StartAsync();
        string world = twin.World();
        var error = twin.Fails("Enable-PicsWebSync -Environment Live -Confirm:$false").Is("NotReady", ErrorCategory.InvalidOperation);
        Assert.Contains("PO-", error.ToString());
        Assert.Equal(world, twin.World());
        Assert.Equal(0, twin.JournalLength);
    }

    [Fact]
    public async Task Force_needs_a_reason_and_the_journal_keeps_it()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Enable-PicsWebSync -Environment Live -Force -Confirm:$false").Is("ReasonMissing", ErrorCategory.InvalidArgument);
        Assert.False(twin.Twin.World.Integration.Enabled);
        twin.Must("Enable-PicsWebSync -Environment Live -Force -Reason 'the college insists' -Confirm:$false");
        Assert.True(twin.Twin.World.Integration.Enabled);
        Assert.Contains(twin.Must("Get-LinkHistory -Kind Integration").All("Reason"), reason =>
            reason.Contains("the college insists", System.StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_journal_says_that_a_token_was_set_and_not_which()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Enable-PicsWebSync -Environment Live -Force -Reason test -Confirm:$false");
        var history = twin.Must("Get-LinkHistory -Kind Integration");
        Assert.Contains("customerToken", history.All("Field"), System.StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(history.All("NewValue"), value => value.Contains(twin.Twin.Credentials.CustomerToken, System.StringComparison.Ordinal));
        Assert.Equal(twin.Twin.Credentials.CustomerToken, twin.Twin.World.Integration.CustomerToken);
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
    public async Task Another_environment_than_the_connected_one_is_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Enable-PicsWebSync -Environment Practice -Force -Reason test -Confirm:$false")
            .Is("EnvironmentNotConnected", ErrorCategory.InvalidArgument, "Practice");
        Assert.False(twin.Twin.World.Integration.Enabled);
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
    public async Task The_integration_is_switched_off_and_its_settings_stay()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.EnableIntegration();
        var settings = Assert.Single(twin.Must("Disable-PicsWebSync -Connection $connection -Reason 'wrong environment' -Confirm:$false"));
        Assert.Equal("False", settings.Text("IntegrationEnabled"));
        Assert.Equal(
            (false, "Live", twin.Twin.Credentials.CustomerToken),
            (twin.Twin.World.Integration.Enabled, twin.Twin.World.Integration.Environment, twin.Twin.World.Integration.CustomerToken)
        );
        Assert.Equal(["Intended", "Done"], twin.Must("Get-LinkHistory -Kind Integration").All("State"));
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.EnableIntegration();
        Assert.Empty(twin.ChangesNothing("Disable-PicsWebSync -WhatIf").Errors);
    }

    [Fact]
    public async Task What_is_off_already_is_shown_and_not_written()
    {
        await using var twin = await TwinShell.StartAsync();
        var result = twin.ChangesNothing("Disable-PicsWebSync -Confirm:$false");
        Assert.Equal("False", Assert.Single(result.Output).Text("IntegrationEnabled"));
    }

    [Fact]
    public async Task A_tenant_without_the_API_is_told_the_steps_on_the_screen()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false });
        var result = twin.ChangesNothing("Disable-PicsWebSync -Confirm:$false");
        Assert.Contains(("Integration Enabled", "No"), result.Output.Select(step => (step.Text("Field"), step.Text("Value"))));
    }
}

/// <summary>Get-PicsWebSync: the settings and the Integration Status as PICSWeb shows them.</summary>
public sealed class GetPicsWebSyncTests
{
    [Fact]
    public async Task The_settings_are_shown()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.EnableIntegration();
        var settings = Assert.Single(twin.Must("Get-PicsWebSync -Connection $connection"));
        Assert.Equal(
            ("True", "Live", twin.Twin.World.Integration.VisitType),
            (settings.Text("IntegrationEnabled"), settings.Text("Environment"), settings.Text("VisitType"))
        );
        Assert.NotEqual("", settings.Text("ConnectionTest"));
    }

    [Fact]
    public async Task A_tenant_that_does_not_show_them_is_told_where_to_look()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["integration.get"] });
        var error = twin.Fails("Get-PicsWebSync").Is("OperationMissing", ErrorCategory.NotEnabled);
        Assert.Contains("Integrations > OneFile > Settings", error.ToString());
    }
}
