using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>Two sessions on one cache file: a value goes to one record, whichever run looks or writes first.</summary>
public sealed class TwoRunsAtOnceTests : IDisposable
{
    private Provider _first;
    private Provider _second;

    public TwoRunsAtOnceTests() => (_first, _second) = Pair(LinkBy.AdditionalId);

    public void Dispose()
    {
        _second.Dispose();
        _first.Dispose();
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId, LinkKind.Officer)]
    [InlineData(LinkBy.AdditionalId, LinkKind.Organisation)]
    [InlineData(LinkBy.MisValue, LinkKind.Officer)]
    [InlineData(LinkBy.MisValue, LinkKind.Organisation)]
    public async Task What_another_run_has_given_away_since_the_plan_is_refused(LinkBy by, LinkKind kind)
    {
        Connect(by);
        var (one, other) = (await PlanAsync(_first, kind, 1), await PlanAsync(_second, kind, 2));

        Assert.Null((await one()).Error);
        var late = await other();

        Assert.Equal((ErrorKinds.AlreadyLinkedElsewhere, false), (late.Error?.Kind, late.Done));
        Assert.Equal(1, Holders(by, kind));
        Assert.Empty(_first.Session.Cache.Journal.Open());
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId, LinkKind.Officer)]
    [InlineData(LinkBy.AdditionalId, LinkKind.Organisation)]
    [InlineData(LinkBy.MisValue, LinkKind.Officer)]
    [InlineData(LinkBy.MisValue, LinkKind.Organisation)]
    public async Task What_another_run_is_about_to_write_is_refused_and_that_run_goes_on(LinkBy by, LinkKind kind)
    {
        Connect(by);
        var (one, other) = (await PlanAsync(_first, kind, 1), await PlanAsync(_second, kind, 2));
        LinkResult? late = null;
        OnFirstWrite(async () => late = await other());

        Assert.Null((await one()).Error);

        Assert.Equal(ErrorKinds.ValueClaimed, late?.Error?.Kind);
        Assert.Equal(1, Holders(by, kind));
    }

    [Fact]
    public async Task Equal_MIS_Values_in_different_centres_are_right()
    {
        Connect(LinkBy.MisValue);
        _first.Onefile.Assessors.Add(Assessor("31", centre: "2"));
        var (one, other) = (await PlanAsync(_first, LinkKind.Officer, 1), await PlanAsync(_second, LinkKind.Officer, "O1", "31"));
        LinkResult? late = null;
        OnFirstWrite(async () => late = await other());

        Assert.Null((await one()).Error);

        Assert.True(late is { Error: null, Done: true });
    }

    [Fact]
    public async Task The_same_link_twice_at_once_is_one_link()
    {
        var (one, other) = (await PlanAsync(_first, LinkKind.Officer, 1), await PlanAsync(_second, LinkKind.Officer, 1));
        LinkResult? late = null;
        OnFirstWrite(async () => late = await other());

        Assert.Equal((null, true), ((await one()).Error, late!.Done));
        Assert.Equal([ChangeState.Done, ChangeState.Skipped], Outcomes());
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId, LinkKind.Officer)]
    [InlineData(LinkBy.MisValue, LinkKind.Organisation)]
    public async Task The_same_link_after_one_another_is_done_once_and_undoing_the_second_run_takes_nothing_away(LinkBy by, LinkKind kind)
    {
        Connect(by);
        var (one, other) = (await PlanAsync(_first, kind, 1), await PlanAsync(_second, kind, 1));

        Assert.True((await one()).Done);
        var late = await other();

        Assert.Equal((null, true), (late.Error, late.Done));
        Assert.Equal([ChangeState.Done, ChangeState.Skipped], Outcomes());
        var (done, skipped) = (Row(ChangeState.Done), Row(ChangeState.Skipped));
        Assert.Equal($"Run {done.RunId} had made it already.", skipped.Error);
        Assert.DoesNotContain(_first.Session.Cache.Journal.Read(new(skipped.RunId)), row => row.State == ChangeState.Done);
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId, LinkKind.Officer)]
    [InlineData(LinkBy.MisValue, LinkKind.Officer)]
    public async Task Of_two_runs_that_send_the_same_value_one_has_made_it(LinkBy by, LinkKind kind)
    {
        Connect(by);
        var (one, other) = (await PlanAsync(_first, kind, 1), await PlanAsync(_second, kind, 1));
        LinkResult? late = null;
        var asked = false;
        // The first has read the record and found it empty: the second does all its work before the first one's write leaves.
        _first.PicsWeb.OnCall = _first.Onefile.OnCall = async call =>
        {
            if (asked || !call.StartsWith("write", StringComparison.Ordinal))
                return;
            asked = true;
            _first.PicsWeb.OnCall = _first.Onefile.OnCall = _ => Task.CompletedTask;
            late = await other();
        };

        var early = await one();

        Assert.Equal((true, true), (early.Done, late!.Done));
        Assert.Single(Outcomes(), ChangeState.Done);
        Assert.Equal(1, Holders(by, kind));
        Assert.Empty(_first.Session.Cache.Journal.Open());
    }

    // The first run has its intent in the journal and waits; the second links, and takes its link back, before the first one looks at the record.
    [Fact]
    public async Task What_another_run_made_and_took_back_meanwhile_is_this_runs_own_change()
    {
        var (one, other) = (await PlanAsync(_first, LinkKind.Officer, 1), await PlanAsync(_second, LinkKind.Officer, 1));
        var asked = false;
        _first.PicsWeb.OnCall = async call =>
        {
            if (asked || !call.StartsWith("read", StringComparison.Ordinal))
                return;
            asked = true;
            _first.PicsWeb.OnCall = _ => Task.CompletedTask;
            await other();
            await _second.RemoveAsync("O1");
        };

        Assert.True((await one()).Done);

        Assert.True(asked);
        Assert.Equal([ChangeState.Done, ChangeState.Done, ChangeState.Done], Outcomes());
        Assert.Equal(1, Holders(LinkBy.AdditionalId, LinkKind.Officer));
    }

    // The second run was planned before the first one wrote, and ends between its intent and its look: recovery finds the value.
    [Theory]
    [InlineData(LinkBy.AdditionalId, LinkKind.Organisation)]
    [InlineData(LinkBy.MisValue, LinkKind.Officer)]
    public async Task What_a_killed_run_planned_before_another_made_it_is_that_other_runs_alone(LinkBy by, LinkKind kind)
    {
        Connect(by);
        var (one, other) = (await PlanAsync(_first, kind, 1), await PlanAsync(_second, kind, 1));
        Assert.True((await one()).Done);
        KillSecondOn("read");

        await Assert.ThrowsAsync<InvalidOperationException>(() => other());
        await SettleAsync(kind);

        Assert.Single(Outcomes(), ChangeState.Done);
        Assert.Empty(_first.Session.Cache.Journal.Open());
    }

    // A person has taken the first link off, and the second run is killed after its write: the link that stands is its own.
    [Theory]
    [InlineData(LinkBy.AdditionalId)]
    [InlineData(LinkBy.MisValue)]
    public async Task What_a_killed_run_wrote_after_a_person_had_taken_it_off_is_its_own_change(LinkBy by)
    {
        Connect(by);
        await (await PlanAsync(_first, LinkKind.Officer, 1))();
        _first.Edit("O1", null);
        _first.EditAssessor("11", row => row with { MisId = null });
        var other = await PlanAsync(_second, LinkKind.Officer, 1);
        var written = false;
        KillSecondOn("read", after: call => written |= call.StartsWith("write", StringComparison.Ordinal));

        await Assert.ThrowsAsync<InvalidOperationException>(() => other());
        await SettleAsync(LinkKind.Officer);

        Assert.True(written);
        Assert.Equal([ChangeState.Done, ChangeState.Done], Outcomes());
        Assert.Equal(1, Holders(by, LinkKind.Officer));
    }

    [Fact]
    public async Task What_another_run_makes_anew_while_this_one_looks_is_that_other_runs()
    {
        await (await PlanAsync(_first, LinkKind.Officer, 1))();
        _first.Edit("O1", null);
        var (one, other) = (await PlanAsync(_first, LinkKind.Officer, 1), await PlanAsync(_second, LinkKind.Officer, 1));
        var looked = false;
        _second.PicsWeb.OnCall = async call =>
        {
            if (looked || !call.StartsWith("read", StringComparison.Ordinal))
                return;
            looked = true;
            await one();
        };

        Assert.True((await other()).Done);

        Assert.True(looked);
        Assert.Equal([ChangeState.Done, ChangeState.Done, ChangeState.Skipped], Outcomes());
    }

    [Fact]
    public async Task A_stop_while_it_is_looked_at_what_another_run_made_is_written_down()
    {
        var (one, other) = (await PlanAsync(_first, LinkKind.Officer, 1), await PlanAsync(_second, LinkKind.Officer, 1));
        await one();
        _second.PicsWeb.OnCall = _ =>
        {
            _second.Stop();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other());

        Assert.Equal([ChangeState.Done, ChangeState.Skipped], Outcomes());
        Assert.Empty(_first.Session.Cache.Journal.Open());
    }

    [Fact]
    public async Task Of_two_undos_at_once_one_is_named_as_the_one_that_took_the_run_back()
    {
        await (await PlanAsync(_first, LinkKind.Officer, 1))();
        var run = _first.Journal[^1].RunId;
        var plans = (
            First: await _first.Session.Undo.PlanAsync(run, null, _first.Run),
            Second: await _second.Session.Undo.PlanAsync(run, null, _second.Run)
        );

        await _first.Session.UndoRunner.ApplyAsync("Undo-LinkChange", plans.First, plans.First.Items, _first.Run);
        await _second.Session.UndoRunner.ApplyAsync("Undo-LinkChange", plans.Second, plans.Second.Items, _second.Run);

        var mark = Assert.Single(_first.Journal, row => row.State == ChangeState.Undone);
        var undo = Assert.Single(_first.Journal, row => row.State == ChangeState.Done && row.RunId != run);
        Assert.Equal($"Undone by run {undo.RunId}.", mark.Reason);
    }

    [Fact]
    public async Task A_value_that_was_taken_away_since_and_is_written_again_is_a_change_of_its_own()
    {
        await (await PlanAsync(_first, LinkKind.Officer, 1))();
        _first.Edit("O1", null);

        Assert.True((await (await PlanAsync(_second, LinkKind.Officer, 1))()).Done);

        Assert.Equal([ChangeState.Done, ChangeState.Done], Outcomes());
    }

    [Fact]
    public async Task What_a_person_took_off_by_hand_is_free_again()
    {
        await (await PlanAsync(_first, LinkKind.Officer, 1))();
        _first.Edit("O1", null);

        Assert.Null((await (await PlanAsync(_second, LinkKind.Officer, 2))()).Error);
    }

    [Fact]
    public async Task Somebody_who_has_left_keeps_an_ID_from_nobody()
    {
        await (await PlanAsync(_first, LinkKind.Officer, 1))();
        _first.PicsWeb.Officers[0] = _first.PicsWeb.Officers[0] with { Status = "Left" };

        Assert.Null((await (await PlanAsync(_second, LinkKind.Officer, 2))()).Error);
    }

    [Fact]
    public async Task What_a_stopped_run_may_still_have_on_its_way_stands_until_it_cannot_arrive_any_more()
    {
        var one = await PlanAsync(_first, LinkKind.Officer, 1);
        OnFirstWrite(StopFirst);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one());

        var tooEarly = (await (await PlanAsync(_second, LinkKind.Officer, 2))()).Error!;
        _first.Clock.Move(TimeSpan.FromMinutes(2));

        Assert.Equal(ErrorKinds.ValueClaimed, tooEarly.Kind);
        Assert.Contains("ended a moment ago", tooEarly.Message, StringComparison.Ordinal);
        Assert.Null((await (await PlanAsync(_second, LinkKind.Officer, 2))()).Error);
    }

    [Fact]
    public async Task What_a_stopped_run_had_written_is_settled_by_the_next_one_at_once()
    {
        var one = await PlanAsync(_first, LinkKind.Officer, 1);
        var written = false;
        _first.PicsWeb.OnCall = call =>
        {
            written |= call.StartsWith("write", StringComparison.Ordinal);
            return written && call.StartsWith("read", StringComparison.Ordinal) ? StopFirst() : Task.CompletedTask;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one());
        _first.PicsWeb.OnCall = _ => Task.CompletedTask;
        Assert.Single(_second.Session.Cache.Journal.Open());

        await _second.Links.RecoverAndTakeSnapshotAsync(LinkKind.Officer, Freshness.WhenOld, _second.Run);

        Assert.Empty(_second.Session.Cache.Journal.Open());
        Assert.Equal((ChangeState.Done, "11"), (_second.Journal[^1].State, Assert.Single(_second.Ledger.Links(LinkKind.Officer)).OnefileId));
    }

    [Fact]
    public async Task A_bulk_run_that_was_stopped_leaves_open_only_what_may_still_arrive_and_that_for_two_minutes_at_most()
    {
        foreach (var number in Enumerable.Range(100, 80))
            _first.With(Officer($"N{number}"), Assessor($"{number}"));
        var snapshot = await _first.ReadAsync();
        var items = LinkPlanner.Plan(
            snapshot,
            [.. Enumerable.Range(100, 80).Select(number => new LinkRequest(LinkKind.Officer, $"N{number}", $"{number}"))],
            _first.Links.Options(Confidence.Certain, false, null)
        );
        _first.PicsWeb.OnCall = call => call.StartsWith("write Officer kN150", StringComparison.Ordinal) ? StopFirst() : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _first.Links.ApplyAsync("Set-OfficerLink", snapshot, items, _first.Run));
        _first.PicsWeb.OnCall = _ => Task.CompletedTask;
        var left = _second.Session.Cache.Journal.Open().Count;

        await _second.Links.RecoverAndTakeSnapshotAsync(LinkKind.Officer, Freshness.WhenOld, _second.Run);
        var still = _second.Session.Cache.Journal.Open();
        _second.Clock.Move(TimeSpan.FromMinutes(2));
        await _second.Links.RecoverAndTakeSnapshotAsync(LinkKind.Officer, Freshness.WhenOld, _second.Run);

        Assert.True(left > still.Count, $"{left} were left open, {still.Count} still are");
        Assert.All(still, intent =>
            Assert.True(string.IsNullOrEmpty(_first.PicsWeb.Officers.Find(row => row.OfficerIdent == intent.Key)!.AdditionalId), intent.Key)
        );
        Assert.Empty(_second.Session.Cache.Journal.Open());
    }

    [Fact]
    public async Task A_run_that_is_under_way_is_not_settled_by_another()
    {
        var one = await PlanAsync(_first, LinkKind.Officer, 1);
        OnFirstWrite(() => _second.Links.RecoverAndTakeSnapshotAsync(LinkKind.Officer, Freshness.WhenOld, _second.Run));

        Assert.Null((await one()).Error);

        Assert.Equal([ChangeState.Intended, ChangeState.Done], _first.Journal.Select(row => row.State));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(-400)]
    public async Task A_clock_that_jumps_neither_lets_a_live_claim_go_nor_lets_it_stand_for_ever(int days)
    {
        var (one, other) = (await PlanAsync(_first, LinkKind.Officer, 1), await PlanAsync(_second, LinkKind.Officer, 2));
        LinkResult? late = null;
        OnFirstWrite(async () =>
        {
            _first.Clock.Move(TimeSpan.FromDays(days));
            late = await other();
            await StopFirst();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one());
        Assert.Equal(ErrorKinds.ValueClaimed, late?.Error?.Kind);

        _first.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Null((await (await PlanAsync(_second, LinkKind.Officer, 2))()).Error);
    }

    [Fact]
    public async Task A_claim_from_when_the_clock_was_400_days_ahead_blocks_nobody_once_it_is_right()
    {
        _first.Clock.Move(TimeSpan.FromDays(400));
        var one = await PlanAsync(_first, LinkKind.Officer, 1);
        OnFirstWrite(StopFirst);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one());
        _first.Clock.Move(TimeSpan.FromDays(-400));

        Assert.Null((await (await PlanAsync(_second, LinkKind.Officer, 2))()).Error);
        Assert.Empty(_second.Session.Cache.Journal.Open());
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId)]
    [InlineData(LinkBy.MisValue)]
    public async Task What_came_from_another_computer_meanwhile_is_found_in_the_same_run_and_said(LinkBy by)
    {
        Connect(by);
        var one = await PlanAsync(_first, LinkKind.Officer, 1);
        OnFirstWrite(() =>
        {
            _first.Edit("O2", by == LinkBy.AdditionalId ? "11" : null);
            _first.EditAssessor("12", row => row with { MisId = by == LinkBy.MisValue ? "O1" : null });
            return Task.CompletedTask;
        });

        var result = await one();

        Assert.Equal((ErrorKinds.ValueHeldTwice, true), (result.Error?.Kind, result.Done));
        Assert.Contains(by == LinkBy.AdditionalId ? "Officer O2" : "Assessor 12", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(ChangeState.Done, _first.Journal[^1].State);
    }

    [Fact]
    public async Task In_bulk_the_rows_that_read_the_writes_back_show_it_and_no_listing_is_added()
    {
        foreach (var number in Enumerable.Range(100, 40))
            _first.With(Officer($"N{number}"), Assessor($"{number}"));
        var snapshot = await _first.ReadAsync();
        var items = LinkPlanner.Plan(
            snapshot,
            [.. Enumerable.Range(100, 40).Select(number => new LinkRequest(LinkKind.Officer, $"N{number}", $"{number}"))],
            _first.Links.Options(Confidence.Certain, false, null)
        );
        OnFirstWrite(() =>
        {
            _first.Edit("O2", "130");
            return Task.CompletedTask;
        });

        var results = await _first.Links.ApplyAsync("Set-OfficerLink", snapshot, items, _first.Run);

        Assert.Equal(
            ("130", ErrorKinds.ValueHeldTwice),
            (Assert.Single(results, result => result.Error is not null).Item.Request.OnefileId, results[30].Error!.Kind)
        );
        // One for the block, and one for the first change, which was read back singly.
        Assert.Equal(2, _first.PicsWeb.Calls.Count(call => call == "list Officer"));
    }

    [Fact]
    public async Task Where_rows_show_no_MIS_Value_it_is_said_that_nobody_could_look()
    {
        Connect(LinkBy.MisValue);
        _first.Onefile.BareRows = true;

        Assert.Null((await (await PlanAsync(_first, LinkKind.Organisation, 1))()).Error);

        Assert.Contains(_first.Log.Everything, line => line.Contains("could not be checked", StringComparison.Ordinal));
    }

    private static (Provider First, Provider Second) Pair(LinkBy by)
    {
        var first = new Provider(by).With(
            Officer("O1"),
            Officer("O2"),
            Assessor("11"),
            Assessor("12"),
            Organisation("P1"),
            Organisation("P2"),
            Placement("21"),
            Placement("22")
        );
        return (first, new Provider(by, beside: first));
    }

    private void Connect(LinkBy by)
    {
        if (by == LinkBy.AdditionalId)
            return;
        Dispose();
        (_first, _second) = Pair(by);
    }

    /// <summary>
    /// Plans now and answers what carries the plan out later. By Additional ID two officers are to get account 11, by MIS Value two accounts the officer O1.
    /// </summary>
    private static Task<Func<Task<LinkResult>>> PlanAsync(Provider provider, LinkKind kind, int number)
    {
        var (ident, id) = kind == LinkKind.Officer ? ("O", "1") : ("P", "2");
        return provider.Session.Workspace.LinkBy == LinkBy.AdditionalId
            ? PlanAsync(provider, kind, $"{ident}{number}", $"{id}1")
            : PlanAsync(provider, kind, $"{ident}1", $"{id}{number}");
    }

    private static async Task<Func<Task<LinkResult>>> PlanAsync(Provider provider, LinkKind kind, string ident, string onefileId)
    {
        var snapshot = await provider.ReadAsync(Freshness.Always, kind);
        var items = LinkPlanner.Plan(snapshot, [new LinkRequest(kind, ident, onefileId)], provider.Links.Options(Confidence.Certain, false, null));
        Assert.NotNull(Assert.Single(items).Change);
        return async () => Assert.Single(await provider.Links.ApplyAsync("Set-OfficerLink", snapshot, items, provider.Run));
    }

    /// <summary>Happens once, when the first write has arrived and is not kept yet.</summary>
    private void OnFirstWrite(Func<Task> what)
    {
        var seen = false;
        _first.PicsWeb.OnCall = _first.Onefile.OnCall = call =>
        {
            if (seen || !call.StartsWith("write", StringComparison.Ordinal))
                return Task.CompletedTask;
            seen = true;
            return what();
        };
    }

    /// <summary>The second run ends as a killed process does, at a call that begins so: it writes nothing more down.</summary>
    private void KillSecondOn(string kindOfCall, Func<string, bool>? after = null) =>
        _second.PicsWeb.OnCall = _second.Onefile.OnCall = call =>
            (after?.Invoke(call) ?? true) && call.StartsWith(kindOfCall, StringComparison.Ordinal)
                ? throw new InvalidOperationException("Killed.")
                : Task.CompletedTask;

    private async Task SettleAsync(LinkKind kind)
    {
        _second.PicsWeb.OnCall = _second.Onefile.OnCall = _ => Task.CompletedTask;
        _first.Clock.Move(TimeSpan.FromMinutes(10));
        await _first.Links.RecoverAndTakeSnapshotAsync(kind, Freshness.WhenOld, _first.Run);
    }

    private Task StopFirst()
    {
        _first.Stop();
        return Task.FromCanceled(_first.Run.Cancellation);
    }

    private ChangeState[] Outcomes() =>
        [.. _first.Session.Cache.Journal.Read(new()).Select(row => row.State).Where(state => state != ChangeState.Intended).Order()];

    private Change Row(ChangeState state) => Assert.Single(_first.Session.Cache.Journal.Read(new()), row => row.State == state);

    private int Holders(LinkBy by, LinkKind kind) =>
        (by, kind) switch
        {
            (LinkBy.AdditionalId, LinkKind.Officer) => _first.PicsWeb.Officers.Count(row => row.AdditionalId == "11"),
            (LinkBy.AdditionalId, _) => _first.PicsWeb.Organisations.Count(row => row.AdditionalId == "21"),
            (_, LinkKind.Officer) => _first.Onefile.Assessors.Count(row => row.MisId == "O1"),
            _ => _first.Onefile.Placements.Count(row => row.MisId == "P1"),
        };
}
