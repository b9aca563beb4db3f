using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Get-OfficerLink: every link and every record without one, with its state.</summary>
public sealed class GetOfficerLinkTests
{
    [Fact]
    public async Task Every_officer_and_every_assessor_is_in_the_list()
    {
        await using var twin = await TwinShell.StartAsync();
        var links = twin.Must("Get-OfficerLink");
        Assert.Empty(twin.Twin.World.Officers.Values.Select(officer => officer.Ident).Except(links.All("OfficerIdent")));
        Assert.Empty(twin.Twin.World.Assessors.Where(user => !user.Archived).Select(user => $"{user.Id}").Except(links.All("AssessorId")));
    }

    [Fact]
    public async Task An_Ident_an_assessor_and_a_state_select()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal("Linked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
        Assert.Equal(pair.Ident, Assert.Single(twin.Must($"Get-OfficerLink -AssessorId {pair.OnefileId}")).Text("OfficerIdent"));
        Assert.Contains(pair.Ident, twin.Must("Get-OfficerLink -State Linked").All("OfficerIdent"));
        Assert.DoesNotContain(pair.Ident, twin.Must("Get-OfficerLink -State Unlinked, Broken").All("OfficerIdent"));
    }

    [Fact]
    public async Task Assessors_through_the_pipeline_select_linked_or_not()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers();
        twin.Must($"Set-OfficerLink {pairs[0].Ident} {pairs[0].OnefileId} -Confirm:$false");
        var links = twin.Must($"Get-OnefileAssessor {pairs[0].OnefileId}, {pairs[1].OnefileId} | Get-OfficerLink");
        Assert.Equal(["Linked", "Unlinked"], links.All("State").Order());
    }

    [Fact]
    public async Task Officers_through_the_pipeline_select()
    {
        await using var twin = await TwinShell.StartAsync();
        string ident = twin.FreeOfficers()[0].Ident;
        Assert.Equal([ident], twin.Must($"Get-PicsOfficer {ident} | Get-OfficerLink").All("OfficerIdent"));
    }

    [Fact]
    public async Task A_link_that_was_edited_by_hand_has_drifted()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        twin.Must($"Set-OfficerLink {one.Ident} {one.OnefileId} -Confirm:$false");
        twin.Edit(world => world.OfficerByIdent(one.Ident)!.AdditionalId = other.OnefileId);
        Assert.Contains("Drifted", twin.Must($"Get-OfficerLink {one.Ident} -Refresh").All("State"));
    }

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
    public async Task Since_shows_what_is_new()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal([pair.Ident], twin.Must("Get-OfficerLink -Since ([DateTimeOffset]::UtcNow.AddHours(-1)) -State Linked").All("OfficerIdent"));
        Assert.Empty(twin.Must("Get-OfficerLink -Since ([DateTimeOffset]::UtcNow.AddHours(1))"));
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

    [Fact]
    public async Task An_Ident_that_PICSWeb_does_not_have_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Get-OfficerLink NOSUCH").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOSUCH");
    }
}

/// <summary>Get-OrganisationLink: the same for organisations and placements.</summary>
public sealed class GetOrganisationLinkTests
{
    [Fact]
    public async Task Every_organisation_and_every_placement_is_in_the_list()
    {
        await using var twin = await TwinShell.StartAsync();
        var links = twin.Must("Get-OrganisationLink");
        Assert.Empty(twin.Twin.World.Organisations.Values.Select(organisation => organisation.Ident).Except(links.All("OrganisationIdent")));
        Assert.Empty(
            twin.Twin.World.Placements.Values.Where(placement => placement.Active).Select(placement => $"{placement.Id}").Except(links.All("PlacementId"))
        );
    }

    [Fact]
    public async Task An_Ident_and_a_placement_select_by_parameter_and_through_the_pipeline()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        twin.Must($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal(pair.OnefileId, Assert.Single(twin.Must($"Get-OrganisationLink {pair.Ident}")).Text("PlacementId"));
        Assert.Equal(pair.Ident, Assert.Single(twin.Must($"Get-OrganisationLink -PlacementId {pair.OnefileId}")).Text("OrganisationIdent"));
        Assert.Equal("Linked", Assert.Single(twin.Must($"Get-PicsOrganisation {pair.Ident} | Get-OrganisationLink")).Text("State"));
    }

    [Fact]
    public async Task Two_organisations_with_one_Onefile_ID_are_duplicates()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOrganisations()[0], twin.FreeOrganisations()[1]);
        twin.Edit(world => world.OrganisationByIdent(one.Ident)!.AdditionalId = world.OrganisationByIdent(other.Ident)!.AdditionalId = one.OnefileId);
        Assert.Equal(new[] { one.Ident, other.Ident }.Order(), twin.Must("Get-OrganisationLink -State Duplicate").All("OrganisationIdent").Order());
    }

    [Fact]
    public async Task An_Ident_that_PICSWeb_does_not_have_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Get-OrganisationLink NOSUCH").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOSUCH");
    }
}
