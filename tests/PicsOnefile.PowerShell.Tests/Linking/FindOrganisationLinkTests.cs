using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Find-OrganisationLink: which organisation is which placement, and how sure that is.</summary>
public sealed class FindOrganisationLinkTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void No_Certain_candidate_is_wrong()
    {
        var truth = Truth
            .From(twin.Twin.World)
            .Organisations.ToDictionary(partner => partner.Ident, partner => partner.Live.Concat(partner.Archived).Select(id => $"{id}").ToList());
        var certain = twin.Must("Get-OnefilePlacement | Find-OrganisationLink").Where(row => row.Text("Confidence") == "Certain").ToList();
        Assert.NotEmpty(certain);
        Assert.All(certain, row => Assert.Contains(row.Text("PlacementId"), truth[row.Text("OrganisationIdent")]));
    }

    [Fact]
    public void A_piped_placement_selects_its_own_candidates()
    {
        string id = twin.FreeOrganisations()[0].OnefileId;
        Assert.All(twin.Must($"Get-OnefilePlacement {id} | Find-OrganisationLink -All").All("PlacementId"), placement => Assert.Equal(id, placement));
    }

    [Fact]
    public void Records_of_both_sides_without_a_candidate_come_when_asked_for()
    {
        var shown = twin.Must("Find-OrganisationLink -IncludeUnmatched");
        Assert.Empty(
            twin.Twin.World.Placements.Values.Where(placement => placement.Active).Select(placement => $"{placement.Id}").Except(shown.All("PlacementId"))
        );
    }

    [Fact]
    public void Rows_of_a_spreadsheet_are_taken_by_their_headings()
    {
        var row = Assert.Single(
            twin.Must(
                """
                [pscustomobject]@{ PlacementId = '9'; Name = 'Fennimore Joinery Ltd'; Postcode = 'ZZ1 1AA' } |
                    Find-OrganisationLink -Organisation ([pscustomobject]@{ OrganisationIdent = 'FEN'; Name = 'Fennimore Joinery Limited';
                        Postcode = 'zz11aa' })
                """
            )
        );
        Assert.Equal(("FEN", "9"), (row.Text("OrganisationIdent"), row.Text("PlacementId")));
        Assert.NotEqual("", row.Text("Reasons"));
    }

    [Fact]
    public void A_row_that_is_no_placement_is_told()
    {
        var result = twin.Run(
            "[pscustomobject]@{ Colour = 'red' } | Find-OrganisationLink -Organisation ([pscustomobject]@{ OrganisationIdent = 'FEN'; Name = 'Fennimore "
                + "Joinery' })"
        );
        Assert.Single(result.Errors).Is("InputUnusable", ErrorCategory.InvalidData);
    }

    [Fact]
    public void Finding_changes_nothing() => twin.ChangesNothing("Find-OrganisationLink -All -IncludeUnmatched");
}
