using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Qualifications;

/// <summary>Get-StandardVqReference: the four components of each apprenticeship standard on both sides.</summary>
public sealed class GetStandardVqReferenceTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void Each_standard_of_the_centre_has_its_four_components()
    {
        var world = twin.Twin.World;
        var standards = world
            .CodesOf(world.Centres.Values.Single())
            .Where(code => code.EndsWith("AS", System.StringComparison.Ordinal))
            .Select(code => code[..^2]);
        var shown = twin.Must("Get-StandardVqReference").GroupBy(row => row.Text("StandardCode")).ToDictionary(rows => rows.Key, rows => rows.Count());
        Assert.All(standards, standard => Assert.Equal(4, shown[standard]));
    }

    [Fact]
    public void The_state_says_how_reference_and_code_compare()
    {
        foreach (var row in twin.Must("Get-StandardVqReference"))
        {
            string code = row.Text("Code"),
                reference = row.Text("VqReference");
            switch (row.Text("State"))
            {
                case "Equal":
                    Assert.Equal(code, reference);
                    break;
                case "Wrong":
                    Assert.NotEqual(code, reference);
                    Assert.NotEqual("", reference);
                    break;
                case "Empty":
                    Assert.Equal("", reference);
                    break;
                case "NotInOnefile":
                    Assert.Equal("", code);
                    break;
                default:
                    Assert.NotEqual("", row.Text("Detail"));
                    break;
            }
        }
    }

    [Fact]
    public void A_standard_a_component_and_a_state_select_by_parameter_and_through_the_pipeline()
    {
        string standard = twin.Must("Get-StandardVqReference")[0].Text("StandardCode");
        var gateway = Assert.Single(twin.Must($"Get-StandardVqReference {standard} -Component Gateway"));
        Assert.Equal((standard, "Gateway"), (gateway.Text("StandardCode"), gateway.Text("Component")));
        Assert.Equal(4, twin.Must($"[pscustomobject]@{{ StandardCode = '{standard}' }} | Get-StandardVqReference").Count);
        Assert.All(twin.Must("Get-StandardVqReference -State Equal").All("State"), state => Assert.Equal("Equal", state));
    }

    [Fact]
    public void A_standard_that_neither_side_knows_is_told() =>
        twin.Fails("Get-StandardVqReference 99999").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "99999");
}
