using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.PicsWeb;

/// <summary>Get-PicsOrganisation: PICSWeb's organisations, with what stands in the Additional ID.</summary>
public sealed class GetPicsOrganisationTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void All_organisations_are_shown_with_their_Additional_ID()
    {
        var organisations = twin.Twin.World.Organisations.Values;
        var rows = twin.Must("Get-PicsOrganisation");
        Assert.Equal(
            organisations.Select(organisation => (organisation.Ident, organisation.AdditionalId)).Order(),
            rows.Select(row => (row.Text("OrganisationIdent"), row.Text("AdditionalId"))).Order()
        );
    }

    [Fact]
    public void Idents_are_taken_by_position_and_through_the_pipeline()
    {
        string ident = twin.Twin.World.Organisations.Values.Last().Ident;
        Assert.Equal([ident], twin.Must($"Get-PicsOrganisation '{ident}'").All("OrganisationIdent"));
        Assert.Equal([ident], twin.Must($"[pscustomobject]@{{ OrganisationIdent = '{ident}' }} | Get-PicsOrganisation").All("OrganisationIdent"));
    }

    [Fact]
    public void A_name_may_be_a_pattern()
    {
        var organisation = twin.Twin.World.Organisations.Values.First();
        Assert.Contains(
            organisation.Ident,
            twin.Must($"Get-PicsOrganisation -Name '{organisation.Name[..3].Replace("'", "''", System.StringComparison.Ordinal)}*'").All("OrganisationIdent")
        );
    }

    [Fact]
    public void Unlinked_leaves_out_what_holds_a_Onefile_ID()
    {
        var placements = twin.Twin.World.Placements.Keys.Select(id => $"{id}").ToHashSet();
        Assert.DoesNotContain(twin.Must("Get-PicsOrganisation -Unlinked").All("AdditionalId"), placements.Contains);
    }

    [Fact]
    public void An_Ident_that_PICSWeb_does_not_have_is_told() =>
        twin.Fails("Get-PicsOrganisation NOSUCH").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOSUCH");

    [Fact]
    public async Task An_exported_list_is_read_without_any_connection()
    {
        await using var own = await TwinShell.StartAsync(connect: false);
        ExportedLists.WriteAll(own.Twin, own.Folder);
        Assert.Equal(own.Twin.World.Organisations.Count, own.Must("Get-PicsOrganisation -Path $folder/organisations.csv").Count);
    }
}
