using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Another e-portfolio's ID in the field, and links in three centres by candidates, by a review and by plain IDs.</summary>
public sealed class LinkConflictTests
{
    [Fact]
    public async Task Another_e_portfolios_ID_at_an_officer_is_pointed_out_and_with_force_the_journal_keeps_it()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = "SA-4711");
        var error = twin.Fails($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false")
            .Is("AlreadyLinkedElsewhere", ErrorCategory.ResourceExists, pair.Ident);
        Assert.Contains("not a Onefile ID of this customer: perhaps another e-portfolio's", error.ToString());
        Assert.Equal("SA-4711", twin.OfficerLink(pair.Ident));
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Force -Confirm:$false");
        Assert.All(twin.Must("Get-LinkHistory"), row => Assert.Equal(("SA-4711", pair.OnefileId), (row.Text("OldValue"), row.Text("NewValue"))));
    }

    [Fact]
    public async Task Another_e_portfolios_ID_at_an_organisation_is_pointed_out_and_with_force_the_journal_keeps_it()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        twin.Edit(world => world.OrganisationByIdent(pair.Ident)!.AdditionalId = "SA-4711");
        var error = twin.Fails($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Confirm:$false")
            .Is("AlreadyLinkedElsewhere", ErrorCategory.ResourceExists, pair.Ident);
        Assert.Contains("not a Onefile ID of this customer: perhaps another e-portfolio's", error.ToString());
        twin.Must($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Force -Confirm:$false");
        Assert.All(twin.Must("Get-LinkHistory"), row => Assert.Equal(("SA-4711", pair.OnefileId), (row.Text("OldValue"), row.Text("NewValue"))));
    }

    [Theory]
    [InlineData("$accounts | ForEach-Object { Set-OfficerLink $ident $_ -Confirm:$false }")]
    [InlineData(
        "Get-OnefileAssessor $accounts | Find-OfficerLink -All | Where-Object OfficerIdent -eq $ident | Set-OfficerLink -MinimumConfidence Possible "
            + "-Confirm:$false"
    )]
    [InlineData(
        "Get-OnefileAssessor $accounts | Find-OfficerLink -All | Where-Object OfficerIdent -eq $ident | ForEach-Object { $_ } | Export-LinkReview "
            + "$folder/review.csv; "
            + "$text = [IO.File]::ReadAllText(\"$folder/review.csv\"); [IO.File]::WriteAllText(\"$folder/review.csv\", ($text -replace '(?m)^(Accept)?,,,', "
            + "'Accept,,,')); "
            + "Import-LinkReview $folder/review.csv | Set-OfficerLink -Confirm:$false"
    )]
    public async Task In_several_centres_the_Ident_goes_to_the_account_in_each(string way)
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var (ident, accounts) = SomebodyInSeveralCentres(twin);
        twin.Shell.Set("ident", ident);
        twin.Shell.Set("accounts", accounts.Select(id => $"{id}").ToArray());
        twin.Must(way);
        Assert.All(accounts, id => Assert.Equal(ident, twin.Twin.World.Users[id].MisId));
        Assert.Equal(accounts.Count, twin.Must("Get-OfficerLink $ident -Refresh").Count(row => row.Text("State") == "Linked"));
    }

    [Fact]
    public async Task One_centre_gets_one_account_with_the_Ident_and_no_second()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var (ident, accounts) = SomebodyInSeveralCentres(twin);
        int centre = twin.Twin.World.Users[accounts[0]].CentreId;
        var other = twin.Twin.World.Assessors.First(user => user.CentreId == centre && user.Id != accounts[0] && user.MisId.Length == 0 && !user.Archived);
        twin.Must($"Set-OfficerLink {ident} {accounts[0]} -Confirm:$false");
        var error = twin.Fails($"Set-OfficerLink {ident} {other.Id} -Force -Confirm:$false").Is("AlreadyLinkedElsewhere", ErrorCategory.ResourceExists, ident);
        Assert.Contains("of the same centre", error.ToString());
        Assert.Equal("", other.MisId);
    }

    private static (string Ident, IReadOnlyList<int> Accounts) SomebodyInSeveralCentres(TwinShell twin)
    {
        var world = twin.Twin.World;
        var partner = Truth
            .From(world)
            .Officers.First(partner =>
                partner.IsLive
                && partner.Archived.Count == 0
                && partner.Live.Count > 1
                && partner.Live.Select(id => world.Users[id].CentreId).Distinct().Count() == partner.Live.Count
                && partner.Live.All(id => world.Users[id].MisId.Length == 0)
                && world.Users.Values.All(user => user.MisId != partner.Ident)
            );
        return (partner.Ident, partner.Live);
    }
}
