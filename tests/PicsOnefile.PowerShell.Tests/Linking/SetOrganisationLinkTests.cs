using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Set-OrganisationLink: the organisation's Additional ID becomes the placement's Onefile ID, so that no second placement is made.</summary>
public sealed class SetOrganisationLinkTests
{
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
