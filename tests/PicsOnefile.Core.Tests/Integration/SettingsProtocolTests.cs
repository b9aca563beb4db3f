using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Errors;
using PicsOnefile.Integration;
using PicsOnefile.PicsWeb;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Integration;

public class SettingsProtocolTests
{
    [Fact]
    public async Task A_setting_that_somebody_changed_since_the_plan_is_a_conflict_and_nothing_is_written()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync();
        given.Settings = given.Settings with { Environment = OnefileEnvironment.Beta };

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.Switch.ApplyAsync(plan, RunContext.Silent));

        Assert.Equal(ErrorKinds.ValueChanged, failure.Kind);
        Assert.Null(given.Sent);
        Assert.Equal(ChangeState.Conflict, given.Rows.Last(row => row.Field == "Environment").State);
        Assert.Equal(ChangeState.Skipped, given.Rows.Last(row => row.Field == "IntegrationEnabled").State);
    }

    [Fact]
    public async Task A_setting_that_PICSWeb_did_not_take_is_named()
    {
        using var given = new SwitchGiven();
        given.AfterSaving = settings => settings with { VisitType = "Not Specified" };

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync(new SyncSettings { VisitType = "Face to Face" }));

        Assert.Equal(ErrorKinds.SettingUnconfirmed, failure.Kind);
        Assert.Equal("Visit Type for Uploaded Reviews is 'Not Specified' after 'Face to Face' was set.", failure.Message);
        Assert.Equal(
            (ChangeState.Failed, ChangeState.Done),
            (given.Rows.Last(row => row.Field == "VisitType").State, given.Rows.Last(row => row.Field == "IntegrationEnabled").State)
        );
    }

    [Fact]
    public async Task A_setting_that_the_write_emptied_is_named()
    {
        using var given = new SwitchGiven();
        given.AfterSaving = settings => settings with { UploadReviews = null };

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync());

        Assert.Equal(ErrorKinds.SettingUnconfirmed, failure.Kind);
        Assert.Contains("Upload Reviews to OneFile", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_counts_where_the_values_are_there()
    {
        using var given = new SwitchGiven
        {
            Settings = new IntegrationSettings { IntegrationEnabled = true, Environment = OnefileEnvironment.Live },
        };
        var plan = await given.Switch.PlanDisableAsync(null, RunContext.Silent);
        given.AnswerToSaving = ErrorKinds.TimedOut.For("PICSWeb", "No answer.");

        var settings = (await given.Switch.ApplyAsync(plan, RunContext.Silent)).Settings!;

        Assert.False(settings.IntegrationEnabled);
        Assert.Equal(ChangeState.Done, given.Rows.Last().State);
    }

    [Fact]
    public async Task A_token_whose_answer_was_lost_is_not_believed_to_have_arrived()
    {
        using var given = new SwitchGiven { AnswerToSaving = ErrorKinds.TimedOut.For("PICSWeb", "No answer.") };

        Assert.Equal(ErrorKinds.TimedOut, (await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync())).Kind);
        Assert.Equal(ChangeState.Failed, given.Rows.Last(row => row.Field == "CustomerToken").State);
    }

    [Fact]
    public async Task What_cannot_be_read_back_stays_open_and_is_settled_by_the_next_look()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync();
        given
            .PicsWeb.SetupSequence(p => p.GetIntegrationAsync(It.IsAny<RunContext>()))
            .ReturnsAsync(given.Settings)
            .ThrowsAsync(ErrorKinds.HostUnreachable.For("PICSWeb", "Gone."));
        await Assert.ThrowsAsync<PicsOnefileException>(() => given.Switch.ApplyAsync(plan, RunContext.Silent));
        Assert.Equal(3, given.Journal.Object.Open().Count);

        given.Clock.Advance(TimeSpan.FromMinutes(6));
        given.PicsWeb.Setup(p => p.GetIntegrationAsync(It.IsAny<RunContext>())).ReturnsAsync(() => given.Settings);
        await given.Switch.GetAsync(RunContext.Silent);

        Assert.Empty(given.Journal.Object.Open());
        Assert.Equal([ChangeState.Done, ChangeState.Done, ChangeState.Done], given.Rows.Skip(3).Select(row => row.State));
    }

    [Fact]
    public async Task What_an_earlier_run_left_open_is_settled_by_the_next_connection_or_run_whatever_it_is_about()
    {
        using var given = new SwitchGiven();
        given.Rows.Add(
            new Change
            {
                ChangeId = "a",
                Kind = "Integration",
                Field = "UploadReviews",
                OldValue = "False",
                NewValue = "True",
            }
        );

        await given.Session.Changes.RecoverWherePossibleAsync(RunContext.Silent);

        Assert.Equal(ChangeState.Done, given.Rows[^1].State);
        Assert.Empty(given.Journal.Object.Open());
    }

    [Fact]
    public async Task Where_no_setting_is_open_none_is_read()
    {
        using var given = new SwitchGiven();

        await given.Session.Changes.RecoverWherePossibleAsync(RunContext.Silent);

        given.PicsWeb.Verify(p => p.GetIntegrationAsync(It.IsAny<RunContext>()), Times.Never());
    }

    [Fact]
    public async Task An_open_change_that_never_arrived_is_settled_as_not_made()
    {
        using var given = new SwitchGiven();
        given.Rows.Add(
            new Change
            {
                ChangeId = "a",
                Kind = "Integration",
                Field = "IntegrationEnabled",
                OldValue = "False",
                NewValue = "True",
            }
        );
        given.Rows.Add(
            new Change
            {
                ChangeId = "b",
                Kind = "Integration",
                Field = "CustomerToken",
                NewValue = "set",
            }
        );

        await given.Switch.GetAsync(RunContext.Silent);

        Assert.Equal([ChangeState.Skipped, ChangeState.Failed], given.Rows.Skip(2).Select(row => row.State));
    }

    [Fact]
    public async Task A_change_that_another_process_began_a_moment_ago_is_left_to_it()
    {
        using var given = new SwitchGiven();
        given.Rows.Add(
            new Change
            {
                ChangeId = "a",
                Kind = "Integration",
                Field = "IntegrationEnabled",
                NewValue = "True",
                At = given.Clock.GetUtcNow(),
            }
        );

        await given.Switch.GetAsync(RunContext.Silent);

        Assert.Single(given.Rows);
    }

    [Fact]
    public async Task A_third_value_is_settled_as_a_conflict_in_words_of_its_own()
    {
        using var given = new SwitchGiven();
        given.Settings = given.Settings with { VisitType = "Remote Session" };
        given.Rows.Add(
            new Change
            {
                ChangeId = "a",
                Kind = "Integration",
                Field = "VisitType",
                OldValue = "Not Specified",
                NewValue = "Face to Face",
            }
        );

        await given.Switch.GetAsync(RunContext.Silent);

        Assert.Equal(
            (ChangeState.Conflict, "The process ended before the outcome was known, and the setting holds a third value."),
            (given.Rows[^1].State, given.Rows[^1].Error)
        );
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(1, true)]
    [InlineData(0.002, false)]
    public async Task A_change_that_lies_far_ahead_was_written_before_the_clock_was_put_back_and_is_settled(double days, bool settles)
    {
        using var given = new SwitchGiven();
        given.Rows.Add(
            new Change
            {
                ChangeId = "a",
                Kind = "Integration",
                Field = "IntegrationEnabled",
                OldValue = "False",
                NewValue = "True",
                At = given.Clock.GetUtcNow() + TimeSpan.FromDays(days),
            }
        );

        await given.Switch.GetAsync(RunContext.Silent);

        Assert.Equal(settles, given.Journal.Object.Open().Count == 0);
    }

    [Fact]
    public async Task Reading_that_fails_before_the_write_leaves_nothing_open()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync();
        given.PicsWeb.Setup(p => p.GetIntegrationAsync(It.IsAny<RunContext>())).ThrowsAsync(ErrorKinds.HostUnreachable.For("PICSWeb", "Gone."));

        await Assert.ThrowsAsync<PicsOnefileException>(() => given.Switch.ApplyAsync(plan, RunContext.Silent));

        Assert.Empty(given.Journal.Object.Open());
        Assert.Null(given.Sent);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_after_the_settings_were_sent_says_how_many_were()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync();
        given
            .Journal.Setup(journal => journal.Append(It.Is<IReadOnlyCollection<Change>>(rows => rows.Any(row => row.State != ChangeState.Intended))))
            .Throws(ErrorKinds.CacheUnusable.For("cache.db", "The disk is full."));

        var error = await Assert.ThrowsAsync<PicsOnefileException>(() => given.Switch.ApplyAsync(plan, RunContext.Silent));

        Assert.Equal(ErrorKinds.CacheUnusable, error.Kind);
        Assert.StartsWith("The disk is full. 3 change(s) of this run were sent already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_before_it_writes_leaves_nothing_open()
    {
        using var given = new SwitchGiven();
        using var stop = new CancellationTokenSource();
        var plan = await given.PlanAsync();
        given.PicsWeb.Setup(p => p.GetIntegrationAsync(It.IsAny<RunContext>())).Callback(stop.Cancel).ReturnsAsync(() => given.Settings);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            given.Switch.ApplyAsync(plan, new RunContext(RunContext.Silent.Log, stop.Token))
        );

        Assert.Null(given.Sent);
        Assert.Equal((ChangeState.Skipped, "Stopped before it was written."), (given.Rows[^1].State, given.Rows[^1].Error));
        Assert.Empty(given.Journal.Object.Open());
    }

    [Fact]
    public async Task A_run_that_another_took_for_ended_writes_nothing()
    {
        using var given = new SwitchGiven { IsStillOpen = _ => false };

        var error = await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync());

        Assert.Equal(ErrorKinds.ValueClaimed, error.Kind);
        Assert.Null(given.Sent);
    }

    [Fact]
    public async Task A_setting_that_an_ended_run_had_set_unseen_is_done_once_and_by_that_run()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync();
        given.Rows.Add(Earlier("Environment", "Practice", "Live"));
        given.Settings = given.Settings with { Environment = OnefileEnvironment.Live };

        await given.Switch.ApplyAsync(plan, RunContext.Silent);

        Assert.Equal("ended", Assert.Single(given.Rows, row => row is { Field: "Environment", State: ChangeState.Done }).RunId);
        Assert.Equal("Run ended had made it already.", Assert.Single(given.Rows, row => row.State == ChangeState.Skipped).Error);
        Assert.Empty(given.Journal.Object.Open());
    }

    [Fact]
    public async Task What_an_ended_run_did_not_set_is_settled_before_this_runs_write_looks_like_it()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync();
        given.Rows.Add(Earlier("IntegrationEnabled", "False", "True"));

        await given.Switch.ApplyAsync(plan, RunContext.Silent);

        Assert.Equal(ChangeState.Skipped, given.Rows.Last(row => row.RunId == "ended").State);
    }

    [Fact]
    public async Task Settings_that_are_there_already_are_done_without_writing()
    {
        using var given = new SwitchGiven();
        var plan = await given.PlanAsync(new SyncSettings { HandOverCustomerToken = false, Environment = OnefileEnvironment.Live });
        given.Settings = given.Settings with { IntegrationEnabled = true, Environment = OnefileEnvironment.Live };

        Assert.True((await given.Switch.ApplyAsync(plan, RunContext.Silent)).Settings!.IntegrationEnabled);
        Assert.Null(given.Sent);
        Assert.All(given.Rows.Skip(2), row => Assert.Equal(ChangeState.Done, row.State));
    }

    // An intent whose run ended long ago.
    private static Change Earlier(string field, string from, string to) =>
        new()
        {
            RunId = "ended",
            ChangeId = "earlier",
            Kind = "Integration",
            Key = "Onefile",
            Field = field,
            OldValue = from,
            NewValue = to,
        };

    [Theory]
    [InlineData("Successful", true)]
    [InlineData("OK", true)]
    [InlineData("Connected", true)]
    [InlineData("Not connected", false)]
    [InlineData("Unsuccessful", false)]
    [InlineData("Invalid token", false)]
    [InlineData("Pending", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_connection_test_is_read_as_success_failure_or_neither(string? text, bool? succeeds) =>
        Assert.Equal(succeeds, ConnectionTestResult.IsSuccess(text));
}
