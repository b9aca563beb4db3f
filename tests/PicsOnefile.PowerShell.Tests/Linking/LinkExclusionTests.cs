using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Add-LinkExclusion: a record is meant to stay unlinked.</summary>
public sealed class AddLinkExclusionTests
{
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
}
