using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Set-OrganisationLink: the organisation's Additional ID becomes the placement's Onefile ID, so that no second placement is made.</summary>
public sealed class SetOrganisationLinkTests
{
    [Fact]
    public async Task A_pair_given_by_its_IDs_is_linked()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        var link = Assert.Single(twin.Must($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -PassThru -Confirm:$false"));
        Assert.Equal("Linked", link.Text("State"));
        Assert.Equal(pair.OnefileId, twin.OrganisationLink(pair.Ident));
    }

    [Fact]
    public async Task Candidates_through_the_pipeline_are_linked_down_to_the_confidence_asked_for()
    {
        await using var twin = await TwinShell.StartAsync();
        var certain = twin.Must("$found = Get-OnefilePlacement -Unlinked | Find-OrganisationLink; $found | Where-Object Confidence -eq Certain");
        twin.Run("$found | Set-OrganisationLink -Confirm:$false");
        var free = certain.Where(row => twin.OrganisationLink(row.Text("OrganisationIdent")) == row.Text("PlacementId")).ToList();
        Assert.NotEmpty(free);
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        Assert.Empty(twin.ChangesNothing($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -WhatIf").Errors);
    }

    [Fact]
    public async Task An_unknown_placement_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        string ident = twin.FreeOrganisations()[0].Ident;
        twin.Fails($"Set-OrganisationLink {ident} 1 -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound, ident);
        Assert.Equal("", twin.OrganisationLink(ident));
    }

    [Fact]
    public async Task A_placements_other_fields_survive_the_setting_of_its_MIS_Value()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3));
        var pair = twin.FreeOrganisations()[0];
        var placement = twin.Twin.World.Placements[TruePairs.Number(pair.OnefileId)];
        var before = (placement.Name, placement.Address, placement.Email, placement.Telephone, placement.Web, placement.Contact, placement.Active);
        twin.Must($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal(pair.Ident, placement.MisId);
        Assert.Equal(before, (placement.Name, placement.Address, placement.Email, placement.Telephone, placement.Web, placement.Contact, placement.Active));
    }
}
