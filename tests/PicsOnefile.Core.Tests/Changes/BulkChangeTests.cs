using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>Many changes in one run, and runs that are stopped.</summary>
public sealed class BulkChangeTests : IDisposable
{
    private readonly ChangeRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_plan_whatever_order_the_answers_came_in()
    {
        var plan = _run.Changes(60);
        var slow = new TaskCompletionSource();
        _run.System.OnWrite = id => id == "2" ? slow.Task : Task.CompletedTask;
        _run.System.OnWritten = id =>
        {
            if (id == "17")
                slow.SetResult();
            return Task.CompletedTask;
        };
        var told = new List<string>();

        var outcomes = await _run.Writer().ApplyAsync(_run.RunId, plan, _run.Context, outcome => told.Add(outcome.Planned.Key));

        Assert.Equal(plan, outcomes.Select(outcome => outcome.Planned));
        Assert.Equal(plan.Select(change => change.Key), told);
    }

    [Fact]
    public async Task Each_outcome_is_in_the_journal_when_it_is_told()
    {
        var plan = _run.Changes(20);

        await _run.Writer().ApplyAsync(_run.RunId, plan, _run.Context, outcome => Assert.Equal(outcome.State, _run.Journalled[outcome.Planned.Key]));

        Assert.Equal(20, _run.Journalled.Count);
    }

    [Fact]
    public async Task Two_changes_of_one_field_are_refused_and_nothing_is_written()
    {
        var change = _run.Change("A");

        await Assert.ThrowsAsync<ArgumentException>(() => _run.ApplyAsync(change, change with { NewValue = "4712" }));

        Assert.Empty(_run.System.Calls);
        Assert.Empty(_run.Journal.Read(new()));
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_open_only_what_was_under_way_and_keeps_the_outcomes_of_the_rest()
    {
        var plan = _run.Changes(40);
        var others = new TaskCompletionSource();
        // Change 5 is being written when Ctrl+C comes; 6 has not been read by then; the others of the block are done.
        _run.System.OnWrite = async id =>
        {
            if (id == "5")
            {
                await others.Task;
                await _run.StopAsync();
            }
        };
        _run.System.OnRead = async id =>
        {
            if (id == "6")
                await Task.Delay(System.Threading.Timeout.Infinite, _run.Context.Cancellation);
            if (id == "17" && _run.System["17"] == "4711")
                others.SetResult();
        };
        var told = new List<string>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _run.Writer().ApplyAsync(_run.RunId, plan, _run.Context, outcome => told.Add(outcome.Planned.Key))
        );

        Assert.Equal("5", Assert.Single(_run.Journal.Open()).Key);
        Assert.Equal(ChangeState.Skipped, _run.Journalled["6"]);
        Assert.Equal(ChangeState.Done, _run.Journalled["7"]);
        Assert.Contains("7", told);
        Assert.DoesNotContain("18", _run.Journalled.Keys);
    }

    [Fact]
    public async Task A_run_that_was_stopped_before_it_began_touches_nothing()
    {
        _ = _run.StopAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run.ApplyAsync(_run.Changes(3)));

        Assert.Empty(_run.System.Calls);
        Assert.Empty(_run.Journal.Read(new()));
    }

    [Fact]
    public async Task A_stop_that_comes_with_the_last_outcome_takes_nothing_back()
    {
        var outcomes = await _run.Writer().ApplyAsync(_run.RunId, _run.Changes(1), _run.Context, _ => _run.StopAsync());

        Assert.Equal(ChangeState.Done, Assert.Single(outcomes).State);
    }

    [Fact]
    public async Task A_defect_in_one_write_does_not_lose_the_outcomes_of_the_others()
    {
        var plan = _run.Changes(10);
        _run.System.OnWrite = id => id == "4" ? throw new InvalidOperationException("a defect") : Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _run.ApplyAsync(plan));

        Assert.Equal("4", Assert.Single(_run.Journal.Open()).Key);
        Assert.Equal(9, _run.Journalled.Values.Count(state => state == ChangeState.Done));
    }
}
