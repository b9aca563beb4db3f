using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Undo-LinkChange: a whole run is taken back.</summary>
public sealed class UndoLinkChangeTests
{
    private const string LastRun = "(Get-LinkHistory)[-1].RunId";

    [Fact]
    public async Task The_history_through_the_pipeline_takes_each_run_back_once_the_newest_first()
    {
        await using var twin = await TwinShell.StartAsync();
        string before = twin.Fields();
        var pair = twin.FreeOfficers()[0];
        string other = twin.FreeOfficers()[1].OnefileId;
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; Set-OfficerLink {pair.Ident} {other} -Force -Confirm:$false");
        var undone = twin.Must("Get-LinkHistory | Undo-LinkChange -PassThru -Confirm:$false");
        Assert.Equal([(other, pair.OnefileId), (pair.OnefileId, "")], undone.Select(row => (row.Text("OldValue"), row.Text("NewValue"))));
        Assert.Equal(before, twin.Fields());
    }

    [Fact]
    public async Task WhatIf_shows_each_record_and_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Link(twin, 1);
        var result = twin.ChangesNothing($"Undo-LinkChange {LastRun} -WhatIf");
        Assert.Empty(result.Errors);
        Assert.Contains($"Clear the Additional ID {pair.OnefileId}", twin.Screen);
    }

    [Fact]
    public async Task An_undo_is_undone_by_its_own_run()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Link(twin, 1);
        twin.Must($"$undo = Undo-LinkChange {LastRun} -PassThru -Confirm:$false; $undo | Undo-LinkChange -Confirm:$false");
        Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident));
        Assert.Equal("Linked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident} -Refresh")).Text("State"));
    }

    [Fact]
    public async Task VQ_References_are_taken_back()
    {
        await using var twin = await TwinShell.StartAsync();
        string before = twin.Fields();
        twin.Run("Get-StandardVqReference | Where-Object State -in Wrong, Empty | Set-StandardVqReference -Confirm:$false");
        Assert.NotEqual(before, twin.Fields());
        twin.Must("Get-LinkHistory | Undo-LinkChange -Confirm:$false");
        Assert.Equal(before, twin.Fields());
    }

    [Fact]
    public async Task The_switch_is_named_and_not_turned_back()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Enable-PicsWebSync -Environment Live -Force -Reason test -Confirm:$false");
        var result = twin.ChangesNothing("Get-LinkHistory | Undo-LinkChange -Confirm:$false");
        Assert.All(result.Errors, error => error.Is("NotUndoable", ErrorCategory.InvalidOperation));
        Assert.NotEmpty(result.Errors);
        Assert.True(twin.Twin.World.Integration.Enabled);
    }

    [Fact]
    public async Task What_waits_to_be_keyed_in_is_withdrawn()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["officers.update"] });
        var pair = Link(twin, 1);
        Assert.Equal("Pending", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
        twin.Must($"Undo-LinkChange {LastRun} -Confirm:$false");
        Assert.Equal("Unlinked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
    }

    [Fact]
    public async Task Without_confirmation_nothing_happens()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var command = (CommandInfo)twin.Must("Get-Command Undo-LinkChange")[0].BaseObject;
        var attribute = ((CmdletInfo)command).ImplementingType.GetCustomAttributes(typeof(CmdletAttribute), false).Cast<CmdletAttribute>().Single();
        Assert.Equal((true, ConfirmImpact.High), (attribute.SupportsShouldProcess, attribute.ConfirmImpact));
    }

    private static TruePair Link(TwinShell twin, int count)
    {
        var pairs = twin.FreeOfficers().Take(count).ToList();
        string rows = string.Join(", ", pairs.Select(pair => $"[pscustomobject]@{{ OfficerIdent = '{pair.Ident}'; AssessorId = '{pair.OnefileId}' }}"));
        twin.Run($"{rows} | Set-OfficerLink -Confirm:$false");
        return pairs[0];
    }
}
