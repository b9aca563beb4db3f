using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Readiness;

/// <summary>Test-PicsWebSync: whether the first enrolments would make duplicates, and what to do about it.</summary>
public sealed class TestPicsWebSyncTests
{
    [Fact]
    public async Task A_prepared_centre_has_none()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        var errors = twin.Must("Test-PicsWebSync -DesktopIntegration NeverUsed").Where(row => row.Text("Severity") == "Error");
        Assert.Empty(errors.Select(row => $"{row.Text("RuleId")} {row.Text("Message")}"));
    }

    [Fact]
    public async Task An_unlinked_pair_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        string ident = twin.Twin.World.Officers.Values.First(officer => officer.IsLive && officer.AdditionalId.Length > 0).Ident;
        twin.Edit(world => world.OfficerByIdent(ident)!.AdditionalId = "");
        Assert.Contains(twin.Must("Test-PicsWebSync"), row =>
            row.Text("Severity") is "Error" or "Warning" && (row.Text("Target") + row.Text("Message")).Contains(ident, System.StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_table_counts_the_findings_of_a_rule_and_a_file_has_the_findings_alone()
    {
        await using var twin = await TwinShell.StartAsync();
        var found = twin.Must("$found = Test-PicsWebSync; $found");
        int before = twin.Screen.Length;
        twin.Must("$found | Out-Host");
        var rule = found.GroupBy(row => $"{row.Text("Severity")} {row.Text("RuleId")}").First(rule => rule.Count() > 1);
        Assert.Contains($"{rule.Key}: {rule.Count()} ", twin.Screen[before..]);
        Assert.DoesNotContain(found[0].Properties, property => property.Name == "OfRule");
    }

    [Fact]
    public async Task The_last_line_says_whether_it_is_ready()
    {
        await using var twin = await TwinShell.StartAsync();
        var result = twin.Run("Test-PicsWebSync");
        int Count(string severity) => result.Output.Count(row => row.Text("Severity") == severity);
        Assert.StartsWith($"Not ready: {Count("Error")} errors, {Count("Warning")} warning", result.Information[^1]);
        Assert.Empty(twin.Run("Test-PicsWebSync -InformationAction Ignore").Information);
        Assert.DoesNotContain(twin.Run("Test-PicsWebSync -Preview").Information, line => line.Contains("eady: ", System.StringComparison.Ordinal));
        twin.PrepareByHand();
        Assert.StartsWith("Ready: ", twin.Run("Test-PicsWebSync -Refresh -DesktopIntegration NeverUsed").Information[^1]);
    }

    [Fact]
    public async Task VQ_References_on_the_worklist_block_the_switch_until_they_are_keyed_in()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["qualifications.update"] });
        twin.PrepareByHand();
        var right = twin.Must("Get-StandardVqReference -State Equal")[0];
        var qualification = twin.Twin.World.Qualifications[TruePairs.Number(right.Text("QualificationId"))];
        twin.Edit(_ => qualification.VqReference = right.Text("Code").Insert(1, " "));
        twin.Must("Update-MappingCache -Confirm:$false; Get-StandardVqReference -State Wrong | Set-StandardVqReference -Confirm:$false");
        const string Errors = "Test-PicsWebSync -DesktopIntegration NeverUsed | Where-Object Severity -eq Error";

        var finding = Assert.Single(twin.Must(Errors));
        Assert.Equal(("PO-L009", right.Text("QualificationId")), (finding.Text("RuleId"), finding.Text("Target")));
        twin.Fails("Enable-PicsWebSync -Environment Live -Confirm:$false").Is("NotReady", ErrorCategory.InvalidOperation);

        twin.Edit(_ => qualification.VqReference = right.Text("Code"));
        twin.Must("Update-MappingCache -Confirm:$false");
        Assert.Empty(twin.Must(Errors));
    }

    [Fact]
    public async Task A_system_that_cannot_be_read_is_a_finding_and_not_silence()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false });
        var findings = twin.Must("Test-PicsWebSync");
        Assert.Contains(findings, row => row.Text("Severity") == "NotChecked" && row.Text("Message").Length > 0);
    }

    [Fact]
    public async Task A_Onefile_that_fails_is_a_finding_or_an_error()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.Echo, Status = 403, Route = "*User/Search*" });
        var result = twin.Run("Test-PicsWebSync");
        Assert.True(result.Ended is not null || result.Output.Any(row => row.Text("Severity") is "Error" or "NotChecked"));
    }
}
