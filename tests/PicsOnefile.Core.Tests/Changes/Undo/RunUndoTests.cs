using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Changes.Undo;

/// <summary>Undo-LinkChange: a run is taken back exactly, and what somebody changed since is left alone.</summary>
public sealed class RunUndoTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(Officer("O1"), Officer("O2", "SA-9"), Assessor("11"), Assessor("12"));

    public void Dispose() => _provider.Dispose();

    private static string LastRun(Provider provider) => provider.Journal[^1].RunId;

    private static async Task<(UndoPlan Plan, UndoResult Result)> UndoAsync(Provider provider, string runId)
    {
        var plan = await provider.Session.Undo.PlanAsync(runId, "wrong file", provider.Run);
        return (
            plan,
            await provider.Session.UndoRunner.ApplyAsync("Undo-LinkChange", plan, [.. plan.Items.Where(item => item.Step.Action.Length > 0)], provider.Run)
        );
    }

    private static ChangeState StateOf(Provider provider, string runId) =>
        Assert.Single(provider.Journal.Where(row => row.RunId == runId).GroupBy(row => row.ChangeId)).Last().State;

    private string? Held(string ident) => _provider.PicsWeb.Officers.Single(officer => officer.OfficerIdent == ident).AdditionalId;

    [Fact]
    public async Task A_link_is_taken_off_again_and_the_journal_says_by_which_run()
    {
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);

        var (plan, result) = await UndoAsync(_provider, run);

        Assert.Equal("Clear the Additional ID 11", Assert.Single(plan.Items).Step.Action);
        Assert.True(string.IsNullOrEmpty(Held("O1")));
        Assert.Equal(ChangeState.Undone, StateOf(_provider, run));
        var row = Assert.Single(result.Rows);
        Assert.Equal(("11", null, ChangeState.Done, $"Undo of run {run}. wrong file"), (row.OldValue, row.NewValue, row.State, row.Reason));
        Assert.Contains(row.RunId, _provider.Journal.Last(original => original.RunId == run).Reason, StringComparison.Ordinal);
        Assert.Equal(LinkState.Unlinked, (await _provider.EntryAsync("O1", Freshness.WhenOld)).State);
        Assert.Null(_provider.Session.Cache.Journal.FirstBroken());
    }

    [Fact]
    public async Task What_force_overwrote_comes_back_to_the_letter()
    {
        _provider.Edit("O2", " SA-9 ");
        await _provider.SetAsync("O2", "12", force: true);
        Assert.Equal("12", Held("O2"));

        await UndoAsync(_provider, LastRun(_provider));

        Assert.Equal(" SA-9 ", Held("O2"));
    }

    [Fact]
    public async Task A_link_that_was_taken_off_is_there_again_and_remembered()
    {
        await _provider.SetAsync("O1", "11");
        await _provider.RemoveAsync("O1");

        await UndoAsync(_provider, LastRun(_provider));

        Assert.Equal(("11", LinkState.Linked), (Held("O1"), (await _provider.EntryAsync("O1", Freshness.WhenOld)).State));
        Assert.Equal("11", Assert.Single(_provider.Ledger.Links(LinkKind.Officer)).OnefileId);
    }

    [Fact]
    public async Task An_undo_can_be_undone_and_the_first_run_be_undone_once_more()
    {
        await _provider.SetAsync("O1", "11");
        var first = LastRun(_provider);
        var (_, undone) = await UndoAsync(_provider, first);
        await UndoAsync(_provider, undone.Rows[0].RunId);
        Assert.Equal("11", Held("O1"));

        await UndoAsync(_provider, first);

        Assert.True(string.IsNullOrEmpty(Held("O1")));
    }

    // The process ended between the word that the value is back and the word that the first change was taken back.
    [Fact]
    public async Task What_a_run_took_back_that_was_killed_before_it_said_so_is_not_taken_back_twice()
    {
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);
        _provider.Edit("O1", null);
        var made = _provider.Journal[^1];
        var undo = made with
        {
            RunId = _provider.Session.Cache.Journal.BeginRun("Undo-LinkChange"),
            ChangeId = "undo",
            OldValue = "11",
            NewValue = null,
            Reason = $"Undo of run {run}.",
        };
        _provider.Session.Cache.Journal.Append([undo with { State = ChangeState.Intended }, undo with { State = ChangeState.Done }]);

        var (plan, _) = await UndoAsync(_provider, run);

        Assert.Equal("it was taken back already", Assert.Single(plan.Items).Skipped);
        Assert.Equal((ChangeState.Undone, $"Undone by run {undo.RunId}."), (StateOf(_provider, run), _provider.Journal[^1].Reason));
    }

    [Theory]
    [InlineData("Undo of run {0}.")]
    [InlineData("Undo of run {0}. wrong file")]
    [InlineData("Undo of run {0}.{0}")]
    public async Task A_reason_that_somebody_types_takes_nothing_back(string reason)
    {
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);
        _provider.Edit("O1", null);
        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, run);
        var snapshot = await _provider.ReadAsync();
        await _provider.Links.ApplyAsync(
            "Set-OfficerLink",
            snapshot,
            LinkPlanner.Plan(snapshot, [new LinkRequest(LinkKind.Officer, "O1", "12")], _provider.Links.Options(Confidence.Certain, false, typed)),
            _provider.Run
        );
        var rows = _provider.Journal.Count;

        new UndoneMarks(_provider.Session.Cache.Journal).Complete(run);

        Assert.Equal((rows, ChangeState.Done), (_provider.Journal.Count, StateOf(_provider, run)));
    }

    [Fact]
    public async Task What_was_taken_back_already_is_left_alone()
    {
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);
        await UndoAsync(_provider, run);
        var rows = _provider.Journal.Count;

        var (plan, _) = await UndoAsync(_provider, run);

        Assert.Equal("it was taken back already", Assert.Single(plan.Items).Skipped);
        Assert.Equal(rows, _provider.Journal.Count);
    }

    [Fact]
    public async Task What_a_later_run_linked_again_after_an_undo_stays()
    {
        await _provider.SetAsync("O1", "11");
        var first = LastRun(_provider);
        await UndoAsync(_provider, first);
        await _provider.SetAsync("O1", "11");
        var second = LastRun(_provider);

        var (plan, _) = await UndoAsync(_provider, first);

        Assert.Equal("it was taken back already", Assert.Single(plan.Items).Skipped);
        Assert.Equal(("11", ChangeState.Done), (Held("O1"), StateOf(_provider, second)));

        await UndoAsync(_provider, second);

        Assert.Equal((true, ChangeState.Undone), (string.IsNullOrEmpty(Held("O1")), StateOf(_provider, second)));
    }

    [Fact]
    public async Task What_a_later_run_linked_again_after_somebody_cleared_it_stays()
    {
        await _provider.SetAsync("O1", "11");
        var first = LastRun(_provider);
        _provider.Edit("O1", null);
        await _provider.ReadAsync();
        await _provider.SetAsync("O1", "11");
        var second = LastRun(_provider);

        var (plan, _) = await UndoAsync(_provider, first);

        Assert.Equal($"run {second} has set it again since", Assert.Single(plan.Items).Skipped);
        Assert.Equal(("11", ChangeState.Done), (Held("O1"), StateOf(_provider, second)));
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_named_and_left_alone()
    {
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "12");

        var (plan, _) = await UndoAsync(_provider, LastRun(_provider));

        Assert.Equal("ValueChanged", Assert.Single(plan.Items).Refusal!.Kind.Id);
        Assert.Contains("AdditionalId is '12', and the run had set '11'", plan.Items[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal("12", Held("O1"));
    }

    [Fact]
    public async Task What_somebody_changes_between_plan_and_write_is_a_conflict()
    {
        await _provider.SetAsync("O1", "11");
        _provider.PicsWeb.OnCall = call =>
        {
            if (call == "read Officer kO1")
                _provider.Edit("O1", "12");
            return Task.CompletedTask;
        };

        var (_, result) = await UndoAsync(_provider, LastRun(_provider));

        Assert.Equal((ChangeState.Conflict, "ValueChanged"), (Assert.Single(result.Rows).State, Assert.Single(result.Errors).Kind.Id));
        Assert.Equal("12", Held("O1"));
    }

    [Fact]
    public async Task A_record_that_has_gone_is_named()
    {
        await _provider.SetAsync("O1", "11");
        _provider.PicsWeb.Officers.RemoveAll(officer => officer.OfficerIdent == "O1");

        Assert.Equal("RecordUnknown", Assert.Single((await UndoAsync(_provider, LastRun(_provider))).Plan.Items).Refusal!.Kind.Id);
    }

    [Fact]
    public async Task A_run_without_changes_is_unknown() =>
        Assert.Equal("RunUnknown", (await Assert.ThrowsAsync<PicsOnefileException>(() => UndoAsync(_provider, "20260101T000000000Z-abcdef"))).Kind.Id);

    [Fact]
    public async Task A_run_of_another_environment_is_named()
    {
        var run = _provider.Session.Cache.Journal.BeginRun("Set-OfficerLink");
        _provider.Session.Cache.Journal.Append([
            .. new[] { ChangeState.Intended, ChangeState.Done }.Select(state => new Change
            {
                RunId = run,
                ChangeId = "c",
                Environment = OnefileEnvironment.Practice,
                Kind = "Officer",
                Key = "O1",
                Field = "AdditionalId",
                NewValue = "11",
                State = state,
            }),
        ]);

        var item = Assert.Single((await UndoAsync(_provider, run)).Plan.Items);

        Assert.Contains("Connect to Practice", item.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_the_integration_are_named_and_not_undone()
    {
        var run = _provider.Session.Cache.Journal.BeginRun("Enable-PicsWebSync");
        _provider.Session.Cache.Journal.Append([
            .. new[] { ChangeState.Intended, ChangeState.Done }.Select(state => new Change
            {
                RunId = run,
                ChangeId = "c",
                Environment = OnefileEnvironment.Live,
                Kind = "Integration",
                Key = "Onefile",
                Field = "IntegrationEnabled",
                OldValue = "False",
                NewValue = "True",
                State = state,
            }),
        ]);

        var item = Assert.Single((await UndoAsync(_provider, run)).Plan.Items);

        Assert.Equal("NotUndoable", item.Refusal!.Kind.Id);
        Assert.Contains("IntegrationEnabled was set from 'False' to 'True'", item.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_outcome_nobody_saw_is_taken_back_by_what_is_there()
    {
        _provider.Edit("O1", "11");
        var run = _provider.Session.Cache.Journal.BeginRun("Set-OfficerLink");
        _provider.Session.Cache.Journal.Append([
            new Change
            {
                RunId = run,
                ChangeId = "c",
                Environment = OnefileEnvironment.Live,
                Kind = "Officer",
                Key = "O1",
                Field = "AdditionalId",
                NewValue = "11",
                State = ChangeState.Intended,
            },
        ]);

        await UndoAsync(_provider, run);

        Assert.True(string.IsNullOrEmpty(Held("O1")));
        Assert.Empty(_provider.Session.Cache.Journal.Open());
    }

    [Fact]
    public async Task A_change_that_was_refused_is_not_taken_back()
    {
        await _provider.ReadAsync();
        _provider.Edit("O1", "12");
        await _provider.SetAsync("O1", "11");
        Assert.Equal(ChangeState.Conflict, _provider.Journal[^1].State);

        Assert.Equal("the run did not make this change", Assert.Single((await UndoAsync(_provider, LastRun(_provider))).Plan.Items).Skipped);
        Assert.Equal("12", Held("O1"));
    }

    [Fact]
    public async Task What_waits_on_the_worklist_is_withdrawn()
    {
        _provider.PicsWeb.Writable = false;
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);

        var (plan, _) = await UndoAsync(_provider, run);

        Assert.Equal("Take 11 from the worklist", Assert.Single(plan.Items).Step.Action);
        Assert.Equal((ChangeState.Undone, LinkState.Unlinked), (StateOf(_provider, run), (await _provider.EntryAsync("O1")).State));
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
        Assert.Empty(_provider.Session.Cache.Worklist.Waiting(OnefileEnvironment.Live));
    }

    [Fact]
    public async Task What_a_later_run_put_on_the_worklist_in_its_place_stays_there()
    {
        _provider.PicsWeb.Writable = false;
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);
        await _provider.RemoveAsync("O1");
        await _provider.SetAsync("O1", "12");

        var (plan, _) = await UndoAsync(_provider, run);

        Assert.Equal("it is not on the worklist any more", Assert.Single(plan.Items).Skipped);
        Assert.Equal("12", Assert.Single(_provider.Session.Cache.Worklist.Waiting(OnefileEnvironment.Live)).NewValue);
    }

    [Fact]
    public async Task A_qualification_that_was_added_is_named_and_stays()
    {
        var run = _provider.Session.Cache.Journal.BeginRun("Set-StandardVqReference");
        _provider.Session.Cache.Journal.Append([
            .. new[] { ChangeState.Intended, ChangeState.Done }.Select(state => new Change
            {
                RunId = run,
                ChangeId = "c",
                Environment = OnefileEnvironment.Live,
                Kind = "NewQualification",
                Key = "196AS",
                Field = "VqReference",
                NewValue = "196AS",
                State = state,
            }),
        ]);

        Assert.Contains("Dormant", Assert.Single((await UndoAsync(_provider, run)).Plan.Items).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_keyed_in_from_the_worklist_has_to_be_keyed_back()
    {
        _provider.PicsWeb.Writable = false;
        await _provider.SetAsync("O1", "11");
        var run = LastRun(_provider);
        _provider.Edit("O1", "11");

        var (_, result) = await UndoAsync(_provider, run);

        Assert.Equal(("11", null, ChangeState.Skipped), (result.Rows[0].OldValue, result.Rows[0].NewValue, result.Rows[0].State));
        Assert.Equal(LinkState.Pending, (await _provider.EntryAsync("O1")).State);
    }

    [Fact]
    public async Task MIS_Values_of_several_centres_are_taken_back()
    {
        using var provider = new Provider(LinkBy.MisValue).With(Officer("O1"), Assessor("11"), Assessor("21", misId: "OLD", centre: "2"));
        await provider.SetAsync("O1", "11");
        await provider.SetAsync("O1", "21", force: true);
        Assert.Equal(["O1", "O1"], provider.Onefile.Assessors.Select(assessor => assessor.MisId));

        foreach (var run in provider.Journal.Select(row => row.RunId).Distinct().Reverse().ToList())
            await UndoAsync(provider, run);

        Assert.Equal([null, "OLD"], provider.Onefile.Assessors.Select(assessor => string.IsNullOrEmpty(assessor.MisId) ? null : assessor.MisId));
        Assert.Empty(provider.Ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public async Task Changes_are_taken_back_in_reverse_order()
    {
        var run = _provider.Session.Cache.Journal.BeginRun("Set-OfficerLink");
        foreach (var key in new[] { "O1", "O2" })
            _provider.Session.Cache.Journal.Append([
                .. new[] { ChangeState.Intended, ChangeState.Done }.Select(state => new Change
                {
                    RunId = run,
                    ChangeId = key,
                    Environment = OnefileEnvironment.Live,
                    Kind = "Officer",
                    Key = key,
                    Field = "AdditionalId",
                    NewValue = "11",
                    State = state,
                }),
            ]);

        Assert.Equal(["O2", "O1"], (await _provider.Session.Undo.PlanAsync(run, null, _provider.Run)).Items.Select(item => item.Original!.Key));
    }
}
