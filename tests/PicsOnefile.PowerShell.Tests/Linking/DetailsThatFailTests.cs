using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Accounts and placements whose details alone Onefile refuses.</summary>
public sealed class DetailsThatFailTests
{
    [Theory]
    [InlineData("Officer", "User", 403)]
    [InlineData("Officer", "User", 422)]
    [InlineData("Organisation", "Placement", 403)]
    public async Task One_record_stops_neither_finding_nor_the_preview_and_is_not_linked_without_Force(string kind, string route, int status)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        await using var front = await OddFront.BeforeAsync(twin);
        twin.Must($"$null = {twin.ConnectLine}");
        var pair = (kind == "Officer" ? twin.FreeOfficers() : twin.FreeOrganisations())[0];
        (front.Route, front.Ends, front.Status) = ($"/{route}/{pair.OnefileId}", true, status);

        Assert.NotEmpty(twin.Must($"Find-{kind}Link -IncludeUnmatched -WarningAction SilentlyContinue"));
        Assert.NotEmpty(twin.Must("Test-PicsWebSync -Preview -WarningAction SilentlyContinue"));
        twin.Fails($"Set-{kind}Link '{pair.Ident}' {pair.OnefileId} -Confirm:$false").Is("TargetNotRead", ErrorCategory.ResourceUnavailable, pair.Ident);
        Assert.Equal("", Link());

        twin.Must($"Set-{kind}Link '{pair.Ident}' {pair.OnefileId} -Force -Confirm:$false");
        Assert.Equal(pair.OnefileId, Link());
        var preview = twin.Must("Test-PicsWebSync -Preview -WarningAction SilentlyContinue").First(row => row.Text("Ident") == pair.Ident);
        Assert.Equal(("Unknown", pair.OnefileId), (preview.Text("Action"), preview.Text("ExistingId")));
        Assert.Contains("is in use could not be checked", preview.Text("Reason"), StringComparison.Ordinal);

        string Link() => kind == "Officer" ? twin.OfficerLink(pair.Ident) : twin.OrganisationLink(pair.Ident);
    }
}
