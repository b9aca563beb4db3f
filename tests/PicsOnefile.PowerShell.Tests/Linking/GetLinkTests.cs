using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Get-OfficerLink: every link and every record without one, with its state.</summary>
public sealed class GetOfficerLinkTests
{
    [Fact]
    public async Task A_link_to_an_archived_account_is_broken()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.SmallWithArchivedRows());
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        twin.Edit(world => world.Users[TruePairs.Number(pair.OnefileId)].Archived = true);
        Assert.Equal(["Broken"], twin.Must($"Get-OfficerLink {pair.Ident} -Refresh").All("State"));
    }

    [Fact]
    public async Task Since_shows_starters_leavers_and_changes_and_says_which()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.SmallWithArchivedRows());
        var (linked, archived, leaver) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1], twin.FreeOfficers()[2]);
        twin.Must($"Set-OfficerLink {leaver.Ident} {leaver.OnefileId} -Confirm:$false; Get-OfficerLink -Refresh | Out-Null; $since = [DateTimeOffset]::UtcNow");
        twin.Edit(world =>
        {
            world.OfficerByIdent(linked.Ident)!.AdditionalId = linked.OnefileId;
            world.Users[TruePairs.Number(archived.OnefileId)].Archived = true;
            world.Officers.Remove(world.OfficerByIdent(leaver.Ident)!.Id);
            world.Officers.Add(
                99999,
                new Sandbox.World.Officer
                {
                    Id = 99999,
                    Ident = "STARTER",
                    FirstName = "Wilhelmina",
                    Surname = "Ashgrove",
                }
            );
        });
        var news = twin.Must("Get-OfficerLink -Since $since -Refresh")
            .ToDictionary(row => $"{row.Text("OfficerIdent")} {row.Text("AssessorId")}", row => row.Text("Detail"));
        Assert.Contains("It was Unlinked until", news[$"{linked.Ident} {linked.OnefileId}"]);
        Assert.Contains("Not in use any more in Onefile since", news[$" {archived.OnefileId}"]);
        Assert.Contains("Gone from PICSWeb since", news[$"{leaver.Ident} "]);
        Assert.Contains("It was Linked until", news[$" {leaver.OnefileId}"]);
        Assert.Contains("New in PICSWeb since", news["STARTER "]);
        Assert.Equal(5, news.Count);
        Assert.Empty(twin.Must("Get-OfficerLink -Since ([DateTimeOffset]::UtcNow.AddSeconds(5))"));
    }

    [Fact]
    public async Task A_link_whose_account_was_deleted_is_broken_by_the_word_of_a_single_read()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; Get-OfficerLink | Out-Null");
        twin.Edit(world => world.Users.Remove(TruePairs.Number(pair.OnefileId)));
        var link = Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident} -Refresh"));
        Assert.Equal(("Broken", pair.OnefileId), (link.Text("State"), link.Text("AssessorId")));
        twin.Must($"Get-OfficerLink {pair.Ident} | Remove-OfficerLink -Confirm:$false");
        Assert.Equal("Unlinked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
    }
}
