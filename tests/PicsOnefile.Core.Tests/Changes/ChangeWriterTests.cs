using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

public sealed class ChangeWriterTests : IDisposable
{
    private readonly ChangeRun _run = new();

    public void Dispose() => _run.Dispose();

    private async Task<ChangeOutcome> OneAsync(PlannedChange change) => Assert.Single(await _run.ApplyAsync(change));

    [Fact]
    public async Task A_change_is_intended_compared_written_read_back_and_settled_in_this_order()
    {
        var change = _run.Change("A");
        _run.System.OnRead = _ => Task.Run(() => Assert.Equal(ChangeState.Intended, _run.Journalled["A"]));

        var outcome = await OneAsync(change);

        Assert.Equal((ChangeState.Done, null), (outcome.State, outcome.Error));
        Assert.Equal(["read A", "write A=4711", "read A"], _run.System.Calls);
        Assert.Equal([ChangeState.Intended, ChangeState.Done], _run.Journal.Read(new()).Select(row => row.State));
    }

    [Fact]
    public async Task The_journal_keeps_what_a_change_was_about()
    {
        await OneAsync(_run.Change("A", from: "1", to: "2") with { Ident = "0012", CentreId = "7", Reason = "Certain, score 98" });

        var row = _run.Journal.Read(new())[^1];
        Assert.Equal(
            ("Officer", "A", "AdditionalId", "1", "2", "0012", "7", "Certain, score 98"),
            (row.Kind, row.Key, row.Field, row.OldValue, row.NewValue, row.Ident, row.CentreId, row.Reason)
        );
        Assert.Equal((_run.RunId, OnefileEnvironment.Live), (row.RunId, row.Environment));
    }

    [Fact]
    public async Task A_value_that_somebody_changed_since_the_plan_is_a_conflict_and_stays()
    {
        var change = _run.Change("A", from: "1");
        _run.System["A"] = "somebody's";

        var outcome = await OneAsync(change);

        Assert.Equal((ChangeState.Conflict, "ValueChanged"), (outcome.State, outcome.Error!.Kind.Id));
        Assert.Equal("somebody's", _run.System["A"]);
        Assert.Equal(ChangeState.Conflict, _run.Journalled["A"]);
    }

    [Fact]
    public async Task A_value_that_somebody_changes_while_a_bulk_run_is_under_way_is_not_overwritten()
    {
        var plan = _run.Changes(40);
        _run.System.OnWritten = id =>
        {
            if (id == "1")
                _run.System["40"] = "somebody's";
            return Task.CompletedTask;
        };

        var outcomes = await _run.ApplyAsync(plan);

        Assert.Equal(ChangeState.Conflict, outcomes[39].State);
        Assert.Equal("somebody's", _run.System["40"]);
        Assert.All(outcomes.Take(39), outcome => Assert.Equal(ChangeState.Done, outcome.State));
    }

    [Fact]
    public async Task A_value_that_an_ended_run_put_there_unseen_is_done_once_and_by_that_run()
    {
        var change = _run.Change("A");
        var ended = _run.Journal.BeginRun("Set-OfficerLink");
        _run.Journal.Claims.AcquireLease(ended).Dispose();
        _run.Journal.Append([change.Row(ended, "earlier", OnefileEnvironment.Live) with { State = ChangeState.Intended }]);
        _run.System["A"] = "4711";

        Assert.Equal(ChangeState.Done, (await OneAsync(change)).State);

        Assert.Equal(ended, Assert.Single(_run.Journal.Read(new()), row => row.State == ChangeState.Done).RunId);
        Assert.Contains(ended, Assert.Single(_run.Journal.Read(new()), row => row.State == ChangeState.Skipped).Error);
        Assert.Empty(_run.Journal.Open());
    }

    [Fact]
    public async Task A_value_that_is_there_already_is_done_without_writing()
    {
        var change = _run.Change("A");
        _run.System["A"] = "4711";

        Assert.Equal(ChangeState.Done, (await OneAsync(change)).State);
        Assert.Equal(["read A"], _run.System.Calls);
    }

    [Fact]
    public async Task A_blank_that_is_to_be_taken_away_is_taken_away()
    {
        var outcome = await OneAsync(_run.Change("A", from: "196AS ", to: "196AS"));

        Assert.Equal((ChangeState.Done, "196AS"), (outcome.State, _run.System["A"]));
    }

    [Fact]
    public async Task A_blank_that_a_system_puts_back_is_not_done()
    {
        _run.System.OnWritten = id =>
        {
            _run.System[id] = "196AS ";
            return Task.CompletedTask;
        };

        Assert.Equal(ChangeState.Failed, (await OneAsync(_run.Change("A", from: "196AS ", to: "196AS"))).State);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing_and_notices_another_value()
    {
        var same = _run.Change("A", from: "SA-1", to: "SA-1");
        _run.System["A"] = "SA-1 ";
        var other = _run.Change("B", from: "SA-1", to: "SA-1");
        _run.System["B"] = "2";

        Assert.Equal([ChangeState.Done, ChangeState.Conflict], (await _run.ApplyAsync(same, other)).Select(outcome => outcome.State));
        Assert.Empty(_run.System.Writes);
    }

    [Fact]
    public async Task A_record_that_is_gone_fails_without_writing()
    {
        var change = _run.Change("A");
        _run.System.Delete("A");

        var outcome = await OneAsync(change);

        Assert.Equal((ChangeState.Failed, "RecordUnknown"), (outcome.State, outcome.Error!.Kind.Id));
        Assert.Empty(_run.System.Writes);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_done_when_reading_back_shows_it()
    {
        _run.System.OnWritten = _ => throw ChangeRun.TimedOut;

        var outcome = await OneAsync(_run.Change("A"));

        Assert.Equal((ChangeState.Done, null), (outcome.State, outcome.Error));
        Assert.Equal(ChangeState.Done, _run.Journalled["A"]);
    }

    [Fact]
    public async Task A_write_that_was_refused_fails_with_the_systems_own_words()
    {
        _run.System.OnWrite = _ => throw ErrorKinds.PicsWebRefused.For("A", "Additional ID is too long.");

        var outcome = await OneAsync(_run.Change("A"));

        Assert.Equal((ChangeState.Failed, "PicsWebRefused"), (outcome.State, outcome.Error!.Kind.Id));
        Assert.Equal("Additional ID is too long.", _run.Journal.Read(new())[^1].Error);
    }

    [Fact]
    public async Task A_record_that_somebody_saved_at_the_same_moment_is_a_conflict()
    {
        _run.System.OnWrite = _ => throw ErrorKinds.PicsWebChangedMeanwhile.For("A", "412");

        Assert.Equal(ChangeState.Conflict, (await OneAsync(_run.Change("A"))).State);
    }

    [Fact]
    public async Task A_value_that_is_not_there_when_read_back_is_not_done()
    {
        _run.System.OnWritten = id =>
        {
            _run.System[id] = "47";
            return Task.CompletedTask;
        };

        var outcome = await OneAsync(_run.Change("A"));

        Assert.Equal((ChangeState.Failed, "NotWritten"), (outcome.State, outcome.Error!.Kind.Id));
        Assert.Contains("'47' after '4711'", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_after_which_the_system_cannot_be_asked_stays_open_in_the_journal()
    {
        _run.System.OnWritten = _ =>
        {
            _run.System.OnRead = _ => throw ChangeRun.TimedOut;
            return Task.CompletedTask;
        };

        var outcome = await OneAsync(_run.Change("A"));

        Assert.Equal((ChangeState.Intended, "TimedOut"), (outcome.State, outcome.Error!.Kind.Id));
        Assert.Equal("A", Assert.Single(_run.Journal.Open()).Key);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_before_fails_without_writing()
    {
        _run.System.OnRead = _ => throw ChangeRun.TimedOut;

        Assert.Equal(ChangeState.Failed, (await OneAsync(_run.Change("A"))).State);
        Assert.Empty(_run.System.Writes);
        Assert.Empty(_run.Journal.Open());
    }
}
