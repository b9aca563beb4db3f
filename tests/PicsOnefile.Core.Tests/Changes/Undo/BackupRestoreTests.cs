using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Changes.Undo;

/// <summary>Restore-LinkBackup: what stood in both systems before the first write.</summary>
public sealed class BackupRestoreTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(
        Officer("O1"),
        Officer("O2", "SA-9"),
        Officer("O3", "13"),
        Assessor("11"),
        Assessor("12"),
        Assessor("13")
    );

    public void Dispose() => _provider.Dispose();

    private BackupRestore Restoring => _provider.Session.Backup;

    private Task<RestorePlan> PlanAsync(string? path = null, params RecordKind[] kinds) =>
        Restoring.PlanAsync(path ?? Restoring.Location, kinds.Length == 0 ? null : kinds, null, _provider.Run);

    private Task<UndoResult> ApplyAsync(RestorePlan plan) =>
        _provider.Session.UndoRunner.ApplyAsync(
            "Restore-LinkBackup",
            plan.Plan,
            [.. plan.Plan.Items.Where(item => item.Step.Action.Length > 0)],
            _provider.Run
        );

    private IEnumerable<string?> Held => _provider.PicsWeb.Officers.Select(officer => string.IsNullOrEmpty(officer.AdditionalId) ? null : officer.AdditionalId);

    private string Save(string text)
    {
        var path = Path.Combine(_provider.Folder, "given.csv");
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Only_what_differs_is_written_back_as_one_run()
    {
        await _provider.SetAsync("O1", "11");
        await _provider.SetAsync("O2", "12", force: true);

        var plan = await PlanAsync();
        var result = await ApplyAsync(plan);

        Assert.Equal(["Clear the Additional ID 11", "Set the Additional ID back to SA-9 (it is 12)"], plan.Plan.Items.Select(item => item.Step.Action));
        Assert.Equal([null, "SA-9", "13"], Held);
        Assert.All(result.Rows, row => Assert.Equal((ChangeState.Done, result.Rows[0].RunId), (row.State, row.RunId)));
        Assert.Empty((await PlanAsync()).Plan.Items);
    }

    [Fact]
    public async Task Of_a_record_that_is_there_with_two_values_neither_is_restored()
    {
        var path = Save(
            "Kind,Key,Field,Value,CentreId,Environment\n"
                + "Officer,O1,AdditionalId,SA-1,,Live\nOfficer,O3,AdditionalId,SA-3,,Live\n"
                + "Officer,O1,AdditionalId,SA-2,,Live\nOfficer,O3,AdditionalId,SA-3,,Live\n"
        );

        var plan = await PlanAsync(path);

        Assert.Equal(["O3"], plan.Plan.Items.Select(item => item.Change?.Key));
        var problem = Assert.Single(plan.Problems);
        Assert.Equal(ErrorKinds.CsvRowInvalid, problem.Kind);
        Assert.Contains("Officer O1 is on lines 2, 4 with different values", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_backup_can_be_undone()
    {
        await _provider.SetAsync("O2", "12", force: true);
        var result = await ApplyAsync(await PlanAsync());

        var undo = await _provider.Session.Undo.PlanAsync(result.Rows[0].RunId, null, _provider.Run);
        await _provider.Session.UndoRunner.ApplyAsync("Undo-LinkChange", undo, undo.Items, _provider.Run);

        Assert.Equal([null, "12", "13"], Held);
    }

    [Fact]
    public async Task Records_that_have_gone_are_named_and_newer_ones_left_alone()
    {
        await _provider.SetAsync("O1", "11");
        _provider.PicsWeb.Officers.RemoveAll(officer => officer.OfficerIdent == "O2");
        _provider.With(Officer("O4", "12"));

        var plan = await PlanAsync();

        Assert.Equal("RecordUnknown", Assert.Single(plan.Plan.Items, item => item.Refusal is not null).Refusal!.Kind.Id);
        await ApplyAsync(plan);
        Assert.Equal([null, "13", "12"], Held);
    }

    [Fact]
    public async Task A_limit_counts_against_the_records_in_the_backup()
    {
        await _provider.SetAsync("O1", "11");
        await _provider.SetAsync("O2", "12", force: true);
        var plan = await PlanAsync();

        Assert.Null(plan.Plan.Exceeded(2, plan.Values, "records in the backup"));
        Assert.Contains(
            "30% of 6 records in the backup, which is 1",
            plan.Plan.Exceeded(ChangeLimit.Parse("30%"), plan.Values, "records in the backup")!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_restored()
    {
        await _provider.SetAsync("O1", "11");

        Assert.Empty((await PlanAsync(null, RecordKind.Organisation)).Plan.Items);
    }

    [Fact]
    public async Task Without_a_backup_that_is_told() =>
        Assert.Equal("BackupMissing", (await Assert.ThrowsAsync<PicsOnefileException>(() => PlanAsync())).Kind.Id);

    [Theory]
    [InlineData("Officer,O1,AdditionalId,9,,Practice", "was saved of Practice")]
    [InlineData("Assessor,11,MisId,9,77,Live", "77")]
    public async Task A_backup_of_another_environment_or_customer_is_refused(string row, string told)
    {
        var path = Save($"Kind,Key,Field,Value,CentreId,Environment\r\n{row}\r\n");

        var refusal = await Assert.ThrowsAsync<PicsOnefileException>(() => PlanAsync(path));

        Assert.Equal("BackupForeign", refusal.Kind.Id);
        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused() =>
        Assert.Equal("CsvInvalid", (await Assert.ThrowsAsync<PicsOnefileException>(() => PlanAsync(Save("Name,Age\r\nMair,9\r\n")))).Kind.Id);

    [Fact]
    public async Task A_row_that_is_none_is_named_by_its_line_and_the_others_are_restored()
    {
        var plan = await PlanAsync(Save("Kind;Key;Field;Value;CentreId;Environment\r\nOfficer;O1;Surname;x;;Live\r\nOfficer;O1;AdditionalId;12;;Live\r\n"));

        Assert.Contains("line 2", Assert.Single(plan.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("Set the Additional ID back to 12 (it is empty)", Assert.Single(plan.Plan.Items).Step.Action);
    }

    [Fact]
    public async Task MIS_Values_come_back_in_every_centre()
    {
        using var provider = new Provider(LinkBy.MisValue).With(Officer("O1"), Assessor("11", misId: "X"), Assessor("21", centre: "2"));
        await provider.SetAsync("O1", "11", force: true);
        await provider.SetAsync("O1", "21");
        var restoring = provider.Session.Backup;

        var plan = await restoring.PlanAsync(restoring.Location, null, null, provider.Run);
        await provider.Session.UndoRunner.ApplyAsync("Restore-LinkBackup", plan.Plan, plan.Plan.Items, provider.Run);

        Assert.Equal(["X", ""], provider.Onefile.Assessors.Select(assessor => assessor.MisId ?? ""));
    }
}
