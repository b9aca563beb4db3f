using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Onefile;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Readiness;

public class RulesTests
{
    // What these look at is in the module's own keeping: there is nothing that could not be looked at.
    private static readonly string[] AlwaysSeen = ["PO-D001", "PO-J001"];

    public static TheoryData<string, string> FiringSituations => Names(RuleSituations.Firing);

    public static TheoryData<string, string> QuietSituations => Names(RuleSituations.Quiet);

    public static TheoryData<string> RuleIds => [.. ReadinessRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(FiringSituations))]
    public void The_administrator_is_told_what_is_wrong(string ruleId, string words)
    {
        var situation = RuleSituations.Firing.Single(s => s.RuleId == ruleId && s.Words == words);

        var findings = FoundBy(ruleId, situation.Facts);

        var finding = Assert.Single(findings, found =>
            found.Target == situation.Target && found.Severity == situation.Severity && (ruleId != "PO-D002" || found == findings[0])
        );
        Assert.All([finding.Message, finding.Remedy], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(Now, finding.At);
    }

    [Theory]
    [MemberData(nameof(QuietSituations))]
    public void A_rule_keeps_quiet_where_there_is_no_reason(string ruleId, string words)
    {
        var situation = RuleSituations.Quiet.Single(s => s.RuleId == ruleId && s.Words == words);

        Assert.Empty(FoundBy(ruleId, situation.Facts));
    }

    [Theory]
    [InlineData(LinkBy.AdditionalId)]
    [InlineData(LinkBy.MisValue)]
    public void Nothing_but_information_is_found_where_all_is_well(LinkBy linkBy)
    {
        var findings = ReadinessRules.All.SelectMany(rule => rule.Check(AllWell(linkBy)));

        Assert.Equal(["PO-D001"], findings.Select(finding => finding.RuleId));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Information, finding.Severity));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_that_cannot_look_says_so_and_why(string ruleId)
    {
        var findings = FoundBy(ruleId, RuleSituations.BlindTo(ruleId));

        if (AlwaysSeen.Contains(ruleId))
            Assert.DoesNotContain(findings, finding => finding.Severity == FindingSeverity.NotChecked);
        else
            Assert.All(findings.DefaultIfEmpty(), finding => Assert.Equal(FindingSeverity.NotChecked, finding?.Severity));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Remedy));
    }

    [Fact]
    public void No_rule_is_forgotten_in_the_table()
    {
        var written = typeof(ReadinessRule).Assembly.GetTypes().Where(type => typeof(ReadinessRule).IsAssignableFrom(type) && !type.IsAbstract);

        Assert.Equal(written.OrderBy(type => type.Name).ToList(), ReadinessRules.All.Select(rule => rule.GetType()).OrderBy(type => type.Name).ToList());
        Assert.Equal(ReadinessRules.All.Count, ReadinessRules.All.Select(rule => rule.Id).Distinct().Count());
    }

    [Fact]
    public void Every_rule_has_a_situation_in_which_it_fires_one_in_which_it_is_quiet_and_one_in_which_it_cannot_look()
    {
        var firing = ReadinessRules.All.Where(rule => RuleSituations.Firing.Any(situation => situation.RuleId == rule.Id));
        var quiet = ReadinessRules.All.Where(rule =>
            !RuleSituations.QuietOf(rule.Id).SelectMany(facts => FoundBy(rule.Id, facts)).Any(finding => finding.Severity > FindingSeverity.Information)
        );
        var blind = ReadinessRules.All.Where(rule =>
            AlwaysSeen.Contains(rule.Id) || FoundBy(rule.Id, RuleSituations.BlindTo(rule.Id)).Any(finding => finding.Severity == FindingSeverity.NotChecked)
        );

        Assert.All([firing, quiet, blind], rules => Assert.Equal(ReadinessRules.All.Select(rule => rule.Id), rules.Select(rule => rule.Id)));
        Assert.All(ReadinessRules.All, rule => Assert.NotEmpty(RuleSituations.QuietOf(rule.Id)));
    }

    [Fact]
    public void No_finding_is_graver_than_its_rule() =>
        Assert.All(
            RuleSituations
                .Firing.SelectMany(situation => FoundBy(situation.RuleId, situation.Facts))
                .Where(finding => finding.Severity != FindingSeverity.NotChecked),
            finding => Assert.True(finding.Severity <= ReadinessRules.All.Single(rule => rule.Id == finding.RuleId).Severity, finding.ToString())
        );

    [Fact]
    public void A_kind_that_PICSWeb_does_not_show_is_not_checked_while_the_other_one_is()
    {
        var officers = Links(LinkKind.Officer, LinkBy.AdditionalId, Assessor("11", misId: "X"), Assessor("12", misId: "X")).Value!.Sources with
        {
            PicsWeb = null,
        };
        var facts = AllWell() with { Officers = ReadResult.From(PicsOnefile.Linking.LinkSnapshot.From(officers)) };

        Assert.Equal(FindingSeverity.NotChecked, Assert.Single(FoundBy("PO-L001", facts)).Severity);
        Assert.Contains("-OfficerPath", FoundBy("PO-L005", facts)[0].Remedy, StringComparison.Ordinal);
        Assert.Equal(2, FoundBy("PO-L003", facts).Count(finding => finding.Severity == FindingSeverity.Error));
    }

    [Fact]
    public void An_address_that_two_accounts_share_points_to_nobody()
    {
        var facts = WithOfficers(
            Officer("O1", email: "info@example.org"),
            Assessor("11", email: "info@example.org", name: "Someone Else"),
            Assessor("12", email: "info@example.org", name: "Another One")
        );

        Assert.All(FoundBy("PO-L001", facts), finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public void A_rejected_pair_leaves_the_other_candidates_of_the_record_standing()
    {
        var facts = WithOfficers(Officer("O1"), Officer("O2"), Assessor("11")) with
        {
            Candidates = [Candidate("O1", "11", Confidence.Probable), Candidate("O2", "11", Confidence.Probable)],
            Rejected = Rejected("O1", "11"),
        };

        var finding = Assert.Single(FoundBy("PO-L001", facts));

        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.Contains("O2", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_customers_own_word_takes_the_place_of_the_vendors() =>
        Assert.Contains(
            "Tutor",
            Assert
                .Single(FoundBy("PO-L001", WithOfficers(Assessor("11")) with { Terms = Terms.From(new Dictionary<string, string> { ["Assessor"] = "Tutor" }) }))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_open_change_names_the_record_in_the_customers_word_and_the_field_in_the_vendors() =>
        Assert.StartsWith(
            "Member of staff O1: AdditionalId was to become '11'",
            Assert
                .Single(
                    FoundBy(
                        "PO-J001",
                        AllWell() with
                        {
                            OpenIntents =
                            [
                                new Change
                                {
                                    Kind = "Officer",
                                    Key = "O1",
                                    Field = "AdditionalId",
                                    NewValue = "11",
                                },
                            ],
                            Terms = Terms.From(new Dictionary<string, string> { ["Officer"] = "Member of staff" }),
                        }
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(RunActivity.UnderWay, FindingSeverity.Information, "is under way on PC7", "Wait until that run has ended")]
    [InlineData(RunActivity.JustEnded, FindingSeverity.Warning, "the process ended", "at once where the value is there")]
    [InlineData(RunActivity.Ended, FindingSeverity.Warning, "the process ended", "Connect-PicsOnefile, or the next run that writes")]
    public void An_open_change_says_truthfully_whether_its_run_is_under_way_and_when_it_is_settled(
        RunActivity standing,
        FindingSeverity severity,
        string message,
        string remedy
    )
    {
        var finding = Assert.Single(
            FoundBy(
                "PO-J001",
                AllWell() with
                {
                    OpenIntents =
                    [
                        new Change
                        {
                            ChangeId = "a",
                            Kind = "Officer",
                            Key = "O1",
                            Field = "AdditionalId",
                            NewValue = "11",
                            Machine = "PC7",
                        },
                    ],
                    Standings = new Dictionary<string, IntentState> { ["a"] = new(standing, Now) },
                }
            )
        );

        Assert.Equal(severity, finding.Severity);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("12", false)]
    public void Of_two_officers_with_one_ID_the_remedy_says_which_link_is_the_modules_own_and_how_to_take_it_back(string written, bool own)
    {
        var facts = WithOfficers(Officer("O1", "11"), Officer("O2", "11"), Assessor("11")) with
        {
            LinksMade = new Dictionary<(string, string), Change>
            {
                [("Officer", "O2")] = new()
                {
                    Kind = "Officer",
                    Key = "O2",
                    Field = "AdditionalId",
                    NewValue = written,
                    RunId = "R7",
                    Actor = "mair",
                },
            },
        };

        var remedies = FoundBy("PO-L004", facts).ToDictionary(finding => finding.Target!, finding => finding.Remedy);

        Assert.Contains("This module did not set it", remedies["O1"], StringComparison.Ordinal);
        Assert.Equal(own, remedies["O2"].Contains("run R7, mair): Undo-LinkChange R7", StringComparison.Ordinal));
        Assert.Contains("Remove-OfficerLink -OfficerIdent O2", remedies["O2"], StringComparison.Ordinal);
    }

    [Fact]
    public void Qualifications_whose_list_says_nothing_of_units_are_not_checked_for_them()
    {
        var facts = AllWell() with { Qualifications = ReadResult.From<IReadOnlyList<Qualification>>([new Qualification { QualificationId = "Q1" }]) };

        Assert.Equal(FindingSeverity.NotChecked, Assert.Single(FoundBy("PO-Q004", facts)).Severity);
    }

    [Fact]
    public void Learners_are_compared_among_themselves_where_Onefiles_cannot_be_read()
    {
        var facts = AllWell() with
        {
            OnefileLearners = ReadResult.Unavailable<IReadOnlyList<OnefileLearner>>("Not offered."),
            Learners = Learners(
                new Learner
                {
                    LearnerIdent = "L1",
                    Uln = "1000000001",
                    OnefileId = "41",
                },
                new Learner { LearnerIdent = "L2", Uln = "1000000001" }
            ),
        };

        Assert.Equal([FindingSeverity.Error, FindingSeverity.NotChecked], FoundBy("PO-P001", facts).Select(finding => finding.Severity));
    }

    [Fact]
    public void A_wrong_reference_says_how_many_learners_it_concerns()
    {
        var facts = AllWell() with
        {
            QualificationLinks = Pair(QualificationLinkState.MissingInOnefile, "603/2863/2"),
            Learners = Learners(
                new Learner { VqReferences = "196AS, 603/2863/2" },
                new Learner { VqReferences = "603/2863/2" },
                new Learner { VqReferences = "196AS" }
            ),
        };

        Assert.Contains("2 learner(s)", Assert.Single(FoundBy("PO-Q002", facts)).Message, StringComparison.Ordinal);
    }

    private static TheoryData<string, string> Names(IReadOnlyList<Situation> situations)
    {
        var names = new TheoryData<string, string>();
        foreach (var situation in situations)
            names.Add(situation.RuleId, situation.Words);
        return names;
    }
}
