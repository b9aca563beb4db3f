using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness;

/// <summary>What findings say together: ready or not, and of each rule how many there are and what to do.</summary>
/// <param name="Count">The number of the rule's findings of this severity.</param>
/// <param name="Title">What is wrong, with the number.</param>
/// <param name="Remedy">What to do: the findings' own remedy where they share one, else the rule's.</param>
public sealed record FindingSummary(int Count, string Title, string Remedy)
{
    // In the order of the line. A finding of severity Information says nothing of being ready.
    private static readonly IReadOnlyList<(FindingSeverity Severity, string One, string Many)> Counted =
    [
        (FindingSeverity.Error, "error", "errors"),
        (FindingSeverity.Warning, "warning", "warnings"),
        (FindingSeverity.NotChecked, "not checked", "not checked"),
    ];

    /// <summary>Sums up each rule's findings of one severity.</summary>
    /// <param name="findings">The findings of one test.</param>
    /// <returns>The findings in their order, each with the summary of its rule.</returns>
    public static IEnumerable<(Finding Finding, FindingSummary Rule)> ByRule(IReadOnlyCollection<Finding> findings)
    {
        var summaries = findings
            .GroupBy(finding => (finding.Severity, finding.RuleId))
            .ToDictionary(group => group.Key, group => new FindingSummary(group.Count(), TitleFor(group.Key, group.Count()), RemedyFor([.. group])));
        return findings.Select(finding => (finding, summaries[(finding.Severity, finding.RuleId)]));
    }

    /// <summary>Writes the line that ends a test: "Not ready: 7 errors, 12 warnings, 3 not checked".</summary>
    /// <param name="findings">The findings of one test.</param>
    /// <returns>The line. The test is ready where no error was found.</returns>
    public static string Line(IReadOnlyCollection<Finding> findings)
    {
        var counts = Counted
            .Select(row => (row, Count: findings.Count(finding => finding.Severity == row.Severity)))
            .Where(one => one.Count > 0)
            .Select(one => $"{one.Count} {(one.Count == 1 ? one.row.One : one.row.Many)}")
            .ToList();
        var isReady = findings.All(finding => finding.Severity != FindingSeverity.Error);
        return $"{(isReady ? "Ready" : "Not ready")}: {(counts.Count == 0 ? "no errors, no warnings" : string.Join(", ", counts))}";
    }

    // What was not checked, or is only to be known, is no problem yet.
    private static string TitleFor((FindingSeverity Severity, string RuleId) group, int count) =>
        group.Severity >= FindingSeverity.Warning ? RuleProblems.Describe(group.RuleId, count)
        : count == 1 ? "1 finding"
        : $"{count} findings";

    private static string RemedyFor(IReadOnlyList<Finding> findings) =>
        findings.All(finding => finding.Remedy == findings[0].Remedy)
            ? findings[0].Remedy
            : ReadinessRules.All.FirstOrDefault(rule => rule.Id == findings[0].RuleId)?.Remedy ?? findings[0].Remedy;
}
