using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.Switches;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Readiness;

/// <summary>Test-PicsWebSync -Preview: what the first enrolments would create, use, leave out and fail at.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Looking_changes_neither_system_nor_the_journal()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        Assert.NotEmpty(twin.ChangesNothing("Test-PicsWebSync -Preview").Output);
    }

    [Fact]
    public async Task What_the_module_has_written_since_counts_without_Refresh()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        const string shown = " | ForEach-Object { \"$($_.Action) $($_.Kind) $($_.Ident) $($_.CentreId) $($_.Learners)\" }";
        var before = twin.Must("Test-PicsWebSync -Preview" + shown);
        var written = twin.Must("Get-StandardVqReference | Where-Object State -in Wrong, Empty | Set-StandardVqReference -PassThru -Confirm:$false");
        Assert.NotEmpty(written);

        var after = twin.Must("Test-PicsWebSync -Preview" + shown);

        Assert.NotEqual(before, after);
        Assert.Equal(twin.Must("Test-PicsWebSync -Preview -Refresh" + shown), after);
    }

    [Fact]
    public async Task An_exported_list_says_the_same_as_the_API()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(2, 3));
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        const string shown = " | ForEach-Object { \"$($_.Action) $($_.Kind) $($_.Ident) $($_.CentreId) $($_.Learners)\" }";
        Assert.Equal(twin.Must("Test-PicsWebSync -Preview" + shown), twin.Must("Test-PicsWebSync -Preview -LearnerPath $folder/learners.csv" + shown));
    }

    [Fact]
    public async Task Learners_come_through_the_pipeline_and_an_unknown_one_is_told()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        string ident = twin.Twin.WaitingLearners()[1];
        var preview = twin.Must($"Get-PicsLearner {ident} | Test-PicsWebSync -Preview");
        Assert.Equal([ident], preview.Where(row => row.Text("Kind") == "Learner").Select(row => row.Text("Ident")));
        Assert.All(preview, row => Assert.Equal(ident, row.Text("LearnerIdent")));
        twin.Fails("Test-PicsWebSync -Preview -LearnerIdent NOBODY").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOBODY");
        Assert.Empty(twin.Must("Get-PicsLearner -Name 'Nobody at all' | Test-PicsWebSync -Preview"));
    }

    [Fact]
    public async Task Where_learners_cannot_be_read_all_records_in_use_are_previewed()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1) with { Without = ["learners.list"] });
        var result = twin.Run("Test-PicsWebSync -Preview");
        Assert.Contains(result.Warnings, warning => warning.Contains("-LearnerPath", System.StringComparison.Ordinal));
        Assert.Equal(
            twin.Twin.World.Officers.Values.Where(officer => officer.IsLive).Select(officer => officer.Ident).Order(System.StringComparer.Ordinal),
            result.Output.Where(row => row.Text("Kind") == "Assessor").Select(row => row.Text("Ident")).Order(System.StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Where_officers_cannot_be_read_it_says_what_is_missing()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1) with { Without = ["officers.list"] });
        Assert.Contains("-OfficerPath", twin.Fails("Test-PicsWebSync -Preview").Is("OperationMissing", ErrorCategory.NotEnabled).ToString());
    }

    [Fact]
    public async Task Offline_it_says_what_it_cannot_know()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        twin.Must("$null = Test-PicsWebSync -Preview");
        var result = twin.Run("Test-PicsWebSync -Preview -Offline");
        Assert.Contains(result.Warnings, warning => warning.Contains("never kept", System.StringComparison.Ordinal));
        Assert.All(result.Output.Where(row => row.Text("Kind") == "Learner"), row => Assert.Contains("not known", row.Text("Reason")));
    }

    [Theory]
    [InlineData("rows-and-details")]
    [InlineData("details-alone")]
    public async Task A_link_to_an_archived_account_is_told_by_whatever_answer_shows_it(string place)
    {
        await using var twin = await TwinShell.StartAsync(
            EnrolmentWorld.Options(1, 1) with
            {
                Switches = SwitchTable.Apply(new TwinSwitches(), $"archived-flag-place={place}"),
            }
        );
        twin.Prepare(Preparation.Whole);
        var (assessor, placement) = Used(twin);
        twin.Edit(world => (world.Users[assessor].Archived, world.Placements[placement].Active) = (true, false));

        var told = twin.Must("Test-PicsWebSync -Preview")
            .Where(row => row.Text("Reason").Contains("archived or inactive", System.StringComparison.Ordinal))
            .All("ExistingId");

        Assert.Equal([$"{assessor}", $"{placement}"], told);
    }

    [Fact]
    public async Task An_account_archived_since_its_details_were_read_is_told_when_all_is_read_anew()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1), connect: false);
        twin.Prepare(Preparation.Whole);
        twin.Must(
            $"$connection = {twin.ConnectLine} -SaveAs Impatient; Save-PicsOnefileProfile Impatient -CacheAge 00:00:00 -Confirm:$false; Disconnect-PicsOnefile"
        );
        twin.Must("$connection = Connect-PicsOnefile -ProfileName Impatient -CustomerToken $token -ApiUser $user");
        var (assessor, placement) = Used(twin);
        twin.Must("$null = Test-PicsWebSync -Preview");
        twin.Edit(world => (world.Users[assessor].Archived, world.Placements[placement].Active) = (true, false));

        var told = twin.Must("Test-PicsWebSync -Preview -Refresh")
            .Where(row => row.Text("Reason").Contains("archived or inactive", System.StringComparison.Ordinal))
            .All("ExistingId");

        Assert.Equal([$"{assessor}", $"{placement}"], told);
    }

    [Fact]
    public async Task Offline_it_says_that_details_are_missing()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        twin.Prepare(Preparation.Whole);
        twin.Must("$null = Get-OfficerLink; $null = Get-OrganisationLink; $null = Get-PicsLearner; $null = Get-StandardVqReference");
        Assert.Contains(twin.Run("Test-PicsWebSync -Preview -Offline").Warnings, warning =>
            warning.Contains("whether they are in use is not known", System.StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Onefiles_learners_are_not_kept_in_the_cache()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        var unseen = twin.Twin.World.Users.Values.Where(user => user.Role == Sandbox.World.OnefileRole.Learner).ToList();
        Assert.Contains(twin.Must("Test-PicsWebSync -Preview"), row => row.Text("Kind") == "Learner" && row.Text("Action") == "Duplicate");
        twin.Must("Disconnect-PicsOnefile");
        string kept = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(twin.Folder, "cache.db")));
        Assert.All(unseen, user => Assert.DoesNotContain(user.Username, kept));
    }

    [Fact]
    public async Task The_report_names_learners_whom_Onefile_has_already()
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1));
        var existing = twin.Twin.OnBothSides();
        var named = twin.Must("Test-PicsWebSync").Where(row => row.Text("RuleId") == "PO-P001").ToList();
        Assert.NotEmpty(existing);
        Assert.Equal(3, named.Count(row => row.Text("Severity") == "Error"));
        Assert.DoesNotContain(named, row => row.Text("Severity") == "NotChecked");
    }

    [Fact]
    public async Task A_rule_with_a_lower_severity_in_the_profile_shows_the_reason_and_blocks_no_more()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.PrepareByHand();
        twin.Must($"$connection = {twin.ConnectLine} -SaveAs Lowered");
        twin.Must(
            "Save-PicsOnefileProfile Lowered -RuleSeverity @{ 'PO-D001' = 'Warning: the college looks after it' } -Confirm:$false; Disconnect-PicsOnefile"
        );
        twin.Must("$connection = Connect-PicsOnefile -ProfileName Lowered -CustomerToken $token -ApiUser $user");
        var finding = Assert.Single(twin.Must("Test-PicsWebSync"), row => row.Text("RuleId") == "PO-D001");
        Assert.Equal("Warning", finding.Text("Severity"));
        Assert.Contains("the college looks after it", finding.Text("Message"));
        Assert.Equal("True", Assert.Single(twin.Must("Enable-PicsWebSync -Environment Live -Confirm:$false")).Text("IntegrationEnabled"));
    }

    // The account and the placement that the first learners who wait have.
    private static (int Assessor, int Placement) Used(TwinShell twin)
    {
        var world = twin.Twin.World;
        var waiting = world.Learners.Values.Where(learner => learner.AwaitsEnrolment).ToList();
        return (
            waiting
                .SelectMany(learner => learner.Officers)
                .Select(ident => world.OfficerByIdent(ident)!.AdditionalId)
                .Where(id => id.Length > 0)
                .Select(TruePairs.Number)
                .First(),
            waiting
                .Select(learner => world.OrganisationByIdent(learner.Organisation)?.AdditionalId)
                .Where(id => id is { Length: > 0 })
                .Select(id => TruePairs.Number(id!))
                .First()
        );
    }
}
