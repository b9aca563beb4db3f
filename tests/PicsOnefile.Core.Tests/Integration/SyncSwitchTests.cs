using System;
using System.Linq;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Errors;
using PicsOnefile.Integration;
using PicsOnefile.PicsWeb;
using PicsOnefile.Readiness;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Integration.SwitchGiven;

namespace PicsOnefile.Core.Tests.Integration;

public class SyncSwitchTests
{
    [Fact]
    public async Task Switching_on_hands_over_the_token_with_its_environment_and_answers_what_PICSWeb_shows_afterwards()
    {
        using var given = new SwitchGiven();

        var settings = await given.EnableAsync(new SyncSettings { VisitType = "Face to Face" });

        Assert.Equal(["CustomerToken", "Environment", "VisitType", "IntegrationEnabled"], given.Sent!.Keys);
        Assert.Equal(
            (true, OnefileEnvironment.Live, "Face to Face", "Successful"),
            (settings.IntegrationEnabled, settings.Environment, settings.VisitType, settings.ConnectionTest)
        );
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_sent_where_PICSWeb_is_connected_already()
    {
        using var given = new SwitchGiven
        {
            Settings = new IntegrationSettings
            {
                IntegrationEnabled = true,
                Environment = OnefileEnvironment.Live,
                ConnectionTest = "Successful",
                UploadReviews = false,
            },
        };

        await given.EnableAsync(new SyncSettings { UploadReviews = true, Environment = OnefileEnvironment.Live });

        Assert.Equal(["UploadReviews"], given.Sent!.Keys);
    }

    [Fact]
    public async Task Nothing_is_written_where_everything_stands_as_asked()
    {
        using var given = new SwitchGiven
        {
            Settings = new IntegrationSettings
            {
                IntegrationEnabled = true,
                Environment = OnefileEnvironment.Live,
                ConnectionTest = "Successful",
            },
        };

        await given.EnableAsync();

        Assert.Null(given.Sent);
        Assert.Empty(given.Rows);
    }

    [Fact]
    public async Task The_plan_says_each_change_in_words_and_writes_nothing()
    {
        using var given = new SwitchGiven();

        var plan = await given.PlanAsync();

        Assert.Equal(
            [
                "Hand over the customer token of the connection",
                "Set Environment to 'Live' in place of 'Practice'",
                "Set Integration Enabled to Yes in place of No",
            ],
            plan.Changes.Select(change => change.Action)
        );
        Assert.Null(given.Sent);
        Assert.Empty(given.Rows);
    }

    [Fact]
    public async Task The_journal_has_an_intent_and_an_outcome_of_each_setting_and_never_the_token()
    {
        using var given = new SwitchGiven();

        await given.EnableAsync();

        Assert.Equal(
            [ChangeState.Intended, ChangeState.Intended, ChangeState.Intended, ChangeState.Done, ChangeState.Done, ChangeState.Done],
            given.Rows.Select(row => row.State)
        );
        Assert.All(given.Rows, row => Assert.Equal(("Integration", "Onefile"), (row.Kind, row.Key)));
        Assert.Equal("set", given.Rows.First(row => row.Field == "CustomerToken").NewValue);
        Assert.DoesNotContain(given.Rows, row => row.ToString().Contains("made-up-token", StringComparison.Ordinal));
        Assert.Equal(3, given.Rows.Select(row => row.ChangeId).Distinct().Count());
    }

    [Fact]
    public async Task It_is_not_switched_on_while_an_error_stands_and_the_rules_are_named()
    {
        using var given = new SwitchGiven();

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.PlanAsync(findings: [Error("PO-L001"), Error("PO-L001"), Error("PO-D001")]));

        Assert.Equal(ErrorKinds.NotReady, failure.Kind);
        Assert.Contains("PO-D001 (1), PO-L001 (2)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FindingSeverity.Warning)]
    [InlineData(FindingSeverity.NotChecked)]
    [InlineData(FindingSeverity.Information)]
    public async Task Nothing_less_than_an_error_blocks(FindingSeverity severity)
    {
        using var given = new SwitchGiven();

        Assert.NotEmpty((await given.PlanAsync(findings: Error("PO-L001") with { Severity = severity })).Changes);
    }

    [Theory]
    [InlineData("PO-I002")]
    [InlineData("PO-I003")]
    public async Task What_switching_on_sets_right_does_not_stand_in_its_way(string ruleId)
    {
        using var given = new SwitchGiven();

        var plan = await given.PlanAsync(findings: Error(ruleId));

        Assert.Contains(ReadinessRules.All, rule => rule.Id == ruleId);
        Assert.Contains(plan.Changes, change => change.Field == "CustomerToken");
    }

    [Fact]
    public async Task Force_needs_a_reason()
    {
        using var given = new SwitchGiven();

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.PlanAsync(force: true, reason: " ", findings: Error("PO-L001")));

        Assert.Equal(ErrorKinds.ReasonMissing, failure.Kind);
    }

    [Fact]
    public async Task A_forced_switch_is_in_the_journal_with_the_rules_and_the_reason()
    {
        using var given = new SwitchGiven();

        await given.Switch.ApplyAsync(await given.PlanAsync(force: true, reason: "Agreed for the pilot", findings: Error("PO-L001")), RunContext.Silent);

        Assert.All(given.Rows, row => Assert.Equal("Forced despite PO-L001 (1): Agreed for the pilot", row.Reason));
    }

    [Fact]
    public async Task An_environment_that_is_not_connected_is_refused()
    {
        using var given = new SwitchGiven();

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.PlanAsync(new SyncSettings { Environment = OnefileEnvironment.Beta }));

        Assert.Equal(ErrorKinds.EnvironmentNotConnected, failure.Kind);
    }

    [Fact]
    public async Task A_token_that_Onefile_no_longer_takes_is_not_handed_on()
    {
        using var given = new SwitchGiven();
        given.Onefile.Setup(o => o.GetCustomerAsync(It.IsAny<RunContext>())).ThrowsAsync(ErrorKinds.CustomerTokenRefused.For("Live", "Refused."));

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync());

        Assert.Equal(ErrorKinds.CustomerTokenRefused, failure.Kind);
        Assert.Null(given.Sent);
    }

    [Fact]
    public async Task A_token_of_another_customer_is_not_handed_on()
    {
        using var given = new SwitchGiven { TokenBelongsTo = "8" };

        Assert.Equal(ErrorKinds.CustomerTokenRefused, (await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync())).Kind);
        Assert.Null(given.Sent);
    }

    [Fact]
    public async Task A_connection_without_a_token_cannot_hand_one_over()
    {
        using var given = new SwitchGiven(token: null);

        Assert.Equal(ErrorKinds.SecretMissing, (await Assert.ThrowsAsync<PicsOnefileException>(() => given.EnableAsync())).Kind);
    }

    [Theory]
    [InlineData(PicsWebOperation.IntegrationUpdate)]
    [InlineData(PicsWebOperation.IntegrationGet)]
    public async Task A_tenant_that_cannot_change_the_settings_gets_the_steps_on_the_screen(PicsWebOperation operation)
    {
        using var given = new SwitchGiven().Without(operation);

        var outcome = await given.SwitchOnAsync(new SyncSettings { VisitType = "Face to Face" });

        Assert.Equal(
            [
                "Open Integrations > OneFile > Settings.",
                "Customer Token: paste the customer token of Live.",
                "Environment: 'Live'.",
                "Visit Type for Uploaded Reviews: 'Face to Face'.",
                "Integration Enabled: Yes.",
                "Save.",
            ],
            outcome.ByHand.Select(step => step.Instruction).SkipLast(2)
        );
        Assert.Contains("nothing was changed", outcome.Notice, StringComparison.Ordinal);
        Assert.Equal((null, 0), (outcome.Settings, given.Rows.Count));
    }

    [Fact]
    public async Task A_tenant_without_the_API_is_told_of_the_readiness_errors_first()
    {
        using var given = new SwitchGiven().Without(PicsWebOperation.IntegrationUpdate).Without(PicsWebOperation.IntegrationGet);

        Assert.Equal(ErrorKinds.NotReady, (await Assert.ThrowsAsync<PicsOnefileException>(() => given.PlanAsync(findings: Error("PO-L001")))).Kind);
        Assert.NotEmpty((await given.SwitchOnAsync()).ByHand);
    }

    [Fact]
    public async Task A_tenant_whose_settings_a_person_has_changed_by_hand_is_seen_to_be_on()
    {
        using var given = new SwitchGiven().Without(PicsWebOperation.IntegrationUpdate);
        given.Settings = new()
        {
            IntegrationEnabled = true,
            Environment = OnefileEnvironment.Live,
            ConnectionTest = "Successful",
        };

        var outcome = await given.SwitchOnAsync();

        Assert.Equal((true, 0, null), (outcome.Settings!.IntegrationEnabled, outcome.ByHand.Count, outcome.Notice));
    }

    [Fact]
    public async Task An_operation_that_turns_out_to_be_missing_gives_the_steps_as_well()
    {
        using var given = new SwitchGiven().Without(PicsWebOperation.IntegrationUpdate, OperationAvailability.Unverified);
        given
            .PicsWeb.Setup(p => p.UpdateIntegrationAsync(It.IsAny<System.Collections.Generic.IReadOnlyDictionary<string, object?>>(), It.IsAny<RunContext>()))
            .ThrowsAsync(ErrorKinds.OperationMissing.For("integration.update", "Not there."));

        var outcome = await given.SwitchOnAsync();

        Assert.Equal("Open Integrations > OneFile > Settings.", outcome.ByHand[0].Instruction);
        Assert.Equal(3, given.Rows.Count(row => row.State == ChangeState.Failed));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_said_to_stand_on_their_screen()
    {
        using var given = new SwitchGiven().Without(PicsWebOperation.IntegrationGet);

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => given.Switch.GetAsync(RunContext.Silent));

        Assert.Contains("Integrations > OneFile > Settings", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_off_needs_no_readiness_and_touches_nothing_else()
    {
        using var given = new SwitchGiven
        {
            Settings = new IntegrationSettings
            {
                IntegrationEnabled = true,
                Environment = OnefileEnvironment.Live,
                UploadReviews = true,
            },
        };

        var settings = (
            await given.Switch.ApplyAsync(await given.Switch.PlanDisableAsync("Links are being mended", RunContext.Silent), RunContext.Silent)
        ).Settings!;

        Assert.Equal(["IntegrationEnabled"], given.Sent!.Keys);
        Assert.False(settings.IntegrationEnabled);
        Assert.Equal("Links are being mended", given.Rows[0].Reason);
    }

    [Fact]
    public async Task The_centres_of_this_moment_are_the_known_ones_from_then_on()
    {
        using var given = new SwitchGiven();

        await given.EnableAsync();

        var baseline = CentreBaseline.Read(given.Ledger.Object, OnefileEnvironment.Live);
        Assert.Equal((LinkBy.MisValue, "1,2"), (baseline!.LinkBy, string.Join(",", baseline.CentreIds)));
    }

    [Fact]
    public async Task A_former_Desktop_customer_is_told_what_the_first_run_does_with_counts()
    {
        using var given = new SwitchGiven
        {
            Attestations = [new Attestation { Subject = "DesktopIntegration in Live", Value = nameof(DesktopIntegration.Deactivated) }],
        };
        given
            .Records.Setup(r => r.Read<Learner>(""))
            .Returns(new PicsOnefile.Cache.CachedList<Learner>([new Learner { OnefileId = "41" }, new Learner()], given.Clock.GetUtcNow(), 1));

        var plan = await given.PlanAsync();

        Assert.Contains("1 learner(s) who have a Onefile ID", plan.Notices[0], StringComparison.Ordinal);
        Assert.Contains("how many of them are linked cannot be known", plan.Notices[1], StringComparison.Ordinal);
        Assert.Equal(4, plan.Notices.Count);
    }

    [Fact]
    public async Task Nobody_else_is_told_of_a_first_run()
    {
        using var given = new SwitchGiven
        {
            Attestations = [new Attestation { Subject = "DesktopIntegration in Live", Value = nameof(DesktopIntegration.NeverUsed) }],
        };

        Assert.Empty((await given.PlanAsync()).Notices);
    }
}
