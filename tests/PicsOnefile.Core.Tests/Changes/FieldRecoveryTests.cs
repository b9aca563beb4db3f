using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

public sealed class FieldRecoveryTests : IDisposable
{
    private readonly ChangeRun _run = new();

    private readonly ChangedTable _records;

    public FieldRecoveryTests() => _records = new(_run.System);

    public void Dispose() => _run.Dispose();

    /// <summary>An intent whose process ended, and the value that the system holds now.</summary>
    private void Left(
        string key,
        string? now,
        string? old = "1",
        string? wanted = "2",
        OnefileEnvironment environment = OnefileEnvironment.Live,
        string kind = "Officer"
    )
    {
        _run.Journal.Append([
            new Change
            {
                RunId = _run.RunId,
                ChangeId = $"change of {key}",
                Environment = environment,
                Kind = kind,
                Key = key,
                Field = "AdditionalId",
                OldValue = old,
                NewValue = wanted,
                State = ChangeState.Intended,
            },
        ]);
        _run.System[$"id-{key}"] = now;
    }

    private Task<IReadOnlyList<Change>> SettleAsync(TimeSpan? later = null)
    {
        _run.Clock.Move(later ?? TimeSpan.FromMinutes(10));
        return SettleAsync(_run.Context);
    }

    private Task<IReadOnlyList<Change>> SettleAsync(RunContext run) =>
        new Recovery(_run.Journal, OnefileEnvironment.Live).SettleAsync(new FieldRecovery(_records), run);

    private async Task<Change> OneAsync() => Assert.Single(await SettleAsync());

    [Theory]
    [InlineData("2", ChangeState.Done)]
    [InlineData(" 2 ", ChangeState.Done)]
    [InlineData("1", ChangeState.Skipped)]
    [InlineData("3", ChangeState.Conflict)]
    [InlineData(null, ChangeState.Conflict)]
    public async Task What_the_system_holds_now_tells_what_became_of_an_intent(string? now, ChangeState state)
    {
        Left("A", now);

        Assert.Equal(state, (await OneAsync()).State);
        Assert.Equal(state, _run.Journalled["A"]);
        Assert.Empty(_run.Journal.Open());
        Assert.Empty(_run.System.Writes);
    }

    [Fact]
    public async Task An_intent_to_clear_a_value_is_done_when_the_field_is_empty()
    {
        Left("A", now: "", wanted: null);

        Assert.Equal(ChangeState.Done, (await OneAsync()).State);
    }

    [Theory]
    [InlineData("196AS", ChangeState.Done)]
    [InlineData("196AS ", ChangeState.Skipped)]
    public async Task An_intent_to_take_a_blank_away_is_done_to_the_letter_or_not_at_all(string now, ChangeState state)
    {
        Left("A", now, old: "196AS ", wanted: "196AS");

        Assert.Equal(state, (await OneAsync()).State);
    }

    [Fact]
    public async Task An_intent_about_a_record_that_is_gone_has_failed()
    {
        Left("A", now: "1");
        _run.System.Delete("id-A");

        var settled = await OneAsync();

        Assert.Equal(ChangeState.Failed, settled.State);
        Assert.Contains("not there any more", settled.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_belongs_to_the_run_and_the_change_of_its_intent()
    {
        Left("A", now: "2");

        var settled = await OneAsync();

        Assert.Equal((_run.RunId, "change of A"), (settled.RunId, settled.ChangeId));
    }

    [Fact]
    public async Task A_younger_intent_may_belong_to_a_run_that_is_under_way_and_is_left_alone()
    {
        Left("A", now: "2");

        Assert.Empty(await SettleAsync(TimeSpan.FromMinutes(4)));
        Assert.Single(_run.Journal.Open());
        Assert.Empty(_run.System.Calls);
    }

    [Fact]
    public async Task An_intent_of_another_environment_is_left_alone()
    {
        Left("A", now: "2", environment: OnefileEnvironment.Practice);

        Assert.Empty(await SettleAsync());
        Assert.Single(_run.Journal.Open());
    }

    [Theory]
    [InlineData("Integration")]
    [InlineData("SomethingNewer")]
    public async Task An_intent_about_anything_but_a_record_is_left_alone(string kind)
    {
        Left("A", now: "2", kind: kind);

        Assert.Empty(await SettleAsync());
        Assert.Empty(_run.System.Calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_intent_whose_record_has_no_known_key_stays_open(string? recordId)
    {
        Left("A", now: "2");
        _run.Clock.Move(TimeSpan.FromHours(1));

        _records.RecordId = _ => recordId;

        Assert.Empty(await SettleAsync(_run.Context));
        Assert.Single(_run.Journal.Open());
    }

    [Fact]
    public async Task An_intent_that_cannot_be_looked_at_stays_open_with_a_warning_and_the_others_are_settled()
    {
        Left("A", now: "2");
        Left("B", now: "2");
        _run.System.OnRead = id => id == "id-A" ? throw ChangeRun.TimedOut : Task.CompletedTask;

        Assert.Equal("B", (await OneAsync()).Key);
        Assert.Equal("A", Assert.Single(_run.Journal.Open()).Key);
        Assert.Contains(_run.Log.Everything, line => line.Contains("Officer A could not be settled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stays_open_is_told_in_the_customers_words()
    {
        Left("A", now: "2");
        Left("B", now: "2");
        _run.System.OnRead = id => id == "id-A" ? throw ChangeRun.TimedOut : Task.CompletedTask;
        _run.Clock.Move(TimeSpan.FromHours(1));
        var run = new RunContext(_run.Log, default, Terms.From(new Dictionary<string, string> { ["Officer"] = "Member of staff" }));

        _records.RecordId = key => key == "B" ? null : $"id-{key}";

        await SettleAsync(run);
        Assert.Contains(_run.Log.Everything, line => line.Contains("Member of staff A could not be settled", StringComparison.Ordinal));
        Assert.Contains(_run.Log.Everything, line => line.Contains("Member of staff B stays open", StringComparison.Ordinal));
        Assert.Equal(["Officer", "Officer"], _run.Journal.Open().Select(intent => intent.Kind));
    }

    [Fact]
    public async Task A_stop_keeps_what_was_settled_before_it()
    {
        Left("A", now: "2");
        Left("B", now: "2");
        _run.System.OnRead = id => id == "id-B" ? _run.StopAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SettleAsync());

        Assert.Equal("B", Assert.Single(_run.Journal.Open()).Key);
    }

    [Fact]
    public async Task Only_the_kinds_with_something_to_settle_need_their_lists()
    {
        Left("A", now: "2");
        Left("B", now: "2");
        Left("C", now: "2", kind: "Placement", environment: OnefileEnvironment.Beta);
        _run.Clock.Move(TimeSpan.FromMinutes(1));

        await SettleAsync(_run.Context);
        Assert.Empty(_records.ListsRead);
        _run.Clock.Move(TimeSpan.FromMinutes(5));
        await SettleAsync(_run.Context);
        Assert.Equal([RecordKind.Officer], _records.ListsRead);
    }

    [Fact]
    public void What_a_run_made_after_another_had_settled_it_as_not_made_stands_in_the_journal_all_the_same()
    {
        var intent = Assert.Single(
            _run.Journal.Append([
                new Change
                {
                    RunId = _run.RunId,
                    ChangeId = "one",
                    Environment = OnefileEnvironment.Live,
                    Kind = "Officer",
                    Key = "A",
                    Field = "AdditionalId",
                    NewValue = "2",
                    State = ChangeState.Intended,
                },
            ])
        );
        _run.Journal.Append([intent with { State = ChangeState.Skipped }]);

        Recovery.Conclude(_run.Journal, [intent with { State = ChangeState.Done, Reason = "By hand." }]);
        Recovery.Conclude(_run.Journal, [intent with { State = ChangeState.Failed }]);

        var rows = _run.Journal.Read(new PicsOnefile.Cache.JournalFilter());
        Assert.Equal([ChangeState.Intended, ChangeState.Skipped, ChangeState.Intended, ChangeState.Done], rows.Select(row => row.State));
        Assert.Equal((rows[2].ChangeId, "By hand. Another run had taken this one for ended."), (rows[3].ChangeId, rows[3].Reason));
        Assert.NotEqual("one", rows[3].ChangeId);
        Assert.Empty(_run.Journal.Open());
    }
}
