using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>An ID without the zeros that belong to it: whichever cmdlet is asked, the answer is which one was probably meant.</summary>
public sealed class MissingZerosTests
{
    [Theory]
    [InlineData("Get-PicsOfficer 16")]
    [InlineData("Get-PicsOfficer '016', '00016'")]
    [InlineData("Get-PicsOfficer '=\"016\"'")]
    [InlineData("Get-PicsOfficer 16 -Offline")]
    [InlineData("Get-PicsOfficer 16 -Path $folder/list.csv")]
    [InlineData("Get-OfficerLink 16")]
    [InlineData("Set-OfficerLink 16 $id")]
    [InlineData("Remove-OfficerLink 16")]
    [InlineData("Remove-OfficerLink 16 $id")]
    [InlineData("Remove-OfficerLink \"'16\"")]
    [InlineData("Add-LinkExclusion Officer -Ident 16 -Reason x")]
    [InlineData("[pscustomobject]@{ OfficerIdent = 16 } | Add-LinkExclusion Officer -Reason x")]
    [InlineData("Remove-LinkExclusion Officer -Ident 16")]
    public async Task An_officer(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => typeof(Officer).GetProperty(nameof(Officer.Ident))!.SetValue(world.OfficerByIdent(pair.Ident), "00016"));
        twin.Save("list.csv", "Ident,Surname\n00016,Pugh\nJUN03,Rees\n");
        twin.Must("Update-MappingCache");
        if (line.StartsWith("Remove-LinkExclusion", StringComparison.Ordinal))
            twin.Must("Add-LinkExclusion Officer -Ident 00016 -Reason x -Confirm:$false");
        twin.Shell.Set("id", pair.OnefileId);
        AssertHint(twin, line.StartsWith("Get-", StringComparison.Ordinal) ? line : $"{line} -Confirm:$false", "00016");
    }

    [Theory]
    [InlineData("Get-PicsOrganisation 17")]
    [InlineData("Get-PicsOrganisation 17 -Path $folder/list.csv")]
    [InlineData("Get-OrganisationLink 17")]
    [InlineData("Set-OrganisationLink 17 $id -Confirm:$false")]
    [InlineData("Remove-OrganisationLink 17 -Confirm:$false")]
    [InlineData("Add-LinkExclusion Organisation -Ident 17 -Reason x -Confirm:$false")]
    public async Task An_organisation(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        twin.Edit(world => typeof(Organisation).GetProperty(nameof(Organisation.Ident))!.SetValue(world.OrganisationByIdent(pair.Ident), "00017"));
        twin.Save("list.csv", "Ident,Name,Postcode\n00017,Made Up,\nORG2,Other,\n");
        twin.Must("Update-MappingCache");
        twin.Shell.Set("id", pair.OnefileId);
        AssertHint(twin, line, "00017");
    }

    [Fact]
    public async Task Where_no_zeros_are_missing_nothing_of_them_is_said()
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (
            string line in new[]
            {
                "Get-PicsOfficer NOSUCH",
                "Get-PicsOrganisation NOSUCH",
                "Add-LinkExclusion Officer -Ident NOSUCH -Reason x -Confirm:$false",
                "Remove-LinkExclusion Officer -Ident NOSUCH -Confirm:$false",
            }
        )
            Assert.DoesNotContain("zeros", twin.Fails(line).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_warning_of_rewritten_Idents_comes_once_in_a_pipeline_and_again_in_the_next()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Save("officers.csv", "Ident,Surname,Forename,Other System ID\n00016,Pugh,Ann,\n245,Rees,Bob,\n00037,Lee,Cy,\n10191,Fox,Di,\n");
        twin.Save("learners.csv", "Ident,Surname,Date of Birth,ULN,Main Officer\nL1,Gray,1/2/2005,,00245\n");
        twin.Must(
            $"{twin.ConnectLine.Replace("-PicsWebAddress $picsWeb", "", StringComparison.Ordinal).Replace("-ApiUser $user", "", StringComparison.Ordinal)} "
                + "-OfficerPath $folder/officers.csv -LearnerPath $folder/learners.csv"
        );
        foreach (int _ in Enumerable.Range(0, 2))
        {
            var result = twin.Run("Find-OfficerLink | Set-OfficerLink -MinimumConfidence Possible -WhatIf");
            var warnings = result.Warnings.ToList();
            Assert.True(warnings.Count > 0, string.Join("; ", result.Errors.Select(error => error.ToString()).Append($"{result.Ended}")));
            Assert.Single(warnings, warning =>
                warning.Contains("rewritten", StringComparison.Ordinal) && warning.Contains("refused without -Force", StringComparison.Ordinal)
            );
            Assert.Equal(warnings.Distinct(), warnings);
        }
    }

    private static void AssertHint(TwinShell twin, string line, string meant)
    {
        var errors = twin.Run(line).Errors;
        Assert.Contains($"Did you mean '{meant}'? Put it in quotes", Assert.Single(errors).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("RecordUnknown", errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
