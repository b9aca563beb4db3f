using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>What a person gives is told as what it is, and nothing is taken silently.</summary>
public sealed class GivenTextTests
{
    [Fact]
    public async Task A_pattern_that_is_none_is_an_error_that_names_it_wherever_patterns_are_taken()
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (
            string line in new[]
            {
                "Get-PicsOfficer -Name",
                "Get-PicsOrganisation -Name",
                "Get-PicsLearner -Name",
                "Get-PicsQualification -VqReference",
                "Get-PicsQualification -Title",
                "Get-QualificationLink -Code",
                "Get-OnefileAssessor -Name",
                "Get-OnefilePlacement -Name",
                "Get-OnefileCentre -Name",
                "Get-OnefileLearningAim -Code",
                "Get-OnefileLearningAim -Title",
                "Get-PicsOnefileProfile -ProfileName",
                "Get-PicsOnefileConnection -ProfileName",
            }
        )
            foreach (string pattern in new[] { "[abc", "*[a-" })
                Assert.Contains(
                    $"'{pattern}' is not a pattern",
                    twin.Fails($"{line} '{pattern}'").Is("ParameterValueUnknown", ErrorCategory.InvalidArgument).ToString(),
                    StringComparison.Ordinal
                );
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("20200101-000000-0000")]
    public async Task A_run_that_the_journal_does_not_have_is_told_as_Undo_tells_it(string run)
    {
        await using var twin = await TwinShell.StartAsync();
        var history = twin.Fails($"Get-LinkHistory -RunId {run}").Is("RunUnknown", ErrorCategory.ObjectNotFound, run);
        Assert.Equal(twin.Fails($"Undo-LinkChange {run} -Confirm:$false").ToString(), history.ToString());
        Assert.Empty(twin.Must("Get-LinkHistory -Kind Officer"));
    }

    [Theory]
    [InlineData("'  '")]
    [InlineData("\"`t\"")]
    [InlineData("\"$([char]0x200b)\"")]
    public async Task A_reason_of_blanks_is_refused_by_every_cmdlet_that_takes_one(string reason)
    {
        await using var twin = await TwinShell.StartAsync();
        var (ident, onefileId) = (twin.FreeOfficers()[0].Ident, twin.FreeOfficers()[0].OnefileId);
        foreach (
            string line in new[]
            {
                $"Add-LinkExclusion Officer -OfficerIdent {ident}",
                $"Set-OfficerLink {ident} {onefileId}",
                $"Remove-OfficerLink {ident}",
                "Set-StandardVqReference 1",
                "Undo-LinkChange x",
                "Disable-PicsWebSync",
            }
        )
        {
            var error = twin.Fails($"{line} -Reason {reason} -Confirm:$false");
            Assert.Contains("nothing but blanks", error.Is("ReasonMissing", ErrorCategory.InvalidArgument).ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(twin.Must("Get-LinkExclusion"));
    }

    [Theory]
    [InlineData("'  '")]
    [InlineData("\"$([char]0x200b)\"")]
    public async Task A_profile_needs_a_name_that_can_be_seen(string name)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        int before = Directory.GetFiles(TwinShell.Home, "*", SearchOption.AllDirectories).Length;
        twin.Fails($"Save-PicsOnefileProfile {name} -PicsWebAddress $picsWeb").Is("ProfileNameEmpty", ErrorCategory.InvalidArgument);
        twin.Fails($"Save-PicsOnefileProfile {name} -WhatIf").Is("ProfileNameEmpty", ErrorCategory.InvalidArgument);
        twin.Fails($"{twin.ConnectLine} -SaveAs {name}").Is("ProfileNameEmpty", ErrorCategory.InvalidArgument);
        Assert.True(Directory.GetFiles(TwinShell.Home, "*", SearchOption.AllDirectories).Length >= before);
        Assert.Empty(twin.Must("Get-PicsOnefileConnection"));
    }

    [Fact]
    public async Task An_exclusion_of_two_records_that_are_typed_is_refused_and_neither_is_taken_silently()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        foreach (string verb in new[] { "Add", "Remove" })
        {
            string more = verb == "Add" ? "-Reason x" : "";
            var error = twin.Fails($"{verb}-LinkExclusion Officer -OfficerIdent {pair.Ident} -AssessorId {pair.OnefileId} {more} -Confirm:$false");
            error.Is("InputUnusable", ErrorCategory.InvalidData);
            Assert.Contains($"{pair.Ident} in PICSWeb and {pair.OnefileId} in Onefile", error.ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(twin.Must("Get-LinkExclusion"));
        twin.Must($"Add-LinkExclusion Officer -OfficerIdent {pair.Ident} -AssessorId '' -Reason x -Confirm:$false");
        Assert.Equal(pair.Ident, Assert.Single(twin.Must("Get-LinkExclusion")).Text("Ident"));
    }

    [Theory]
    [InlineData("@{}")]
    [InlineData("[pscustomobject]@{}")]
    public async Task A_row_without_columns_is_told_as_one(string row)
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (string line in new[] { "Set-OfficerLink", "Remove-OrganisationLink", "Set-StandardVqReference", "Add-LinkExclusion Officer -Reason x" })
            Assert.Contains(
                "The row has no columns.",
                twin.Fails($"{row} | {line} -Confirm:$false").Is("InputUnusable", ErrorCategory.InvalidData).ToString(),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task Two_columns_that_may_be_one_ID_and_differ_refuse_the_row()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        string both = $"[pscustomobject]@{{ OfficerIdent = '{one.Ident}'; 'Other System ID' = '{one.OnefileId}'; 'Additional ID' = ";
        var error = Assert.Single(twin.ChangesNothing($"{both}'{other.OnefileId}' }} | Set-OfficerLink -Confirm:$false").Errors);
        Assert.Contains($"Other System ID ('{one.OnefileId}')", error.Is("InputUnusable", ErrorCategory.InvalidData).ToString(), StringComparison.Ordinal);
        twin.Must($"{both}'{one.OnefileId}' }} | Set-OfficerLink -Confirm:$false");
        Assert.Equal(one.OnefileId, twin.OfficerLink(one.Ident));
    }

    [Fact]
    public async Task A_value_without_an_end_is_not_echoed_whole()
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (string line in new[] { "Get-PicsOfficer", "Set-OfficerLink", "Remove-OfficerLink", "Set-StandardVqReference", "Get-LinkHistory" })
        {
            string more = line.StartsWith("Set-O", StringComparison.Ordinal) ? "410004" : "";
            var error = twin.Run($"{line} ('x' * 100000) {more}").Errors.Concat([]).First();
            Assert.InRange(error.ToString().Length, 300, 1000);
            Assert.Contains("xxx…", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_path_as_Tab_completion_writes_it_is_the_file()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Save("list[1].csv", "Ident,Surname,Additional ID\nO1,Ng,\n");
        twin.Save("list`[2`].csv", "Ident,Surname,Additional ID\nO2,Ng,\n");
        Assert.Equal("O1", Assert.Single(twin.Must("Get-PicsOfficer -Path \"$folder/list``[1``].csv\"")).Text("OfficerIdent"));
        Assert.Equal("O1", Assert.Single(twin.Must("Get-PicsOfficer -Path \"$folder/list[1].csv\"")).Text("OfficerIdent"));
        Assert.Equal("O2", Assert.Single(twin.Must("Get-PicsOfficer -Path \"$folder/list``[2``].csv\"")).Text("OfficerIdent"));
    }

    [Theory]
    [InlineData("8.3")]
    [InlineData("(83)")]
    public async Task A_row_with_a_StandardCode_that_is_none_is_refused_and_nothing_is_written(string code)
    {
        await using var twin = await TwinShell.StartAsync();
        string row = $"[pscustomobject]@{{ StandardCode = '{code}'; Component = 'Standard' }}";
        var error = Assert.Single(twin.ChangesNothing($"{row} | Set-StandardVqReference -Confirm:$false").Errors);
        error.Is("VqRequestInvalid", ErrorCategory.InvalidArgument);
        Assert.Contains($"The StandardCode '{code}' (Component Standard)", error.ToString(), StringComparison.Ordinal);
    }
}
