using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Add-LinkExclusion: a record is meant to stay unlinked.</summary>
public sealed class AddLinkExclusionTests
{
    [Fact]
    public async Task An_assessor_stays_unlinked_with_the_reason()
    {
        await using var twin = await TwinShell.StartAsync();
        string id = twin.FreeOfficers()[0].OnefileId.ToString();
        twin.Must($"Add-LinkExclusion Officer -AssessorId {id} -Reason 'Agency staff' -Confirm:$false");
        var link = Assert.Single(twin.Must($"Get-OfficerLink -AssessorId {id}"));
        Assert.Equal(("Excluded", "Agency staff"), (link.Text("State"), link.Text("Detail")));
        twin.Fails($"Set-OfficerLink {twin.FreeOfficers()[0].Ident} {id} -Confirm:$false").Is("RecordExcluded", ErrorCategory.InvalidOperation);
    }

    [Fact]
    public async Task Assessors_through_the_pipeline_are_excluded_and_WhatIf_excludes_nobody()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(2).ToList();
        string line = $"Get-OnefileAssessor {pairs[0].OnefileId}, {pairs[1].OnefileId} | Add-LinkExclusion -Kind Officer -Reason Left -PassThru";
        twin.Must(line + " -WhatIf");
        Assert.Empty(twin.Must("Get-LinkExclusion"));
        Assert.Equal(2, twin.Must(line + " -Confirm:$false").Count);
    }

    [Fact]
    public async Task A_link_that_is_piped_in_says_its_kind_by_itself()
    {
        await using var twin = await TwinShell.StartAsync();
        var (officer, organisation) = (twin.FreeOfficers()[0], twin.FreeOrganisations()[0]);
        twin.Must(
            $"Get-OfficerLink -AssessorId {officer.OnefileId} | Add-LinkExclusion -Reason x -Confirm:$false; Get-OrganisationLink -PlacementId "
                + $"{organisation.OnefileId} | Add-LinkExclusion -Reason x -Confirm:$false"
        );
        Assert.Equal(
            [("Officer", officer.OnefileId), ("Organisation", organisation.OnefileId)],
            twin.Must("Get-LinkExclusion").Select(said => (said.Text("Kind"), said.Text("OnefileId")))
        );
    }

    [Fact]
    public async Task Qualifications_are_excluded_through_the_pipeline_and_shown_as_meant_to_be_so()
    {
        await using var twin = await TwinShell.StartAsync();
        string line =
            "$link = @(Get-QualificationLink -State MissingInOnefile)[0]; Get-PicsQualification | Where-Object QualificationId -eq $link.QualificationId | "
                + "Add-LinkExclusion Qualification -Reason 'Taught elsewhere' -PassThru";
        twin.Edit(world => world.Qualifications.Values.First(one => one.IsLive).VqReference = "999/1234/5");
        twin.Must("Update-MappingCache; " + line + " -WhatIf");
        Assert.Empty(twin.Must("Get-LinkExclusion"));

        var said = Assert.Single(twin.Must(line + " -Confirm:$false"));

        Assert.Equal(("Qualification", "Taught elsewhere", ""), (said.Text("Kind"), said.Text("Reason"), said.Text("OnefileId")));
        var pair = Assert.Single(twin.Must("Get-QualificationLink | Where-Object QualificationId -eq $link.QualificationId"));
        Assert.Equal("Excluded", pair.Text("State"));
        Assert.Contains("Taught elsewhere", pair.Text("Detail"));
        twin.Must("Get-LinkExclusion Qualification | Remove-LinkExclusion -Confirm:$false");
        Assert.Equal(
            "MissingInOnefile",
            Assert.Single(twin.Must("Get-QualificationLink | Where-Object QualificationId -eq $link.QualificationId")).Text("State")
        );
    }

    [Fact]
    public async Task A_record_that_neither_side_has_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Add-LinkExclusion Officer -Ident NOBODY -Reason x -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOBODY");
    }
}

/// <summary>Get-LinkExclusion: who is meant to stay unlinked, and who said so.</summary>
public sealed class GetLinkExclusionTests
{
    [Fact]
    public async Task Exclusions_are_shown_by_kind_with_who_and_why()
    {
        await using var twin = await TwinShell.StartAsync();
        string organisation = twin.Twin.World.Organisations.Values.First().Ident;
        twin.Must($"Add-LinkExclusion Organisation -Ident '{organisation}' -Reason 'Not an employer' -Confirm:$false");
        var shown = Assert.Single(twin.Must("Get-LinkExclusion Organisation"));
        Assert.Equal((organisation, "Not an employer"), (shown.Text("Ident"), shown.Text("Reason")));
        Assert.NotEqual("", shown.Text("Actor"));
        Assert.Empty(twin.Must("Get-LinkExclusion Officer"));
    }

    [Fact]
    public async Task Without_a_connection_it_says_so()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails("Get-LinkExclusion").Is("NotConnected", ErrorCategory.InvalidOperation);
    }
}

/// <summary>Remove-LinkExclusion: the record takes part again.</summary>
public sealed class RemoveLinkExclusionTests
{
    [Fact]
    public async Task An_exclusion_is_taken_back_through_the_pipeline_and_WhatIf_leaves_it()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Add-LinkExclusion Officer -AssessorId {pair.OnefileId} -Reason x -Confirm:$false; Get-LinkExclusion | Remove-LinkExclusion -WhatIf");
        Assert.Single(twin.Must("Get-LinkExclusion"));
        twin.Must("Get-LinkExclusion | Remove-LinkExclusion -Confirm:$false");
        Assert.Empty(twin.Must("Get-LinkExclusion"));
        Assert.Equal("Unlinked", Assert.Single(twin.Must($"Get-OfficerLink -AssessorId {pair.OnefileId}")).Text("State"));
    }

    [Fact]
    public async Task One_that_does_not_stand_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Remove-LinkExclusion Officer -Ident NOBODY -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOBODY");
    }
}
