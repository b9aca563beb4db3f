using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Set-OfficerLink: the officer's Additional ID becomes the assessor's Onefile ID, so that no second account is made.</summary>
public sealed class SetOfficerLinkTests
{
    [Fact]
    public async Task Candidates_through_the_pipeline_are_linked_where_they_are_Certain()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("$candidates = Get-OnefileAssessor -Unlinked | Find-OfficerLink");
        var candidates = twin.Must("$candidates")
            .Select(row => (Ident: row.Text("OfficerIdent"), Id: row.Text("AssessorId"), Certain: row.Text("Confidence") == "Certain"))
            .ToList();
        var before = candidates.ToDictionary(row => (row.Ident, row.Id), row => twin.OfficerLink(row.Ident));
        twin.Run("$candidates | Set-OfficerLink -Confirm:$false");
        var linked = candidates.Where(row => twin.OfficerLink(row.Ident) == row.Id).ToList();
        Assert.NotEmpty(linked);
        Assert.All(linked, row => Assert.True(row.Certain));
        Assert.All(candidates.Where(row => !row.Certain), row => Assert.Equal(before[(row.Ident, row.Id)], twin.OfficerLink(row.Ident)));
    }

    [Fact]
    public async Task An_account_that_another_officer_holds_is_not_given_away_even_with_force()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        twin.Must($"Set-OfficerLink {one.Ident} {one.OnefileId} -Confirm:$false");
        twin.Fails($"Set-OfficerLink {other.Ident} {one.OnefileId} -Force -Confirm:$false")
            .Is("AlreadyLinkedElsewhere", ErrorCategory.ResourceExists, other.Ident);
        Assert.Equal("", twin.OfficerLink(other.Ident));
    }

    [Fact]
    public async Task An_archived_account_is_no_target()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.SmallWithArchivedRows());
        var archived = twin.Twin.World.Assessors.First(user =>
            user.Archived && twin.Twin.World.Officers.Values.All(officer => officer.AdditionalId != $"{user.Id}")
        );
        string ident = twin.FreeOfficers()[0].Ident;
        twin.Fails($"Set-OfficerLink {ident} {archived.Id} -Confirm:$false").Is("TargetNotLive", ErrorCategory.InvalidOperation, ident);
        Assert.Equal("", twin.OfficerLink(ident));
    }

    [Fact]
    public async Task A_value_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must("Get-OfficerLink");
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = "by hand");
        twin.Fails($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false").Is("ValueChanged", ErrorCategory.ResourceExists);
        Assert.Equal("by hand", twin.OfficerLink(pair.Ident));
        Assert.Equal("Conflict", twin.Must("Get-LinkHistory")[^1].Text("State"));
    }

    [Fact]
    public async Task A_candidate_of_another_profile_is_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Fails($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -ProfileName Other -Confirm:$false")
            .Is("CandidateOfAnotherProfile", ErrorCategory.InvalidArgument, pair.Ident);
    }

    [Fact]
    public async Task A_link_that_stands_already_is_not_written_again()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Empty(twin.ChangesNothing($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false").Errors);
    }

    [Fact]
    public async Task With_several_centres_the_MIS_Value_is_set_in_each()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal(pair.Ident, twin.Twin.World.Users[TruePairs.Number(pair.OnefileId)].MisId);
        Assert.Equal("", twin.OfficerLink(pair.Ident));
    }

    [Fact]
    public async Task MIS_Values_that_Onefile_does_not_store_are_told_when_they_are_read_back()
    {
        await using var twin = await TwinShell.StartAsync(
            TwinShell.Small(centres: 3) with
            {
                Switches = new() { MisValues = Sandbox.Switches.MisValues.Ignored },
            }
        );
        var pair = twin.FreeOfficers()[0];
        twin.Fails($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false").Is("NotWritten", ErrorCategory.WriteError);
        Assert.Equal("Failed", twin.Must("Get-LinkHistory")[^1].Text("State"));
    }

    [Fact]
    public async Task A_backup_is_made_before_the_first_write()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        string[] rows = System.IO.File.ReadAllLines(Assert.Single(System.IO.Directory.GetFiles(twin.Folder, "*before-first-write*")));
        Assert.Contains($"Officer,{pair.Ident},AdditionalId,,3101,Live", rows);
    }
}
