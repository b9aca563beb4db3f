using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.PicsWeb;

/// <summary>Get-PicsQualification: PICSWeb's qualifications, with the VQ References that the sync compares.</summary>
public sealed class GetPicsQualificationTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void All_qualifications_are_shown_with_their_VQ_Reference()
    {
        var qualifications = twin.Twin.World.Qualifications.Values.Select(qualification => ($"{qualification.Id}", qualification.VqReference));
        Assert.Equal(qualifications.Order(), twin.Must("Get-PicsQualification").Select(row => (row.Text("QualificationId"), row.Text("VqReference"))).Order());
    }

    [Fact]
    public void Keys_are_taken_by_position_and_through_the_pipeline()
    {
        string id = $"{twin.Twin.World.Qualifications.Keys.Last()}";
        Assert.Equal([id], twin.Must($"Get-PicsQualification {id}").All("QualificationId"));
        Assert.Equal([id], twin.Must($"[pscustomobject]@{{ QualificationId = '{id}' }} | Get-PicsQualification").All("QualificationId"));
    }

    [Fact]
    public void A_reference_or_a_title_may_be_a_pattern()
    {
        var right = twin
            .Twin.World.Qualifications.Values.Where(qualification => qualification.VqReference.EndsWith("EP", System.StringComparison.Ordinal))
            .Select(qualification => $"{qualification.Id}");
        Assert.Equal(right.Order(), twin.Must("Get-PicsQualification -VqReference *EP").All("QualificationId").Order());
        Assert.Empty(twin.Must("Get-PicsQualification -Title 'No such title'"));
    }

    [Fact]
    public void A_key_that_PICSWeb_does_not_have_is_told() =>
        twin.Fails("Get-PicsQualification 999999").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "999999");

    [Fact]
    public async Task An_exported_list_is_read_without_any_connection()
    {
        await using var own = await TwinShell.StartAsync(connect: false);
        ExportedLists.WriteAll(own.Twin, own.Folder);
        Assert.Equal(own.Twin.World.Qualifications.Count, own.Must("Get-PicsQualification -Path $folder/qualifications.csv").Count);
    }
}
