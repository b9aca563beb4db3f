using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Integration;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Integration;

/// <summary>Two sessions on one cache file switch the integration: the journal calls each setting done once, whichever run looks or writes first.</summary>
public sealed class TwoSwitchesAtOnceTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly SwitchGiven _given = new();
    private readonly PicsOnefileSession _first;
    private readonly PicsOnefileSession _second;

    public TwoSwitchesAtOnceTests() => (_first, _second) = (_given.Open(_folder.Open()), _given.Open(_folder.Open()));

    public void Dispose()
    {
        _second.Dispose();
        _first.Dispose();
        _given.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_runs_that_send_the_same_settings_one_has_made_them(bool withToken)
    {
        var (one, other) = (await PlanAsync(_first, withToken), await PlanAsync(_second, withToken));
        SyncOutcome? late = null;
        // The first has read the settings of before: the second does all its work before the first one's write arrives.
        _given.BeforeSaving = Once(async () => late = await _second.Switch.ApplyAsync(other, RunContext.Silent));

        var early = await _first.Switch.ApplyAsync(one, RunContext.Silent);

        Assert.Equal((true, true), (early.Settings!.IntegrationEnabled, late!.Settings!.IntegrationEnabled));
        AssertDoneOnce(one);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_that_another_run_has_just_sent_are_that_runs(bool withToken)
    {
        var (one, other) = (await PlanAsync(_first, withToken), await PlanAsync(_second, withToken));
        SyncOutcome? late = null;
        _given.WhenSaved = Once(async () => late = await _second.Switch.ApplyAsync(other, RunContext.Silent));

        await _first.Switch.ApplyAsync(one, RunContext.Silent);

        Assert.True(late!.Settings!.IntegrationEnabled);
        AssertDoneOnce(one);
        Assert.Equal(Rows()[0].RunId, Assert.Single(Rows(), row => row is { Field: "IntegrationEnabled", State: ChangeState.Done }).RunId);
    }

    [Fact]
    public async Task The_same_settings_after_one_another_are_done_once_and_nothing_is_sent_again()
    {
        var (one, other) = (await PlanAsync(_first, withToken: false), await PlanAsync(_second, withToken: false));
        var sent = 0;
        _given.BeforeSaving = () => Task.FromResult(sent++);

        await _first.Switch.ApplyAsync(one, RunContext.Silent);
        await _second.Switch.ApplyAsync(other, RunContext.Silent);

        Assert.Equal(1, sent);
        AssertDoneOnce(one);
    }

    [Fact]
    public async Task A_switch_that_was_put_back_since_and_is_thrown_again_is_a_change_of_its_own()
    {
        await _first.Switch.ApplyAsync(await PlanAsync(_first, withToken: false), RunContext.Silent);
        await _second.Switch.ApplyAsync(await _second.Switch.PlanDisableAsync(null, RunContext.Silent), RunContext.Silent);
        await _first.Switch.ApplyAsync(await PlanAsync(_first, withToken: false), RunContext.Silent);

        Assert.Equal(
            ["True", "False", "True"],
            Rows().Where(row => row is { Field: "IntegrationEnabled", State: ChangeState.Done }).Select(row => row.NewValue)
        );
        Assert.DoesNotContain(Rows(), row => row.State == ChangeState.Skipped);
    }

    private static Task<SyncPlan> PlanAsync(PicsOnefileSession session, bool withToken) =>
        session.Switch.PlanEnableAsync(
            new SyncSettings { HandOverCustomerToken = withToken, Environment = OnefileEnvironment.Live },
            [],
            force: false,
            null,
            RunContext.Silent
        );

    private static Func<Task> Once(Func<Task> work)
    {
        var next = work;
        return () =>
        {
            var now = next;
            next = () => Task.CompletedTask;
            return now();
        };
    }

    private void AssertDoneOnce(SyncPlan plan)
    {
        Assert.Empty(_first.Cache.Journal.Open());
        foreach (var field in plan.Changes.Select(change => change.Field))
        {
            var done = Assert.Single(Rows(), row => row.Field == field && row.State == ChangeState.Done);
            var skipped = Assert.Single(Rows(), row => row.Field == field && row.State == ChangeState.Skipped);
            Assert.Equal($"Run {done.RunId} had made it already.", skipped.Error);
        }
    }

    private IReadOnlyList<Change> Rows() => _first.Cache.Journal.Read(new());
}
