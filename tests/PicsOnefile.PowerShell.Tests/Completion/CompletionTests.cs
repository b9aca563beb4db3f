using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Completion;

/// <summary>What Tab offers at the prompt.</summary>
public sealed class CompletionTests
{
    // Where nothing is offered, PowerShell offers names of files.
    private static IReadOnlyList<CompletionResult> Tab(TwinShell twin, string line)
    {
        twin.Shell.Set("line", line);
        return
        [
            .. twin.Must("[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches")
                .Select(row => (CompletionResult)row.BaseObject)
                .Where(result => result.ResultType == CompletionResultType.ParameterValue),
        ];
    }

    private static void Read(TwinShell twin) =>
        twin.Must(
            "Get-OnefileCentre; Get-OnefileAssessor; Get-OnefilePlacement; Get-PicsOfficer; Get-PicsOrganisation; Get-PicsQualification; Get-PicsLearner; "
                + "Get-OnefileLearningAim | Out-Null"
        );

    [Fact]
    public async Task An_assessor_is_found_by_a_word_of_the_name_and_by_the_ID_without_a_call()
    {
        await using var twin = await TwinShell.StartAsync();
        Read(twin);
        var assessor = twin.Must("Get-OnefileAssessor -Offline")[0];
        string id = assessor.Text("AssessorId"),
            surname = assessor.Text("LastName");
        int calls = twin.Twin.Calls.Total;

        var byName = Assert.Single(Tab(twin, $"Set-OfficerLink -AssessorId '{surname.Replace("'", "''")}"), result => result.CompletionText == id);
        Assert.Contains(assessor.Text("FullName"), byName.ListItemText);
        Assert.Contains(assessor.Text("CentreName"), byName.ToolTip);
        Assert.Contains(Tab(twin, $"Get-OnefileAssessor {id}"), result => result.CompletionText == id);
        Assert.Equal(calls, twin.Twin.Calls.Total);
    }

    [Theory]
    [InlineData("Get-OnefileAssessor -CentreId ")]
    [InlineData("Get-OnefileAssessor -Name ")]
    [InlineData("Get-OnefilePlacement ")]
    [InlineData("Set-OrganisationLink -PlacementId ")]
    [InlineData("Clear-MappingCache -Person -LearnerIdent ")]
    [InlineData("Get-PicsOfficer ")]
    [InlineData("Get-OrganisationLink ")]
    [InlineData("Get-PicsOrganisation -Name ")]
    [InlineData("Get-PicsQualification ")]
    [InlineData("Get-PicsLearner ")]
    [InlineData("Get-StandardVqReference ")]
    [InlineData("Set-StandardVqReference -QualificationId ")]
    [InlineData("Get-OnefileLearningAim ")]
    [InlineData("Add-LinkExclusion Officer -Ident ")]
    [InlineData("Add-LinkExclusion Organisation -OnefileId ")]
    [InlineData("Get-LinkHistory -Kind Officer -Key ")]
    [InlineData("Save-PicsOnefileProfile -RuleSeverity ")]
    public async Task Each_of_these_is_completed_also_while_both_systems_are_away(string line)
    {
        var twin = await TwinShell.StartAsync();
        await using var _ = twin;
        Read(twin);
        await twin.Server.DisposeAsync();

        Assert.NotEmpty(Tab(twin, line));
    }

    [Fact]
    public async Task A_run_is_offered_to_be_taken_back()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId}");
        var run = twin.Must("Get-LinkHistory")[0].Text("RunId");

        var offered = Tab(twin, "Undo-LinkChange ")[0];

        Assert.Equal(run, offered.CompletionText);
        Assert.Contains("Set-OfficerLink", offered.ToolTip);
    }

    [Fact]
    public async Task What_holds_a_blank_or_a_sign_is_quoted_so_that_it_is_one_word_and_never_runs()
    {
        await using var twin = await TwinShell.StartAsync();
        string name = "Ann $(throw 'ran') O'Leary [x]";
        twin.Edit(world => world.Placements.Values.First().Name = name);
        twin.Must("Get-OnefilePlacement -Refresh | Out-Null");

        string text = Assert.Single(Tab(twin, "Get-OnefilePlacement -Name \"Ann")).CompletionText;

        Assert.Equal(name, Assert.Single(twin.Must($"Get-OnefilePlacement -Offline -Name {text}")).Text("Name"));
    }

    [Fact]
    public async Task With_nothing_connected_the_profile_on_the_line_answers_and_otherwise_the_one_used_last()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string name = "completion " + Guid.NewGuid().ToString("N");
        Assert.Empty(Tab(twin, $"Set-OfficerLink -ProfileName '{name}' -AssessorId "));
        twin.Must($"{twin.ConnectLine} -SaveAs '{name}'");
        Read(twin);
        string id = twin.Must("Get-OnefileAssessor -Offline")[0].Text("AssessorId");
        twin.Must("Disconnect-PicsOnefile");
        // Other tests save profiles too: this one's cache is made the one that was written last.
        File.SetLastWriteTimeUtc(Path.Combine(twin.Folder, "cache.db"), DateTime.UtcNow.AddYears(1));
        int calls = twin.Twin.Calls.Total;

        Assert.Contains(Tab(twin, $"Set-OfficerLink -ProfileName '{name}' -AssessorId "), result => result.CompletionText == id);
        Assert.Contains(Tab(twin, "Set-OfficerLink -AssessorId "), result => result.CompletionText == id);
        Assert.Contains(Tab(twin, "Connect-PicsOnefile comp"), result => result.CompletionText == $"'{name}'");
        Assert.Equal(calls, twin.Twin.Calls.Total);
    }
}
