using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Qualifications;

/// <summary>Set-StandardVqReference: the VQ Reference becomes exactly Onefile's code, so that no qualification is left out.</summary>
public sealed class SetStandardVqReferenceTests
{
    [Fact]
    public async Task One_component_is_set_and_journalled()
    {
        await using var twin = await TwinShell.StartAsync();
        var (standard, component, id, code) = Spoilt(twin);
        var set = Assert.Single(twin.Must($"Set-StandardVqReference {standard} {component} -QualificationId {id} -PassThru -Confirm:$false"));
        Assert.Equal("Equal", set.Text("State"));
        Assert.Equal(code, twin.Twin.World.Qualifications[id].VqReference);
        Assert.Equal(["Intended", "Done"], twin.Must($"Get-LinkHistory -Kind Qualification -Key {id}").All("State"));
    }

    [Fact]
    public async Task What_is_wrong_or_empty_is_set_through_the_pipeline()
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, _, id, code) = Spoilt(twin);
        twin.Run("Get-StandardVqReference | Where-Object State -in Wrong, Empty | Set-StandardVqReference -Confirm:$false");
        Assert.Equal(code, twin.Twin.World.Qualifications[id].VqReference);
        Assert.DoesNotContain(twin.Must("Get-StandardVqReference"), row => row.Text("State") is "Wrong" && row.Text("Proposed") == "False");
    }

    [Fact]
    public async Task A_qualification_of_no_standard_is_set_by_its_key_and_code()
    {
        await using var twin = await TwinShell.StartAsync();
        var world = twin.Twin.World;
        string code = world.CodesOf(world.Centres.Values.Single()).First(code => world.Qualifications.Values.Any(item => item.IsLive && item.VqReference == code));
        var qualification = world.Qualifications.Values.First(item => item.IsLive && item.VqReference == code);
        twin.Edit(_ => qualification.VqReference = "OLD");
        twin.Must($"Set-StandardVqReference -QualificationId {qualification.Id} -Code {code} -Confirm:$false");
        Assert.Equal(code, qualification.VqReference);
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var (standard, component, id, _) = Spoilt(twin);
        Assert.Empty(twin.ChangesNothing($"Set-StandardVqReference {standard} {component} -QualificationId {id} -WhatIf").Errors);
    }

    [Fact]
    public async Task An_unknown_standard_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        var error = twin.Fails("Set-StandardVqReference 99999 -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound);
        Assert.Contains("99999", error.ToString());
    }

    [Fact]
    public async Task An_unknown_qualification_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Set-StandardVqReference -QualificationId 999999 -Code 196AS -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public async Task A_code_that_Onefile_does_not_have_is_set_by_force_only()
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, _, id, _) = Spoilt(twin);
        string line = $"Set-StandardVqReference -QualificationId {id} -Code NOTTHERE -Confirm:$false";
        twin.Fails(line).Is("CodeNotInOnefile", ErrorCategory.ObjectNotFound);
        twin.Must(line + " -Force");
        Assert.Equal("NOTTHERE", twin.Twin.World.Qualifications[id].VqReference);
    }

    [Fact]
    public async Task The_qualifications_other_fields_stay()
    {
        await using var twin = await TwinShell.StartAsync();
        var (standard, component, id, _) = Spoilt(twin);
        var before = Others(twin, id);
        twin.Must($"Set-StandardVqReference {standard} {component} -QualificationId {id} -Confirm:$false");
        Assert.Equal(before, Others(twin, id));
    }

    private static object Others(TwinShell twin, int id)
    {
        var q = twin.Twin.World.Qualifications[id];
        return (q.Title, q.Level, q.Status, q.HasUnits, q.StandardCode);
    }

    // A component that was right, and whose reference somebody wrote down as people do.
    private static (string Standard, string Component, int Id, string Code) Spoilt(TwinShell twin)
    {
        var equal = twin.Must("Get-StandardVqReference -State Equal")[0];
        var found = (equal.Text("StandardCode"), equal.Text("Component"), TruePairs.Number(equal.Text("QualificationId")), equal.Text("Code"));
        twin.Edit(world => world.Qualifications[found.Item3].VqReference = found.Item4.Insert(found.Item4.Length - 2, " "));
        twin.Must("Update-MappingCache -Confirm:$false");
        return found;
    }
}
