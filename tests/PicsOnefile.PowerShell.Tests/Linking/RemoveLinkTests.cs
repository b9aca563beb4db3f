using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Remove-OfficerLink: a wrong link is taken off.</summary>
public sealed class RemoveOfficerLinkTests
{
    [Fact]
    public async Task A_link_is_taken_off_by_the_officers_Ident()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Linked(twin);
        twin.Must($"Remove-OfficerLink {pair.Ident} -Confirm:$false");
        Assert.Equal("", twin.OfficerLink(pair.Ident));
        Assert.Equal("Unlinked", twin.Must($"Get-OfficerLink {pair.Ident}")[0].Text("State"));
    }

    [Fact]
    public async Task A_link_is_taken_off_by_the_assessors_ID()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Linked(twin);
        twin.Must($"Remove-OfficerLink -AssessorId {pair.OnefileId} -Confirm:$false");
        Assert.Equal("", twin.OfficerLink(pair.Ident));
    }

    [Fact]
    public async Task Links_through_the_pipeline_are_taken_off()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Linked(twin);
        var taken = Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident} | Remove-OfficerLink -PassThru -Confirm:$false"));
        Assert.Equal(pair.Ident, taken.Text("OfficerIdent"));
        Assert.Equal("", twin.OfficerLink(pair.Ident));
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Linked(twin);
        Assert.Empty(twin.ChangesNothing($"Remove-OfficerLink {pair.Ident} -WhatIf").Errors);
    }

    [Fact]
    public async Task An_unknown_officer_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Remove-OfficerLink NOSUCH -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOSUCH");
    }

    [Fact]
    public async Task A_field_that_nothing_empties_is_told()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small(centres: 3) with { Switches = new() { Clearing = Sandbox.Switches.Clearing.Never } });
        var pair = Linked(twin);
        twin.Fails($"Remove-OfficerLink {pair.Ident} -Confirm:$false").Is("NotWritten", ErrorCategory.WriteError);
    }

    private static TruePair Linked(TwinShell twin)
    {
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        return pair;
    }
}

/// <summary>Remove-OrganisationLink: the same for organisations and placements.</summary>
public sealed class RemoveOrganisationLinkTests
{
    [Fact]
    public async Task A_link_is_taken_off_by_either_ID_and_through_the_pipeline()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOrganisations().Take(3).ToList();
        foreach (var pair in pairs)
            twin.Must($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        twin.Must($"Remove-OrganisationLink {pairs[0].Ident} -Confirm:$false");
        twin.Must($"Remove-OrganisationLink -PlacementId {pairs[1].OnefileId} -Confirm:$false");
        twin.Must($"Get-OrganisationLink {pairs[2].Ident} | Remove-OrganisationLink -Confirm:$false");
        Assert.All(pairs, pair => Assert.Equal("", twin.OrganisationLink(pair.Ident)));
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        twin.Must($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Empty(twin.ChangesNothing($"Remove-OrganisationLink {pair.Ident} -WhatIf").Errors);
    }

    [Fact]
    public async Task An_unknown_organisation_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Remove-OrganisationLink NOSUCH -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOSUCH");
    }
}
