using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Onefile;

/// <summary>Get-OnefilePlacement: which employers' sites are in Onefile, and which of them are linked.</summary>
public sealed class GetOnefilePlacementTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void Placements_of_all_centres_are_shown()
    {
        var all = twin.Twin.World.Placements.Values.Where(placement => placement.Active).Select(placement => $"{placement.Id}");
        var shown = twin.Must("Get-OnefilePlacement").All("PlacementId");
        Assert.Empty(all.Except(shown));
    }

    [Fact]
    public void A_placement_asked_for_by_ID_comes_with_its_address()
    {
        var placement = twin.Twin.World.Placements.Values.First(placement => placement.Active && placement.Address.Length > 0);
        var row = Assert.Single(twin.Must($"Get-OnefilePlacement {placement.Id}"));
        Assert.Equal(placement.Name, row.Text("Name"));
        Assert.NotEqual("", row.Text("Postcode"));
        Assert.Contains(row.Text("Postcode"), placement.Address);
    }

    [Fact]
    public void IDs_come_through_the_pipeline_by_property_name()
    {
        string id = $"{twin.Twin.World.Placements.Values.First(placement => placement.Active).Id}";
        Assert.Equal([id], twin.Must($"[pscustomobject]@{{ PlacementId = '{id}' }} | Get-OnefilePlacement").All("PlacementId"));
    }

    [Fact]
    public void A_name_may_be_a_pattern()
    {
        var placement = twin.Twin.World.Placements.Values.First(placement => placement.Active);
        string start = placement.Name[..3].Replace("'", "''", System.StringComparison.Ordinal);
        var rows = twin.Must($"Get-OnefilePlacement -Name '{start}*'");
        Assert.Contains($"{placement.Id}", rows.All("PlacementId"));
        Assert.All(rows.All("Name"), name => Assert.StartsWith(placement.Name[..3], name, System.StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Unlinked_leaves_out_what_is_linked()
    {
        var linked = twin.Twin.World.Organisations.Values.Select(organisation => organisation.AdditionalId).ToHashSet();
        var unlinked = twin.Must("Get-OnefilePlacement -Unlinked").All("PlacementId");
        Assert.NotEmpty(unlinked);
        Assert.DoesNotContain(unlinked, linked.Contains);
    }

    [Fact]
    public void An_ID_that_Onefile_does_not_have_is_told() => twin.Fails("Get-OnefilePlacement 1").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "1");

    [Fact]
    public async Task Inactive_placements_come_when_asked_for()
    {
        await using var own = await TwinShell.StartAsync();
        int id = own.Twin.World.Placements.Keys.First();
        own.Edit(world => world.Placements[id].Active = false);
        own.Must($"Get-OnefilePlacement {id}");
        Assert.DoesNotContain($"{id}", own.Must("Get-OnefilePlacement").All("PlacementId"));
        Assert.Contains($"{id}", own.Must("Get-OnefilePlacement -IncludeArchived").All("PlacementId"));
    }
}
