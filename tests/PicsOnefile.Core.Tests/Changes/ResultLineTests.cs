using PicsOnefile.Changes;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>The one line in which a bulk command says what it did.</summary>
public sealed class ResultLineTests
{
    private const string Run = "20261129T134300123Z-b7c1d2";

    private readonly RunTally _tally = new();

    [Fact]
    public void It_counts_what_was_done_and_what_was_not_and_names_the_run()
    {
        Agree(40);
        _tally.Begin(Run);
        _tally.Conclude(ResultKind.Done, 38);
        _tally.Conclude(ResultKind.Waiting, 2);
        _tally.Count(ResultKind.Undecided, 16);
        Assert.Equal($"38 linked, 16 undecided, 0 refused, 0 conflicts, 2 waiting for a person; run {Run}", ResultLine.For(_tally, ResultForm.Link));
    }

    [Fact]
    public void Where_everything_was_so_before_it_says_nothing_else()
    {
        _tally.Count(ResultKind.Already, 38);
        Assert.Equal("0 linked, 38 already linked", ResultLine.For(_tally, ResultForm.Link));
    }

    [Fact]
    public void Nothing_at_all_is_a_zero() => Assert.Equal("0 undone", ResultLine.For(_tally, ResultForm.Undo));

    [Fact]
    public void With_WhatIf_it_is_a_total()
    {
        _tally.Count(ResultKind.Would, 38);
        _tally.Count(ResultKind.Refused);
        Assert.Equal("What if: 38 would be set, 1 refused", ResultLine.For(_tally, ResultForm.Reference, isWhatIf: true));
    }

    [Fact]
    public void A_command_that_is_stopped_says_what_it_did_and_that_the_rest_was_not_done()
    {
        Agree(38);
        _tally.Begin(Run);
        _tally.Conclude(ResultKind.Done, 12);
        _tally.Conclude(ChangeState.Skipped);
        _tally.Conclude(ResultKind.Open, 3);
        Assert.Equal(
            $"Stopped: 12 linked, 0 refused, 0 conflicts, 23 not done, 3 sent and not confirmed yet; run {Run}",
            ResultLine.For(_tally, ResultForm.Link, isStopped: true)
        );
    }

    [Theory]
    [InlineData(ChangeState.Done, "1 linked, 0 refused, 0 conflicts")]
    [InlineData(ChangeState.Conflict, "0 linked, 0 refused, 1 conflict")]
    [InlineData(ChangeState.Failed, "0 linked, 0 refused, 0 conflicts, 1 failed")]
    [InlineData(ChangeState.Skipped, "0 linked, 0 refused, 0 conflicts, 1 not done")]
    [InlineData(ChangeState.Intended, "0 linked, 0 refused, 0 conflicts, 1 sent and not confirmed yet")]
    public void Every_outcome_is_counted_once(ChangeState state, string line)
    {
        Agree(1);
        _tally.Begin(Run);
        _tally.Conclude(state);
        Assert.Equal($"{line}; run {Run}", ResultLine.For(_tally, ResultForm.Link));
    }

    [Fact]
    public void A_change_that_another_run_had_made_was_so_before()
    {
        Agree(1);
        _tally.Begin(Run);
        _tally.Conclude(ChangeState.Done, isAnothers: true);
        Assert.StartsWith("0 linked, 1 already linked,", ResultLine.For(_tally, ResultForm.Link));
    }

    [Fact]
    public void A_refresh_shows_its_zeros_and_an_exclusion_is_the_main_thing_of_its_command()
    {
        _tally.Count(ResultKind.Done, 231);
        Assert.Equal("231 learning aims read, 0 added, 0 removed, 0 renamed", ResultLine.For(_tally, ResultForm.Refresh));
        var decided = new RunTally();
        decided.Conclude(ResultKind.Excluded, 3);
        Assert.Equal("3 excluded", ResultLine.For(decided, ResultForm.Exclude));
        Assert.Equal("0 linked, 3 excluded", ResultLine.For(decided, ResultForm.Link));
    }

    [Fact]
    public void Several_runs_are_named_and_many_are_counted()
    {
        foreach (var run in new[] { "a", "b", "b", "c" })
            _tally.Begin(run);
        Assert.EndsWith("; runs a, b, c", ResultLine.For(_tally, ResultForm.Reference));
        _tally.Begin("d");
        Assert.EndsWith("; 4 runs, the last d", ResultLine.For(_tally, ResultForm.Reference));
    }

    private void Agree(int requests)
    {
        for (var at = 0; at < requests; at++)
            _tally.Agree();
    }
}
