using System;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>One rule for all IDs: what Get- finds, every other cmdlet finds; blanks and letter case do not count, in no language.</summary>
public sealed class LetterCaseTests
{
    private const string Written = "IVI03";

    [Theory]
    [InlineData("ivi03")]
    [InlineData("Ivi03")]
    [InlineData(" IVI03 ")]
    [InlineData("iVi03", "tr-TR")]
    public async Task An_officer_is_found_by_every_cmdlet_however_the_Ident_is_typed(string typed, string culture = "en-GB")
    {
        await using var twin = await TwinShell.StartAsync();
        var id = Rename(twin);
        string In(string line) => $"[cultureinfo]::CurrentCulture = '{culture}'; {line}";
        Assert.Equal(Written, Assert.Single(twin.Must(In($"Get-PicsOfficer '{typed}'"))).Text("OfficerIdent"));
        twin.Must(In($"Set-OfficerLink '{typed}' {id} -Reason 'by hand' -Confirm:$false"));
        Assert.Equal(id, twin.OfficerLink(Written));
        Assert.All(twin.Must(In($"Get-LinkHistory -Kind Officer -Key '{typed}'")), row => Assert.Equal(Written, row.Text("Key")));
        Assert.Single(twin.Must(In($"Get-LinkHistory -Kind Officer -Key '{typed}'")));
        Assert.Equal("Linked", Assert.Single(twin.Must(In($"Get-OfficerLink '{typed}'"))).Text("State"));
        twin.Must(In($"Remove-OfficerLink '{typed}' -Confirm:$false"));
        Assert.Equal("", twin.OfficerLink(Written));
        twin.Must(In($"Add-LinkExclusion Officer -Ident '{typed}' -Reason 'left' -Confirm:$false"));
        Assert.Equal(Written, Assert.Single(twin.Must("Get-LinkExclusion")).Text("Ident"));
        twin.Fails(In($"Set-OfficerLink '{typed}' {id} -Confirm:$false")).Is("RecordExcluded", ErrorCategory.InvalidOperation, Written);
        twin.Must(In($"Remove-LinkExclusion Officer -Ident '{typed}' -Confirm:$false"));
        Assert.Empty(twin.Must("Get-LinkExclusion"));
    }

    [Fact]
    public async Task The_rejection_of_a_pair_is_remembered_for_the_record_that_there_is()
    {
        await using var twin = await TwinShell.StartAsync();
        var id = Rename(twin);
        twin.Must($"Set-OfficerLink ivi03 {id} -Decision Reject -Confirm:$false");
        Assert.DoesNotContain(twin.Must("Find-OfficerLink -All"), row => row.Text("OfficerIdent") == Written && row.Text("AssessorId") == id);
        twin.Must($"Set-OfficerLink iVI03 {id} -Confirm:$false; Remove-OfficerLink Ivi03 -Confirm:$false");
        Assert.Contains(twin.Must("Find-OfficerLink -All"), row => row.Text("OfficerIdent") == Written && row.Text("AssessorId") == id);
    }

    [Fact]
    public async Task Two_Idents_that_differ_in_letter_case_alone_each_name_their_own_and_a_third_way_of_writing_is_asked_back()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        Rename(twin, one.Ident, "ab1");
        Rename(twin, other.Ident, "AB1");
        twin.Must($"Set-OfficerLink AB1 {other.OnefileId} -Confirm:$false");
        string Link(string ident) => Assert.Single(twin.Twin.World.Officers.Values, officer => officer.Ident == ident).AdditionalId;
        Assert.Equal(("", other.OnefileId), (Link("ab1"), Link("AB1")));
        var error = twin.Fails($"Set-OfficerLink Ab1 {one.OnefileId} -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "Ab1");
        Assert.Contains("ab1 or AB1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_qualification_a_learner_and_a_run_are_found_however_their_IDs_are_typed()
    {
        await using var twin = await TwinShell.StartAsync();
        string ident = twin.Must("Get-PicsLearner")[0].Text("LearnerIdent");
        Assert.Equal(ident, Assert.Single(twin.Must($"Get-PicsLearner ' {ident.ToLowerInvariant()} '")).Text("LearnerIdent"));
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        string run = twin.Must("Get-LinkHistory")[0].Text("RunId");
        Assert.Single(twin.Must($"Get-LinkHistory '{run.ToLowerInvariant()}'"));
        twin.Must($"Undo-LinkChange '{run.ToLowerInvariant()}' -Confirm:$false");
        Assert.Equal("", twin.OfficerLink(pair.Ident));
    }

    [Fact]
    public async Task A_person_is_dropped_from_the_cache_however_the_Ident_is_typed()
    {
        await using var twin = await TwinShell.StartAsync();
        Rename(twin);
        var result = twin.Run("Clear-MappingCache -Person -OfficerIdent ivi03 -Confirm:$false");
        Assert.Empty(result.Errors);
        Assert.DoesNotContain("Nothing was cached", twin.Screen, StringComparison.Ordinal);
    }

    // An Ident with letters that a Turkish computer changes to others.
    private static string Rename(TwinShell twin)
    {
        var pair = twin.FreeOfficers()[0];
        Rename(twin, pair.Ident, Written);
        return pair.OnefileId;
    }

    // The twin's own screens do not change an Ident.
    private static void Rename(TwinShell twin, string ident, string to)
    {
        twin.Edit(world => typeof(Officer).GetProperty(nameof(Officer.Ident))!.SetValue(world.OfficerByIdent(ident), to));
        twin.Must("Update-MappingCache");
    }
}
