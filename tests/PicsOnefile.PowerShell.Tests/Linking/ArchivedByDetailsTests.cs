using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Accounts that are archived, whether rows say so or only the details of each: nobody is asked about them.</summary>
public sealed class ArchivedByDetailsTests
{
    [Theory]
    [InlineData("rows-and-details")]
    [InlineData("details-alone")]
    public async Task An_archived_account_is_no_candidate_and_its_officer_is_shown_without_one(string place)
    {
        await using var twin = await Start(place);
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => world.Users[TruePairs.Number(pair.OnefileId)].Archived = true);
        var rows = twin.Must("Find-OfficerLink -IncludeUnmatched -All");
        Assert.DoesNotContain(pair.OnefileId, rows.All("AssessorId"));
        Assert.Contains(rows, row => row.Text("OfficerIdent") == pair.Ident && row.Text("AssessorId").Length == 0);
        // What the details told is kept: the next search knows at once.
        Assert.DoesNotContain(pair.OnefileId, twin.Must("Find-OfficerLink -IncludeUnmatched -All -Offline").All("AssessorId"));
    }

    [Theory]
    [InlineData("rows-and-details", false)]
    [InlineData("details-alone", false)]
    [InlineData("nowhere", true)]
    public async Task An_archived_account_that_fits_nobody_is_not_shown_as_unmatched_where_anything_tells(string place, bool shown)
    {
        await using var twin = await Start(place);
        string id = AddStranger(twin, archived: true),
            live = AddStranger(twin, archived: false);
        var ids = twin.Must("Find-OfficerLink -IncludeUnmatched").All("AssessorId").ToList();
        Assert.Equal(shown, ids.Contains(id));
        Assert.Contains(live, ids);
    }

    [Theory]
    [InlineData("rows-and-details")]
    [InlineData("details-alone")]
    public async Task Of_two_accounts_the_archived_one_is_left_out_though_it_has_the_MIS_Value(string place)
    {
        await using var twin = await Start(place);
        var pair = twin.FreeOfficers()[0];
        string old = "";
        twin.Edit(world =>
        {
            var live = world.Users[TruePairs.Number(pair.OnefileId)];
            int id = TwinWorld.NextId(world.Users);
            world.Users.Add(
                id,
                new OnefileUser
                {
                    Id = id,
                    CentreId = live.CentreId,
                    Role = live.Role,
                    FirstName = live.FirstName,
                    LastName = live.LastName,
                    MisId = pair.Ident,
                    Archived = true,
                    Entity = live.Entity,
                }
            );
            old = $"{id}";
        });
        var rows = twin.Must("Find-OfficerLink -All");
        Assert.DoesNotContain(old, rows.All("AssessorId"));
        Assert.Contains(rows, row => row.Text("AssessorId") == pair.OnefileId && row.Text("OfficerIdent") == pair.Ident);
    }

    [Theory]
    [InlineData("rows-and-details", false)]
    [InlineData("details-alone", false)]
    [InlineData("nowhere", true)]
    public async Task The_readiness_rules_name_no_archived_account_as_unlinked_in_their_first_run(string place, bool named)
    {
        await using var twin = await Start(place);
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => world.Users[TruePairs.Number(pair.OnefileId)].Archived = true);
        string stranger = AddStranger(twin, archived: true),
            live = AddStranger(twin, archived: false);
        var findings = twin.Must("Test-PicsWebSync").All("Target").ToList();
        Assert.Equal((named, named), (findings.Contains(pair.OnefileId), findings.Contains(stranger)));
        Assert.Contains(live, findings);
    }

    [Theory]
    [InlineData("rows-and-details")]
    [InlineData("details-alone")]
    public async Task Nobody_is_linked_to_an_archived_account_and_a_link_that_leads_there_is_broken(string place)
    {
        await using var twin = await Start(place);
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        twin.Must($"Set-OfficerLink {other.Ident} {other.OnefileId} -Confirm:$false");
        twin.Edit(world =>
        {
            world.Users[TruePairs.Number(one.OnefileId)].Archived = true;
            world.Users[TruePairs.Number(other.OnefileId)].Archived = true;
        });
        twin.Must("Update-MappingCache");
        foreach (
            string line in new[]
            {
                $"Set-OfficerLink {one.Ident} {one.OnefileId}",
                $"@([pscustomobject]@{{ Ident = '{one.Ident}'; 'OneFile ID' = '{one.OnefileId}' }}) | Set-OfficerLink",
            }
        )
            Assert.Contains(
                "archived",
                Assert
                    .Single(twin.ChangesNothing($"{line} -Confirm:$false").Errors)
                    .Is("TargetNotLive", System.Management.Automation.ErrorCategory.InvalidOperation)
                    .ToString(),
                System.StringComparison.Ordinal
            );
        Assert.Equal("Broken", Assert.Single(twin.Must($"Get-OfficerLink {other.Ident} -Refresh")).Text("State"));
        // What is known counts for the whole list too.
        Assert.Contains(twin.Must("Get-OfficerLink -State Broken -Offline"), link => link.Text("AssessorId") == other.OnefileId);
        twin.Must($"Set-OfficerLink {one.Ident} {one.OnefileId} -Force -Confirm:$false");
        Assert.Equal(one.OnefileId, twin.OfficerLink(one.Ident));
    }

    [Fact]
    public async Task No_organisation_is_linked_to_a_placement_that_only_its_details_show_as_inactive()
    {
        await using var twin = await Start("details-alone");
        var pair = twin.FreeOrganisations()[0];
        twin.Edit(world => world.Placements[TruePairs.Number(pair.OnefileId)].Active = false);
        twin.Fails($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Confirm:$false")
            .Is("TargetNotLive", System.Management.Automation.ErrorCategory.InvalidOperation);
        Assert.Equal("", twin.OrganisationLink(pair.Ident));
    }

    [Fact]
    public async Task A_placement_that_only_its_details_show_as_inactive_is_not_proposed()
    {
        await using var twin = await Start("details-alone");
        var pair = twin.FreeOrganisations()[0];
        twin.Edit(world => world.Placements[TruePairs.Number(pair.OnefileId)].Active = false);
        var rows = twin.Must("Find-OrganisationLink -IncludeUnmatched -All");
        Assert.DoesNotContain(pair.OnefileId, rows.All("PlacementId"));
        Assert.Contains(rows, row => row.Text("OrganisationIdent") == pair.Ident && row.Text("PlacementId").Length == 0);
    }

    [Theory]
    [InlineData("rows-and-details", 1)]
    [InlineData("details-alone", 1)]
    [InlineData("details-alone", 3)]
    public async Task All_accounts_piped_bring_the_same_rows_each_time_with_officers_who_have_none(string place, int centres)
    {
        await using var twin = await Start(place, centres);
        AddStranger(twin, archived: true);
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => world.Users[TruePairs.Number(pair.OnefileId)].Archived = true);
        const string Piped = "Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched";

        var first = Rows(Piped);

        Assert.Contains($" {pair.Ident}", first);
        Assert.Equal(first, Rows(Piped));
        Assert.Equal(first, Rows("Find-OfficerLink -IncludeUnmatched"));

        List<string> Rows(string line) => [.. twin.Must(line).Select(row => $"{row.Text("AssessorId")} {row.Text("OfficerIdent")}")];
    }

    private static Task<TwinShell> Start(string place, int centres = 1) =>
        TwinShell.StartAsync(TwinShell.Small(centres: centres) with { Switches = SwitchTable.Apply(new TwinSwitches(), $"archived-flag-place={place}") });

    // Somebody whose name stands nowhere in PICSWeb.
    private static string AddStranger(TwinShell twin, bool archived)
    {
        int id = 0;
        twin.Edit(world =>
        {
            id = TwinWorld.NextId(world.Users);
            world.Users.Add(
                id,
                new OnefileUser
                {
                    Id = id,
                    CentreId = world.Centres.Keys.First(),
                    Role = OnefileRole.Assessor,
                    FirstName = "Quillon",
                    LastName = archived ? "Xanderby" : "Yewthorpe",
                    Archived = archived,
                    Entity = world.NewEntity(),
                }
            );
        });
        return $"{id}";
    }
}
