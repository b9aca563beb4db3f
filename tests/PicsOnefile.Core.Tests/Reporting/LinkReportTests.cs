using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Records;
using PicsOnefile.Reporting;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Reporting;

/// <summary>The report: what is counted where, what comes next, and the page.</summary>
public sealed class LinkReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-").FullName;

    private string Html => Path.Combine(_folder, "report.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Links_are_counted_in_the_centre_of_their_Onefile_record_and_leavers_nowhere()
    {
        var kind = LinkReportService.Coverage(
            new(LinkKind.Officer, Terms.Vendors.Officer, Term.Customers("tutor")),
            [
                Entry(LinkState.Linked, "7", "O1"),
                Entry(LinkState.Linked, "7", "O2"),
                Entry(LinkState.Unlinked, "8", null),
                Entry(LinkState.Broken, null, "O3"),
                Entry(LinkState.Unlinked, "7", null, archived: true),
            ],
            new Dictionary<string, string> { ["7"] = "North", ["8"] = "East" }
        );

        Assert.Equal(["East", "North", "In PICSWeb alone"], kind.Centres.Select(centre => centre.Name));
        Assert.Equal(2, kind.Centres[1].States[LinkState.Linked]);
        Assert.Equal(1, kind.Centres[2].States[LinkState.Broken]);
        Assert.Equal((1, 2), (kind.OutOfUse, kind.Links.Count));
        Assert.Equal(LinkState.Broken, kind.Links[0].State);
    }

    [Fact]
    public void The_limit_of_risk_is_shown_with_what_is_spent_of_it() =>
        Assert.Equal(
            new ReportedRisk(7, 0.001235, 0.02, "2 by a conflict, 1 by the limit of the run"),
            LinkReportService.Risk(
                new()
                {
                    Certain = 7,
                    ExpectedWrongLinks = 0.00123456,
                    MaximumExpectedWrong = 0.02,
                    KeptBack = [new("a conflict", 2), new("the limit of the run", 1)],
                }
            )
        );

    [Fact]
    public void Changes_are_counted_by_the_day_of_the_computer_that_makes_the_report()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(2), "east", "east");
        var late = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
        Change Row(ChangeState state, DateTimeOffset at) => new() { State = state, At = at };

        var days = LinkReportService.Days(
            [
                Row(ChangeState.Intended, late),
                Row(ChangeState.Done, late),
                Row(ChangeState.Conflict, late),
                Row(ChangeState.Undone, late.AddHours(-4)),
                Row(ChangeState.Skipped, late.AddHours(-4)),
            ],
            zone
        );

        Assert.Equal([new ReportedDay("2026-03-01", 0, 0, 1, 1), new ReportedDay("2026-03-02", 1, 1, 0, 0)], days);
    }

    [Fact]
    public void Findings_stand_under_their_rule_the_gravest_first()
    {
        var rules = LinkReportService.Rules([
            Found("PO-L008", FindingSeverity.Warning),
            Found("PO-D001", FindingSeverity.Error),
            Found("PO-L008", FindingSeverity.Information),
        ]);

        Assert.Equal(
            [("PO-D001", 1, FindingSeverity.Error), ("PO-L008", 2, FindingSeverity.Warning)],
            rules.Select(rule => (rule.RuleId, rule.Findings.Count, rule.Severity))
        );
        Assert.Equal("PICS Desktop's Onefile integration is not known to be off", rules[0].Title);
    }

    [Fact]
    public void Errors_end_the_list_with_another_test_and_the_switch_is_not_named()
    {
        var steps = NextSteps.For(Report() with { Rules = LinkReportService.Rules([Found("PO-D001", FindingSeverity.Error)]) });

        Assert.Equal("Test-PicsWebSync", steps[^1].Command);
        Assert.Contains(steps, step => step.What.Contains("PO-D001", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Command?.StartsWith("Enable", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Where_nothing_is_wrong_the_switch_is_the_last_step() =>
        Assert.Equal(["Test-PicsWebSync -Preview", "Enable-PicsWebSync -Environment Practice"], NextSteps.For(Report()).Select(step => step.Command));

    [Fact]
    public void A_report_of_the_cache_alone_recommends_no_switch() =>
        Assert.Equal(["Test-PicsWebSync -Refresh"], NextSteps.For(Report() with { Offline = true }).Select(step => step.Command));

    [Fact]
    public void A_rule_that_a_step_mends_is_not_named_twice()
    {
        var report = Report() with
        {
            Rules = LinkReportService.Rules([Found("PO-L001", FindingSeverity.Error)]),
            Kinds = [Kind(LinkKind.Officer, (LinkState.Unlinked, 3)), Kind(LinkKind.Organisation)],
        };

        var steps = NextSteps.For(report);

        Assert.StartsWith("Get-OnefileAssessor -Unlinked | Find-OfficerLink", steps[0].Command, StringComparison.Ordinal);
        Assert.Contains("3 assessor(s)", steps[0].What, StringComparison.Ordinal);
        Assert.DoesNotContain(steps, step => step.What.Contains("PO-L001", StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_that_the_cache_never_had_are_read_first()
    {
        var report = Report() with { Offline = true };
        report = report with { Kinds = [.. report.Kinds.Select(kind => kind with { NotRead = "There are no officers in the cache yet." })] };
        Assert.Equal("Update-MappingCache", NextSteps.For(report)[0].Command);
    }

    [Fact]
    public void The_page_runs_its_own_script_alone_and_asks_no_network()
    {
        var page = Page(Report());

        Assert.Contains($"script-src '{HashOf(page, "script")}'; style-src '{HashOf(page, "style")}'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("https?:|src=|innerHTML|\\{data\\}"), page);
    }

    [Fact]
    public void What_stands_in_a_name_cannot_leave_its_place_in_the_page()
    {
        var hostile = "</script><img onerror=alert(1)>";
        var page = Page(
            Report() with
            {
                Rules = [new("PO-L001", "title", FindingSeverity.Error, "remedy", [new(FindingSeverity.Error, "1", hostile, "message", "remedy")])],
            }
        );

        Assert.Equal(2, Regex.Count(page, "</script>"));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(Regex.Match(page, "id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);
        Assert.Equal(hostile, data.RootElement.GetProperty("rules")[0].GetProperty("findings")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void An_earlier_report_is_not_overwritten_unasked()
    {
        File.WriteAllText(Html, "earlier");

        Assert.Equal(ErrorKinds.FileExists, Assert.Throws<PicsOnefileException>(() => LinkReportFile.Write(Html, Report())).Kind);
        LinkReportFile.Write(Html, Report(), overwrite: true);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Html), StringComparison.Ordinal);
    }

    private string Page(LinkReport report)
    {
        LinkReportFile.Write(Html, report, overwrite: true);
        return File.ReadAllText(Html);
    }

    private static LinkReport Report() =>
        new()
        {
            ProfileName = "College",
            Environment = OnefileEnvironment.Practice,
            Kinds = [Kind(LinkKind.Officer), Kind(LinkKind.Organisation)],
        };

    private static ReportedKind Kind(LinkKind kind, params (LinkState State, int Count)[] states) =>
        new(kind, Terms.Vendors.PicsWeb(kind), Terms.Vendors.Onefile(kind))
        {
            Centres = [new CentreCoverage("7", "North", states.ToDictionary(one => one.State, one => one.Count))],
        };

    private static Finding Found(string rule, FindingSeverity severity) =>
        new()
        {
            RuleId = rule,
            Severity = severity,
            Message = "message",
            Remedy = "remedy",
        };

    private static LinkEntry Entry(LinkState state, string? centre, string? ident, bool archived = false) =>
        new()
        {
            Kind = LinkKind.Officer,
            State = state,
            Onefile = centre is null
                ? null
                : new Assessor
                {
                    AssessorId = "A" + ident,
                    CentreId = centre,
                    Archived = archived,
                },
            PicsWeb = ident is null ? null : new Officer { OfficerIdent = ident },
        };

    private static string HashOf(string page, string element) =>
        "sha256-"
        + Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes(Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value))
        );
}
