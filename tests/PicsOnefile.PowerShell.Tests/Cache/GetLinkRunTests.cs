using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Cache;

/// <summary>Get-LinkRun, and the undo of the newest run.</summary>
public sealed class GetLinkRunTests
{
    [Fact]
    public async Task A_run_goes_through_the_pipeline_into_its_changes_and_its_undo()
    {
        await using var twin = await TwinShell.StartAsync();
        string before = twin.Fields();
        var pairs = twin.FreeOfficers().Take(2).ToList();
        Link(twin, pairs[0]);
        Link(twin, pairs[1]);
        Assert.Equal(["1", "1"], twin.Must("Get-LinkRun").All("Done"));
        Assert.Equal(pairs[1].Ident, Assert.Single(twin.Must("Get-LinkRun -Newest 1 | Get-LinkHistory")).Text("Key"));
        twin.Must("Get-LinkRun | Undo-LinkChange -Confirm:$false");
        Assert.Equal(before, twin.Fields());
        var runs = twin.Must("Get-LinkRun | Where-Object Command -EQ Set-OfficerLink");
        Assert.All(runs, run => Assert.NotEmpty(run.Text("Undone")));
    }

    [Fact]
    public async Task Wildcards_select_runs_and_an_unknown_one_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        Link(twin, twin.FreeOfficers()[0]);
        string run = Assert.Single(twin.Must("Get-LinkRun")).Text("RunId");
        Assert.Single(twin.Must($"Get-LinkRun {run[..8]}*"));
        Assert.Single(twin.Must($"Get-LinkRun ' {run.ToLowerInvariant()} '"));
        Assert.Empty(twin.Must("Get-LinkRun x*"));
        twin.Fails("Get-LinkRun NOSUCH").Is("RunUnknown", System.Management.Automation.ErrorCategory.ObjectNotFound, "NOSUCH");
        Assert.Single(twin.Run($"Get-LinkRun NOSUCH, {run}").Output);
    }

    [Fact]
    public async Task The_history_takes_several_runs_and_patterns_as_Get_LinkRun_does()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(2).ToList();
        Link(twin, pairs[0]);
        Link(twin, pairs[1]);
        string[] runs = [.. twin.Must("Get-LinkRun").All("RunId")];
        Assert.Equal(pairs.Select(pair => pair.Ident), twin.Must($"Get-LinkHistory {runs[0]}, {runs[1]}").All("Key"));
        Assert.Equal(pairs.Select(pair => pair.Ident), twin.Must($"Get-LinkHistory {runs[0][..8]}*").All("Key"));
        Assert.Equal([pairs[0].Ident], twin.Must($"Get-LinkHistory ' {runs[1].ToLowerInvariant()} '").All("Key"));
        Assert.Empty(twin.Must("Get-LinkHistory x*"));
        twin.Fails("Get-LinkHistory NOSUCH").Is("RunUnknown", System.Management.Automation.ErrorCategory.ObjectNotFound, "NOSUCH");
        foreach (string cmdlet in new[] { "Get-LinkRun", "Get-LinkHistory" })
            twin.Fails($"{cmdlet} '['").Is("ParameterValueUnknown", System.Management.Automation.ErrorCategory.InvalidArgument);
    }

    [Fact]
    public async Task A_run_that_is_undone_in_part_says_how_much_is_left()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(2).ToList();
        var rows = string.Join(", ", pairs.Select(pair => $"[pscustomobject]@{{ OfficerIdent = '{pair.Ident}'; AssessorId = '{pair.OnefileId}' }}"));
        twin.Must($"{rows} | Set-OfficerLink -Confirm:$false");
        twin.Edit(world => world.OfficerByIdent(pairs[1].Ident)!.AdditionalId = "elsewhere");
        twin.Run("Undo-LinkChange -Last -Confirm:$false");
        Assert.Equal(("1", "1"), (twin.Must("Get-LinkRun")[1].Text("UndoneChanges"), twin.Must("Get-LinkRun")[1].Text("NotUndone")));
    }

    [Fact]
    public async Task A_run_whose_values_were_taken_off_the_worklist_is_undone()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["officers.update"] });
        var pair = twin.FreeOfficers()[0];
        twin.Run($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal(("0", "1"), (twin.Must("Get-LinkRun")[0].Text("UndoneChanges"), twin.Must("Get-LinkRun")[0].Text("NotUndone")));
        twin.Must("Undo-LinkChange -Last -Confirm:$false");
        Assert.Equal(("1", "0"), (twin.Must("Get-LinkRun")[0].Text("UndoneChanges"), twin.Must("Get-LinkRun")[0].Text("NotUndone")));
    }

    [Fact]
    public async Task The_newest_run_is_named_with_its_time_and_its_changes_before_it_is_undone()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(3).ToList();
        Link(twin, pairs[0]);
        var rows = string.Join(", ", pairs.Skip(1).Select(pair => $"[pscustomobject]@{{ OfficerIdent = '{pair.Ident}'; AssessorId = '{pair.OnefileId}' }}"));
        twin.Must($"{rows} | Set-OfficerLink -Confirm:$false");
        var run = twin.Must("Get-LinkRun -Newest 1")[0];
        var shown = twin.ChangesNothing("Undo-LinkChange -Last -WhatIf");
        Assert.Contains($"\"Undo the newest run\" on target \"Run {run.Text("RunId")} of {run.Text("AtText")} (Set-OfficerLink, 2 changes)\"", twin.Screen);
        Assert.Contains($"Clear the Additional ID {pairs[1].OnefileId}", twin.Screen);
        Assert.Equal("What if: 2 would be undone", Assert.Single(shown.Information));
        twin.Must("Undo-LinkChange -Last -Confirm:$false");
        Assert.Equal((pairs[0].OnefileId, "", ""), (twin.OfficerLink(pairs[0].Ident), twin.OfficerLink(pairs[1].Ident), twin.OfficerLink(pairs[2].Ident)));
        twin.Must("Undo-LinkChange -Last -Confirm:$false");
        Assert.Equal("", twin.OfficerLink(pairs[0].Ident));
        twin.Fails("Undo-LinkChange -Last -Confirm:$false").Is("RunUnknown", System.Management.Automation.ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public async Task Last_and_a_run_do_not_go_together_and_a_run_may_still_be_piped()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        Link(twin, pair);
        twin.Fails("Undo-LinkChange -Last -RunId x -Confirm:$false");
        twin.Must("(Get-LinkRun).RunId | Undo-LinkChange -Confirm:$false");
        Assert.Equal("", twin.OfficerLink(pair.Ident));
    }

    private static void Link(TwinShell twin, TruePair pair) => twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
}
