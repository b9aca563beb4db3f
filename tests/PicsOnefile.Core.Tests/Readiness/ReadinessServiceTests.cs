using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Readiness;

public class ReadinessServiceTests
{
    [Fact]
    public async Task What_the_administrator_vouches_for_is_kept_with_who_and_when()
    {
        var given = new ReadinessGiven();

        var findings = await given.TestAsync(
            new ReadinessRequest { DesktopIntegration = DesktopIntegration.NeverUsed, MisValueFields = MisValueFields.Enabled }
        );

        Assert.DoesNotContain(findings, finding => finding.RuleId == "PO-D001" && finding.Severity == FindingSeverity.Error);
        given.Ledger.Verify(l =>
            l.Attest(
                new Attestation
                {
                    Subject = "DesktopIntegration in Live",
                    Value = "NeverUsed",
                    Actor = RunningAccount.Name,
                    At = Now,
                }
            )
        );
        given.Ledger.Verify(l =>
            l.Attest(
                new Attestation
                {
                    Subject = "MisValueFields in Live",
                    Value = "Enabled",
                    Actor = RunningAccount.Name,
                    At = Now,
                }
            )
        );
    }

    [Fact]
    public async Task What_was_said_of_Practice_says_nothing_of_Live()
    {
        var given = new ReadinessGiven
        {
            Profile = new()
            {
                ProfileName = "Practice",
                Environment = OnefileEnvironment.Practice,
                LinkBy = LinkBy.AdditionalId,
            },
        };
        await given.TestAsync(new ReadinessRequest { DesktopIntegration = DesktopIntegration.NeverUsed });
        given.Profile = given.Profile with { ProfileName = "Live", Environment = OnefileEnvironment.Live };

        Assert.Contains(await given.TestAsync(), finding => (finding.RuleId, finding.Severity) == ("PO-D001", FindingSeverity.Error));
    }

    [Fact]
    public async Task What_is_vouched_for_with_WhatIf_counts_for_this_test_alone()
    {
        var given = new ReadinessGiven();

        var findings = await given.TestAsync(
            new ReadinessRequest { DesktopIntegration = DesktopIntegration.NeverUsed, KeepsAttestations = false }
        );

        Assert.DoesNotContain(findings, finding => finding.RuleId == "PO-D001" && finding.Severity == FindingSeverity.Error);
        given.Ledger.Verify(l => l.Attest(It.IsAny<Attestation>()), Times.Never);
    }

    [Fact]
    public async Task Nothing_is_vouched_for_that_nobody_said()
    {
        var given = new ReadinessGiven();

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => finding.RuleId == "PO-D001" && finding.Severity == FindingSeverity.Error);
        given.Ledger.Verify(l => l.Attest(It.IsAny<Attestation>()), Times.Never);
    }

    [Fact]
    public async Task Both_sides_are_read_and_the_gravest_findings_come_first()
    {
        var given = new ReadinessGiven { Officers = [Officer("O1"), Officer("O2", name: "Someone Else")], Assessors = [Assessor("11", misId: "O1")] };

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => (finding.RuleId, finding.Target, finding.Severity) == ("PO-L001", "11", FindingSeverity.Error));
        Assert.Contains(findings, finding => (finding.RuleId, finding.Target) == ("PO-L010", "O2"));
        Assert.Equal(findings.OrderByDescending(finding => finding.Severity).Select(finding => finding.Severity), findings.Select(finding => finding.Severity));
    }

    [Theory]
    [InlineData(1, 3, "PO-Q003")]
    [InlineData(3, 1, "PO-Q004")]
    public async Task A_qualification_is_named_once_however_many_learning_aims_and_centres_it_is_paired_with(int centres, int aims, string rule)
    {
        var given = new ReadinessGiven { Centres = centres, Profile = new() { ProfileName = "Live", LinkBy = LinkBy.MisValue } };
        given
            .Onefile.Setup(o => o.GetLearningAimsAsync(It.IsAny<Centre>(), It.IsAny<RunContext>()))
            .ReturnsAsync(
                (Centre centre, RunContext _) =>
                    [
                        .. Enumerable
                            .Range(1, aims)
                            .Select(number => new LearningAim
                            {
                                StandardId = $"{number}",
                                Title = $"Pathway {number} [603/5060/1]",
                                Code = "603/5060/1",
                                CentreId = centre.CentreId,
                            }),
                    ]
            );
        given
            .PicsWeb.Setup(p => p.GetQualificationsAsync(It.IsAny<RunContext>()))
            .ReturnsAsync([
                new Qualification
                {
                    QualificationId = "5001",
                    VqReference = "603/5060/1",
                    Title = "Mathematics",
                    Status = "Live",
                    HasUnits = true,
                },
            ]);

        var findings = await given.TestAsync();

        Assert.Equal(["5001"], findings.Where(finding => finding.RuleId == rule).Select(finding => finding.Target));
    }

    [Fact]
    public async Task One_side_that_does_not_answer_is_reported_and_the_other_rules_still_look()
    {
        var given = new ReadinessGiven();
        given.Onefile.Setup(o => o.GetCustomerAsync(It.IsAny<RunContext>())).ThrowsAsync(ErrorKinds.HostUnreachable.For("Onefile", "No route."));

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-C001", FindingSeverity.Error));
        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-L001", FindingSeverity.NotChecked));
        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-D001", FindingSeverity.Error));
        given.Onefile.Verify(o => o.GetCentresAsync(It.IsAny<PicsOnefile.Onefile.OnefileCustomer>(), It.IsAny<RunContext>()), Times.Never);
    }

    [Fact]
    public async Task A_refused_token_is_told_apart_from_a_server_that_is_down()
    {
        var given = new ReadinessGiven();
        given.Onefile.Setup(o => o.GetCustomerAsync(It.IsAny<RunContext>())).ThrowsAsync(ErrorKinds.CustomerTokenRefused.For("Live", "Refused."));

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-C003", FindingSeverity.Error));
        Assert.DoesNotContain(findings, finding => finding.RuleId == "PO-C001");
    }

    [Theory]
    [InlineData(GuardedList.Officer, true, Freshness.Always, true)]
    [InlineData(GuardedList.Officer, true, Freshness.WhenOld, true)]
    [InlineData(GuardedList.Assessor, false, Freshness.Always, true)]
    // A list that was never read and fails was seen as little as one that is empty.
    [InlineData(null, true, Freshness.Always, true)]
    [InlineData(null, false, Freshness.WhenOld, true)]
    [InlineData(GuardedList.Placement, true, Freshness.Always, true)]
    // Without asking nothing is an outage.
    [InlineData(null, false, Freshness.Never, false)]
    [InlineData(GuardedList.Officer, true, Freshness.Never, false)]
    public async Task A_list_that_cannot_be_read_is_no_readiness_whether_or_not_it_was_read_before(
        GuardedList? before,
        bool picsWeb,
        Freshness freshness,
        bool blocks
    )
    {
        var given = new ReadinessGiven { Assessors = [Assessor("11")] };
        IReadOnlyList<ReadingState> readings = before is { } list
            ? [new(list, list == GuardedList.Officer ? "" : "1") { AcceptedRows = 12, CachedRows = 12 }]
            : [];
        given.Records.Setup(r => r.Readings()).Returns(readings);
        if (picsWeb)
            given
                .PicsWeb.Setup(p => p.GetOfficersAsync(It.IsAny<RunContext>()))
                .ThrowsAsync(ErrorKinds.HostUnreachable.For("officers", "A page of the firewall came back."));
        else
            given
                .Onefile.Setup(o => o.SearchAssessorsAsync(It.IsAny<Centre>(), It.IsAny<AssessorFilter>(), It.IsAny<RunContext>()))
                .Throws(ErrorKinds.HostUnreachable.For("assessors", "A page of the firewall came back."));

        var findings = await given.TestAsync(new ReadinessRequest { Freshness = freshness });

        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-L001", FindingSeverity.NotChecked));
        var outage = findings.Where(finding => finding.RuleId == "PO-C008").ToList();
        (string?, FindingSeverity)[] expected = blocks ? [("Officer", FindingSeverity.Error)] : [];
        Assert.Equal(expected, outage.Select(finding => (finding.Target, finding.Severity)));
        Assert.All(outage, finding => Assert.Contains("A page of the firewall came back.", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    // The tenant's document has the list, or a call has shown it; or an earlier session read it.
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    // Without a document the first call tells what the tenant does not have.
    [InlineData(false, false, false)]
    public async Task A_list_that_answers_as_if_there_were_no_such_route_is_an_outage_where_it_is_known_to_be_there(bool wasThere, bool wasRead, bool blocks)
    {
        var given = new ReadinessGiven { Assessors = [Assessor("11")] };
        given.PicsWeb.Setup(p => p.GetOfficersAsync(It.IsAny<RunContext>())).ThrowsAsync(ErrorKinds.OperationMissing.For("officers.list", "It answered 404."));
        given.PicsWeb.Setup(p => p.FindUnavailable(PicsWebOperation.OfficersList)).Returns(new UnavailableList("It answered 404.", wasThere));
        given.Records.Setup(r => r.Readings()).Returns(wasRead ? [new ReadingState(GuardedList.Officer, "") { AcceptedRows = 12, CachedRows = 12 }] : []);

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-L001", FindingSeverity.NotChecked));
        Assert.Equal(
            blocks ? ["Officer It answered 404."] : [],
            findings.Where(finding => finding.RuleId == "PO-C008").Select(finding => $"{finding.Target} {finding.Message.Split(": ")[1]}")
        );
    }

    [Fact]
    public async Task What_neither_the_API_nor_an_exported_list_offers_is_not_available_at_all_and_keeps_nobody_from_switching_on()
    {
        var given = new ReadinessGiven { Assessors = [Assessor("11")] };
        given.PicsWeb.Setup(p => p.CanRead(It.IsAny<PicsWebOperation>())).Returns(false);
        // Once the profile named a list.
        given.Records.Setup(r => r.Readings()).Returns([new ReadingState(GuardedList.Officer, "") { AcceptedRows = 12 }]);

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-L001", FindingSeverity.NotChecked));
        Assert.DoesNotContain(findings, finding => finding.RuleId == "PO-C008");
    }

    [Fact]
    public async Task Offline_asks_neither_side()
    {
        var given = new ReadinessGiven();

        var findings = await given.TestAsync(new ReadinessRequest { Freshness = Freshness.Never });

        Assert.Equal(
            ["PO-C001", "PO-C002"],
            findings
                .Where(finding => finding.RuleId is "PO-C001" or "PO-C002" && finding.Severity == FindingSeverity.NotChecked)
                .Select(finding => finding.RuleId)
        );
        given.Onefile.VerifyNoOtherCalls();
        given.PicsWeb.Verify(p => p.GetIntegrationAsync(It.IsAny<RunContext>()), Times.Never);
    }

    [Fact]
    public async Task PICSWeb_answers_where_one_officer_can_be_read_though_the_settings_cannot()
    {
        var given = new ReadinessGiven { Officers = [Officer("O1")] };
        given.Operations[PicsWebOperation.OfficersGet] = OperationAvailability.Available;
        given.PicsWeb.Setup(p => p.GetIntegrationAsync(It.IsAny<RunContext>())).ThrowsAsync(ErrorKinds.OperationMissing.For("integration.get", "Not offered."));

        var findings = await given.TestAsync();

        Assert.DoesNotContain(findings, finding => finding.RuleId == "PO-C002");
        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-I001", FindingSeverity.NotChecked));
        given.PicsWeb.Verify(p => p.ReadAsync(RecordKind.Officer, "kO1", It.IsAny<RunContext>()), Times.Once);
    }

    [Fact]
    public async Task A_tenant_without_the_API_has_no_connection_to_check()
    {
        var given = new ReadinessGiven();
        given.Operations[PicsWebOperation.IntegrationGet] = OperationAvailability.Missing;

        var findings = await given.TestAsync();

        Assert.Contains(findings, finding => (finding.RuleId, finding.Severity) == ("PO-C002", FindingSeverity.NotChecked));
        given.PicsWeb.Verify(p => p.GetIntegrationAsync(It.IsAny<RunContext>()), Times.Never);
    }

    [Fact]
    public async Task A_rule_that_the_profile_lowers_says_why()
    {
        var given = new ReadinessGiven();
        given.Profile = given.Profile with { RuleSeverity = new Dictionary<string, string> { ["po-d001"] = "Warning: PICS Desktop was never bought" } };

        var finding = Assert.Single(await given.TestAsync(), found => found.RuleId == "PO-D001");

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Contains("PICS Desktop was never bought", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PO-D001", "Warning")]
    [InlineData("PO-D001", "Warning:  ")]
    [InlineData("PO-D001", "NotChecked: no time")]
    [InlineData("PO-X999", "Warning: no such rule")]
    public async Task A_lowering_that_cannot_be_right_is_told_and_lowers_nothing(string rule, string text)
    {
        var given = new ReadinessGiven();
        given.Profile = given.Profile with { RuleSeverity = new Dictionary<string, string> { [rule] = text } };
        var warnings = new List<string>();

        var findings = await given.TestAsync(run: new RunContext(new RunLog(_ => { }, _ => { }, warnings.Add, _ => { }, _ => { }), CancellationToken.None));

        Assert.Equal(FindingSeverity.Error, findings.Single(finding => finding.RuleId == "PO-D001").Severity);
        Assert.Contains(warnings, warning => warning.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_raises_nothing()
    {
        var given = new ReadinessGiven { Officers = [Officer("O2")] };
        given.Profile = given.Profile with { RuleSeverity = new Dictionary<string, string> { ["PO-L010"] = "Warning: we like to know" } };

        Assert.Equal(FindingSeverity.Information, (await given.TestAsync()).Single(finding => finding.RuleId == "PO-L010").Severity);
    }

    [Fact]
    public async Task A_centre_that_came_since_the_first_look_is_noticed_until_somebody_decides()
    {
        var given = new ReadinessGiven();
        Assert.DoesNotContain(await given.TestAsync(), finding => finding.RuleId == "PO-C004");

        given.Centres = 2;

        Assert.Contains(await given.TestAsync(), finding => finding.RuleId == "PO-C004");
        Assert.Contains(await given.TestAsync(), finding => finding.RuleId == "PO-C004");
        given.Profile = given.Profile with { LinkBy = LinkBy.MisValue };
        Assert.DoesNotContain(await given.TestAsync(), finding => finding.RuleId == "PO-C004");
    }

    [Fact]
    public async Task A_pending_link_counts_until_PICSWeb_shows_it()
    {
        var given = new ReadinessGiven { Officers = [Officer("O1")], Assessors = [Assessor("11")] }.Remembering(Recorded("O1", "11") with { Pending = true });
        Assert.Contains(await given.TestAsync(), finding => (finding.RuleId, finding.Target) == ("PO-L009", "O1"));

        given.Officers = [Officer("O1", "11")];

        Assert.DoesNotContain(await given.TestAsync(), finding => finding.RuleId == "PO-L009");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task An_account_missing_from_the_lists_is_gone_only_if_a_single_read_says_so(bool answers, int expected)
    {
        var given = new ReadinessGiven { Centres = 2, Officers = [Officer("O1")] }.Remembering(Recorded("O1", "11", linkBy: LinkBy.MisValue));
        given.Profile = given.Profile with { LinkBy = LinkBy.MisValue };
        given.Onefile.Setup(o => o.GetAssessorAsync(It.IsAny<Assessor>(), It.IsAny<RunContext>())).ReturnsAsync(answers ? Assessor("11", misId: "O1") : null);

        Assert.Equal(expected, (await given.TestAsync()).Count(finding => finding.RuleId == "PO-L007"));
    }

    [Fact]
    public async Task An_exported_list_is_as_old_as_its_file_however_lately_it_was_read()
    {
        var given = new ReadinessGiven();
        var file = new FileIdentity("/lists/officers.csv", 0, Now.AddDays(-30), "");
        given.Records.Setup(r => r.Read<Officer>("")).Returns(new CachedList<Officer>([], Now, 0) { File = file });

        var finding = Assert.Single(await given.TestAsync(), finding => (finding.RuleId, finding.Target) == ("PO-C006", "officers"));

        Assert.Equal("Export the officers from PICSWeb again.", finding.Remedy);
    }

    [Fact]
    public async Task What_a_review_rejected_is_remembered_by_environment()
    {
        var given = new ReadinessGiven { Officers = [Officer("O1")], Assessors = [Assessor("11", misId: "O1")] };
        RejectedPairs.Keep(given.Ledger.Object, OnefileEnvironment.Practice, [(LinkKind.Officer, "O1", "11")]);
        Assert.Contains(await given.TestAsync(), finding => (finding.RuleId, finding.Severity) == ("PO-L001", FindingSeverity.Error));

        RejectedPairs.Keep(given.Ledger.Object, OnefileEnvironment.Live, [(LinkKind.Officer, "O1", "11")]);

        Assert.Equal(FindingSeverity.Information, (await given.TestAsync()).Single(finding => finding.RuleId == "PO-L001").Severity);
    }

    [Fact]
    public async Task Stopping_the_run_stops_the_test()
    {
        var given = new ReadinessGiven();
        given.PicsWeb.Setup(p => p.GetOfficersAsync(It.IsAny<RunContext>())).ThrowsAsync(new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(() => given.TestAsync());
    }
}
