using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>Many changes are read back by listing where that costs fewer calls, and their outcomes mean the same.</summary>
public sealed class ReadingBackByListTests : IDisposable
{
    private const int CallsOfAListing = 6;

    private readonly ChangeRun _run = new();

    public void Dispose() => _run.Dispose();

    private Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(IReadOnlyList<PlannedChange> plan, int? listingCalls = CallsOfAListing) =>
        _run.Writer(listingCalls).ApplyAsync(_run.RunId, plan, _run.Context);

    private int Calls(string what) => _run.System.Calls.Count(call => call.StartsWith(what, StringComparison.Ordinal));

    [Fact]
    public async Task Each_record_is_read_just_before_its_write_and_a_block_is_read_back_by_one_listing()
    {
        var outcomes = await ApplyAsync(_run.Changes(200));

        Assert.All(outcomes, outcome => Assert.Equal((ChangeState.Done, null), (outcome.State, outcome.Error)));
        // 200 reads before and one whole read after the first write; the other 199 in blocks of 64.
        Assert.Equal((201, 200, 4), (Calls("read"), Calls("write"), Calls("list")));
        Assert.Empty(_run.Journal.Open());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(64)]
    public async Task Where_a_listing_is_dearer_or_unknown_every_record_is_read_back_by_itself(int? listingCalls)
    {
        await ApplyAsync(_run.Changes(100), listingCalls);

        Assert.Equal((200, 0), (Calls("read"), Calls("list")));
    }

    [Fact]
    public async Task A_few_changes_are_not_worth_a_listing()
    {
        await ApplyAsync(_run.Changes(7));

        Assert.Equal(0, Calls("list"));
    }

    [Fact]
    public async Task Placements_are_read_back_one_by_one()
    {
        await ApplyAsync(_run.Changes(100, RecordKind.Placement));

        Assert.Equal((200, 0), (Calls("read"), Calls("list")));
    }

    [Fact]
    public async Task Somebody_elses_edit_in_the_middle_is_a_conflict_and_is_not_overwritten()
    {
        var plan = _run.Changes(100);
        _run.System.OnWrite = id =>
        {
            if (id == "20")
                _run.System["70"] = "elsewhere";
            return Task.CompletedTask;
        };

        var outcomes = await ApplyAsync(plan);

        Assert.Equal(("70", ChangeState.Conflict), (Assert.Single(outcomes, outcome => outcome.State != ChangeState.Done).Planned.Key, outcomes[69].State));
        Assert.Equal("elsewhere", _run.System["70"]);
    }

    [Fact]
    public async Task A_value_that_the_list_does_not_show_is_looked_up_before_it_is_judged()
    {
        _run.System.OnList = rows => rows.ToDictionary(row => row.Key, row => row.Key is "30" or "31" ? Blank(row.Value, "AdditionalId") : row.Value);
        var plan = _run.Changes(64);
        // 31 is really not there: a write that was lost on the way, which the server answered with success.
        _run.System.OnWritten = id =>
        {
            if (id == "31")
                _run.System["31"] = null;
            return Task.CompletedTask;
        };

        var outcomes = await ApplyAsync(plan);

        Assert.Equal((ChangeState.Done, ChangeState.Failed), (outcomes[29].State, outcomes[30].State));
        Assert.Equal("NotWritten", outcomes[30].Error!.Kind.Id);
    }

    [Fact]
    public async Task A_record_that_slipped_through_the_pages_is_looked_up()
    {
        _run.System.OnList = rows => rows.Where(row => row.Key != "30").ToDictionary(row => row.Key, row => row.Value);

        Assert.All(await ApplyAsync(_run.Changes(64)), outcome => Assert.Equal(ChangeState.Done, outcome.State));
    }

    [Fact]
    public async Task A_field_that_a_later_write_emptied_is_noticed_from_the_rows_and_nothing_after_the_block_is_touched()
    {
        var plan = _run.Changes(200);
        foreach (var change in plan)
            _run.System[change.Key, "phone"] = "01632 960001";
        _run.System.OnWritten = id =>
        {
            if (id == "30")
                _run.System[id, "phone"] = "";
            return Task.CompletedTask;
        };

        var outcomes = await ApplyAsync(plan);

        Assert.Equal((ChangeState.Done, "FieldsEmptied"), (outcomes[29].State, outcomes[29].Error!.Kind.Id));
        Assert.All(outcomes.Skip(65), outcome => Assert.Equal(ChangeState.Skipped, outcome.State));
        Assert.Equal(65, Calls("write"));
    }

    [Fact]
    public async Task What_rows_do_not_carry_is_no_loss()
    {
        var plan = _run.Changes(100);
        foreach (var change in plan)
            _run.System[change.Key, "phone"] = "01632 960001";
        _run.System.OnList = rows => rows.ToDictionary(row => row.Key, row => Without(row.Value, "phone"));

        Assert.All(await ApplyAsync(plan), outcome => Assert.Null(outcome.Error));
        Assert.Equal(101, Calls("read"));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_leaves_every_record_to_be_read_by_itself()
    {
        _run.System.OnList = _ => throw ChangeRun.TimedOut;

        Assert.All(await ApplyAsync(_run.Changes(150)), outcome => Assert.Equal(ChangeState.Done, outcome.State));
        Assert.Equal(1, Calls("list"));
    }

    [Fact]
    public async Task Where_neither_list_nor_record_can_be_read_the_intents_stay_open()
    {
        var plan = _run.Changes(64);
        _run.System.OnList = _ => throw ChangeRun.TimedOut;
        _run.System.OnRead = id => Calls("list") > 0 ? throw ChangeRun.TimedOut : Task.CompletedTask;

        var outcomes = await ApplyAsync(plan);

        Assert.Equal(63, _run.Journal.Open().Count);
        Assert.All(outcomes.Skip(1), outcome => Assert.Equal(ChangeState.Intended, outcome.State));
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_no_more_open_than_one_block_may_hold()
    {
        var plan = _run.Changes(200);
        _run.System.OnWrite = id => id == "110" ? _run.StopAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApplyAsync(plan));

        Assert.InRange(_run.Journal.Open().Count, 1, 64);
        Assert.All(Enumerable.Range(1, 65), number => Assert.Equal(ChangeState.Done, _run.Journalled[$"{number}"]));
        Assert.DoesNotContain("129", _run.Journalled.Keys);
    }

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_plan_with_conflicts_among_them()
    {
        var plan = _run.Changes(90);
        foreach (var key in new[] { "5", "40", "90" })
            _run.System[key] = "elsewhere";

        Assert.Equal(plan, (await ApplyAsync(plan)).Select(outcome => outcome.Planned));
    }

    [Fact]
    public async Task The_journal_keeps_the_value_before_to_the_letter()
    {
        var change = _run.Change("A", from: " old ") with { OldValue = "old" };

        await _run.ApplyAsync(change);

        Assert.Equal(" old ", _run.Journal.Read(new())[^1].OldValue);
    }

    private static RemoteRecord Blank(RemoteRecord row, string field) => row with { Fields = new Dictionary<string, string?>(row.Fields) { [field] = null } };

    private static RemoteRecord Without(RemoteRecord row, string field) =>
        row with
        {
            Fields = row.Fields.Where(pair => pair.Key != field).ToDictionary(pair => pair.Key, pair => pair.Value),
        };
}
