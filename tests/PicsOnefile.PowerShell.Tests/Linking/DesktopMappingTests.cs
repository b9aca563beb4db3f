using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>A mapping from the time of PICS Desktop: any CSV file with a code and a Onefile ID is linked after the same checks as anything else.</summary>
public sealed class DesktopMappingTests
{
    [Theory]
    [InlineData("Officer Code,OneFile ID")]
    [InlineData("Ident,Additional ID")]
    [InlineData("OfficerCode,OnefileId")]
    [InlineData("officer ident,other system id")]
    public async Task A_mapping_of_officers_is_linked_whatever_its_usual_headings(string headings)
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(2).ToList();
        twin.Shell.Set("old", Csv(headings, pairs.Select(pair => $"{pair.Ident},{pair.OnefileId}")));
        twin.Must("$old | Set-OfficerLink -Reason 'mapping of PICS Desktop' -Confirm:$false");
        Assert.All(pairs, pair => Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident)));
        Assert.All(twin.Must("Get-LinkHistory -Kind Officer"), row => Assert.Equal("mapping of PICS Desktop", row.Text("Reason")));
    }

    [Theory]
    [InlineData("Organisation Code,OneFile ID")]
    [InlineData("Placement Code,Additional ID")]
    [InlineData("EmployerCode,OnefileId")]
    public async Task A_mapping_of_organisations_is_linked_whatever_its_usual_headings(string headings)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        twin.Shell.Set("old", Csv(headings, [$"{pair.Ident},{pair.OnefileId}"]));
        twin.Must("$old | Set-OrganisationLink -Confirm:$false");
        Assert.Equal(pair.OnefileId, twin.OrganisationLink(pair.Ident));
    }

    [Fact]
    public async Task Rows_of_leavers_of_nobody_and_of_an_ID_that_another_officer_holds_are_told_and_the_others_are_linked()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(3).ToList();
        twin.Must($"Set-OfficerLink {pairs[0].Ident} {pairs[0].OnefileId} -Confirm:$false");
        twin.Shell.Set(
            "old",
            Csv(
                "Officer Code,Officer Name,OneFile ID",
                [
                    $"GONE,Somebody Else,{pairs[2].OnefileId}",
                    $"{pairs[1].Ident},Is Held,{pairs[0].OnefileId}",
                    $"{pairs[2].Ident},No Such Account,999999",
                    $"{pairs[2].Ident},Right,{pairs[2].OnefileId}",
                ]
            )
        );
        var result = twin.Run("$old | Set-OfficerLink -Confirm:$false");
        Assert.Null(result.Ended);
        Assert.Equal(3, result.Errors.Count);
        Assert.Equal(("", pairs[2].OnefileId), (twin.OfficerLink(pairs[1].Ident), twin.OfficerLink(pairs[2].Ident)));
    }

    // What Import-Csv answers: an object for each line, with the headings as property names.
    private static PSObject[] Csv(string headings, IEnumerable<string> lines) =>
        [
            .. lines.Select(line =>
            {
                var row = new PSObject();
                foreach (var (heading, cell) in headings.Split(',').Zip(line.Split(',')))
                    row.Properties.Add(new PSNoteProperty(heading, cell));
                return row;
            }),
        ];
}
