using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Readiness;

/// <summary>Practice first, then Live with the same lines and the same mapping cache: what was linked in Practice never counts in Live.</summary>
public sealed class PracticeFirstTests
{
    private const string Preparation =
        "Get-OnefileAssessor | Find-OfficerLink | Set-OfficerLink -Confirm:$false; Get-OnefilePlacement | Find-OrganisationLink | Set-OrganisationLink "
            + "-Confirm:$false";

    [Fact]
    public async Task The_same_lines_prepare_Practice_and_then_Live_and_each_link_keeps_its_environment()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Environment = "Practice" });
        await using var live = await TwinServer.StartAsync(TwinShell.Small());
        twin.Must(Preparation);
        var practised = Linked(twin);

        GoLive(twin, live);
        var before = Linked(twin);
        twin.Must(Preparation);

        Assert.NotEmpty(practised);
        Assert.True(before.Length < practised.Length, "Links of Practice count in Live.");
        Assert.Equal(practised, Linked(twin));
        Assert.Equal(
            practised.Length,
            live.Twin.World.Officers.Values.Count(officer => officer.AdditionalId.Length > 0 && practised.Contains($"{officer.Ident} {officer.AdditionalId}"))
        );
    }

    [Fact]
    public async Task IDs_of_Practice_that_stand_in_the_real_PICSWeb_are_no_links_and_block_the_switch()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Environment = "Practice" });
        await using var live = await TwinServer.StartAsync(TwinShell.Small());
        var pairs = twin.FreeOfficers().Take(3).ToList();
        foreach (var pair in pairs)
            twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        // Somebody copied the training system's officers into the real one.
        lock (live.Twin.World.Gate)
            pairs.ForEach(pair => live.Twin.World.OfficerByIdent(pair.Ident)!.AdditionalId = pair.OnefileId);

        GoLive(twin, live);
        var links = twin.Must("Get-OfficerLink").Where(row => pairs.Exists(pair => pair.Ident == row.Text("OfficerIdent"))).ToList();
        var findings = twin.Must("Test-PicsWebSync -DesktopIntegration NeverUsed").Where(row => row.Text("RuleId") == "PO-L006").ToList();

        Assert.All(links, link => Assert.Equal("Broken", link.Text("State")));
        Assert.Equal(
            pairs.Select(pair => pair.Ident).Order(),
            findings.Where(row => row.Text("Severity") == "Error").Select(row => row.Text("Target")).Order()
        );
        Assert.All(findings, finding => Assert.Contains("Practice", finding.Text("Message")));
        twin.Fails("Enable-PicsWebSync -Environment Live -Confirm:$false").Is("NotReady", ErrorCategory.InvalidOperation);
    }

    [Fact]
    public async Task Who_was_left_out_of_Practice_is_not_left_out_of_Live()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Environment = "Practice" });
        await using var live = await TwinServer.StartAsync(TwinShell.Small());
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Add-LinkExclusion Officer -AssessorId {pair.OnefileId} -Reason 'Only for the trial' -Confirm:$false");
        Assert.Equal("Practice", Assert.Single(twin.Must("Get-LinkExclusion")).Text("Environment"));

        GoLive(twin, live);

        Assert.Empty(twin.Must("Get-LinkExclusion"));
        Assert.Equal("Unlinked", Assert.Single(twin.Must($"Get-OfficerLink -AssessorId {pair.OnefileId}")).Text("State"));
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        twin.Fails($"Remove-LinkExclusion Officer -AssessorId {pair.OnefileId} -Confirm:$false").Is("RecordUnknown", ErrorCategory.ObjectNotFound);
    }

    private static void GoLive(TwinShell twin, TwinServer live)
    {
        twin.Shell.Set("liveToken", TwinShell.Protect(live.Twin.Credentials.CustomerToken));
        twin.Shell.Set("liveUser", new PSCredential(live.Twin.Credentials.ApiUser, TwinShell.Protect(live.Twin.Credentials.ApiPassword)));
        twin.Shell.Set("liveOnefile", live.OnefileAddress);
        twin.Shell.Set("livePicsWeb", live.PicsWebAddress);
        twin.Must(
            "Disconnect-PicsOnefile; $connection = Connect-PicsOnefile -Environment Live -OnefileAddress $liveOnefile -PicsWebAddress $livePicsWeb "
                + "-CustomerToken $liveToken -ApiUser $liveUser -CachePath $cache"
        );
    }

    private static string[] Linked(TwinShell twin) =>
        [
            .. twin.Must("Get-OfficerLink")
                .Where(row => row.Text("State") == "Linked")
                .Select(row => $"{row.Text("OfficerIdent")} {row.Text("AssessorId")}")
                .Order(System.StringComparer.Ordinal),
        ];
}
