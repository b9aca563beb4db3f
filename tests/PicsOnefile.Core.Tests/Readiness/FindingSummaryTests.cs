using System.Linq;
using PicsOnefile.Readiness;
using Xunit;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>What the findings of one test say together.</summary>
public sealed class FindingSummaryTests
{
    [Fact]
    public void The_line_counts_errors_warnings_and_what_was_not_checked()
    {
        Finding[] findings =
        [
            Found("PO-L001", FindingSeverity.Error),
            Found("PO-L001", FindingSeverity.Error),
            Found("PO-Q002", FindingSeverity.Warning),
            Found("PO-C002", FindingSeverity.NotChecked),
            Found("PO-L010", FindingSeverity.Information),
        ];
        Assert.Equal("Not ready: 2 errors, 1 warning, 1 not checked", FindingSummary.Line(findings));
        Assert.Equal("Ready: 1 warning, 1 not checked", FindingSummary.Line(findings[2..]));
        Assert.Equal("Ready: no errors, no warnings", FindingSummary.Line(findings[4..]));
    }

    [Fact]
    public void Each_rule_has_one_remedy_and_a_count_for_each_severity()
    {
        Finding[] findings =
        [
            Found("PO-L001", FindingSeverity.Error, "Set-OfficerLink A 1"),
            Found("PO-L001", FindingSeverity.Error, "Set-OfficerLink B 2"),
            Found("PO-L001", FindingSeverity.Warning, "Look at it."),
        ];
        var rows = FindingSummary.ByRule(findings).ToList();
        Assert.Equal(findings, rows.Select(row => row.Finding));
        string general = ReadinessRules.All.Single(rule => rule.Id == "PO-L001").Remedy;
        var both = new FindingSummary(2, "2 Onefile records with matches in PICSWeb are not linked", general);
        var one = new FindingSummary(1, "1 Onefile record with a match in PICSWeb is not linked", "Look at it.");
        Assert.Equal([both, both, one], rows.Select(row => row.Rule));
        // What was not checked is no problem yet.
        Assert.Equal("1 finding", FindingSummary.ByRule([Found("PO-C002", FindingSeverity.NotChecked)]).Single().Rule.Title);
    }

    private static Finding Found(string rule, FindingSeverity severity, string remedy = "") =>
        new()
        {
            RuleId = rule,
            Severity = severity,
            Remedy = remedy,
        };
}
