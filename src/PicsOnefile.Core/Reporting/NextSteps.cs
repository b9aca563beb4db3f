using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Readiness;

namespace PicsOnefile.Reporting;

/// <summary>
/// The next steps, in the order in which a centre is prepared. Blocking problems come first, then links, then standards, then the rest, last the switch.
/// </summary>
internal static class NextSteps
{
    // Rules that a step of the table below resolves. Every other rule with an error or a warning is a step of its own.
    private static readonly IReadOnlyList<(string[] Rules, Func<LinkReport, bool> Applies, Func<LinkReport, NextStep> Step)> Table =
    [
        (
            ["PO-C001", "PO-C002", "PO-C003"],
            report => !report.Offline && Found(report, "PO-C001", "PO-C002", "PO-C003"),
            report =>
                new(
                    First(report, "PO-C001", "PO-C002", "PO-C003"),
                    $"Connect-PicsOnefile -ProfileName {Quoted(report.ProfileName)}",
                    "With the settings that the finding names."
                )
        ),
        (
            ["PO-C006"],
            report => Found(report, "PO-C006"),
            _ =>
                new(
                    "Read both sides again: the report rests on old readings.",
                    "Update-MappingCache",
                    "Where PICSWeb is read from exported lists, export them again first."
                )
        ),
        (
            [],
            report => report.Offline && report.Kinds.Any(kind => kind.NotRead is not null),
            _ => new("Read both sides: the cache does not have every list.", "Update-MappingCache")
        ),
        (
            ["PO-J001"],
            report => Found(report, "PO-J001"),
            report =>
                new(
                    "Settle the changes that were begun and have no outcome: connecting checks what became of them.",
                    $"Connect-PicsOnefile -ProfileName {Quoted(report.ProfileName)}",
                    "Get-LinkHistory -Open shows them."
                )
        ),
        (
            [],
            report => Count(report, LinkKind.Officer, LinkState.Broken, LinkState.Drifted, LinkState.Duplicate) > 0,
            report =>
                new(
                    $"Look at {Count(report, LinkKind.Officer, LinkState.Broken, LinkState.Drifted, LinkState.Duplicate)} "
                        + $"{Kind(report, LinkKind.Officer).PicsWeb} link(s) that are broken, drifted or held twice.",
                    "Get-OfficerLink -State Broken, Drifted, Duplicate"
                )
        ),
        (
            [],
            report => Count(report, LinkKind.Organisation, LinkState.Broken, LinkState.Drifted, LinkState.Duplicate) > 0,
            report =>
                new(
                    $"Look at {Count(report, LinkKind.Organisation, LinkState.Broken, LinkState.Drifted, LinkState.Duplicate)} "
                        + $"{Kind(report, LinkKind.Organisation).PicsWeb} link(s) that are broken, drifted or held twice.",
                    "Get-OrganisationLink -State Broken, Drifted, Duplicate"
                )
        ),
        (
            ["PO-L001", "PO-L002"],
            report => InCentres(report, LinkKind.Officer) > 0,
            report =>
                new(
                    $"Find the matches of {InCentres(report, LinkKind.Officer)} {Kind(report, LinkKind.Officer).Onefile.OneOrMany} without a link, decide "
                        + "the doubtful ones, and link them.",
                    "Get-OnefileAssessor -Unlinked | Find-OfficerLink -IncludeUnmatched | Export-LinkReview officers.html",
                    "Then: Import-LinkReview officers.csv | Set-OfficerLink"
                )
        ),
        (
            ["PO-L001", "PO-L002"],
            report => InCentres(report, LinkKind.Organisation) > 0,
            report =>
                new(
                    $"Find the matches of {InCentres(report, LinkKind.Organisation)} {Kind(report, LinkKind.Organisation).Onefile.OneOrMany} without a link, "
                        + "decide the doubtful ones, and link them.",
                    "Get-OnefilePlacement -Unlinked | Find-OrganisationLink -IncludeUnmatched | Export-LinkReview organisations.html",
                    "Then: Import-LinkReview organisations.csv | Set-OrganisationLink"
                )
        ),
        (
            ["PO-L009"],
            report =>
                Count(report, LinkKind.Officer, LinkState.Pending) + Count(report, LinkKind.Organisation, LinkState.Pending) > 0 || Found(report, "PO-L009"),
            _ =>
                new(
                    "Key the worklist into PICSWeb, and tick it off.",
                    "Export-LinkWorklist worklist.html",
                    "Then read PICSWeb again (a new export where there is no API): what it shows then is linked."
                )
        ),
        (
            ["PO-Q001"],
            report => Components(report, VqState.Wrong, VqState.Empty) > 0,
            report =>
                new(
                    $"Give {Components(report, VqState.Wrong, VqState.Empty)} component(s) of standards the VQ Reference that Onefile has.",
                    "Get-StandardVqReference | Where-Object State -in Wrong, Empty | Set-StandardVqReference"
                )
        ),
        (
            [],
            report => Waiting(report).Any(one => one.Proposed),
            report =>
                new(
                    $"Decide {Waiting(report).Count(one => one.Proposed)} qualification(s) that only their titles tell.",
                    "Get-StandardVqReference | Where-Object Proposed | Export-LinkReview standards.html",
                    "Then: Import-LinkReview standards.csv | Set-StandardVqReference"
                )
        ),
    ];

    /// <summary>Lists the steps for a report that has everything else.</summary>
    /// <returns>The steps.</returns>
    public static IReadOnlyList<NextStep> For(LinkReport report)
    {
        var steps = Table.Where(row => row.Applies(report)).ToList();
        var mended = new HashSet<string>(steps.SelectMany(row => row.Rules), StringComparer.Ordinal);
        var rest = report
            .Rules.Where(rule => rule.Severity is FindingSeverity.Error or FindingSeverity.Warning && !mended.Contains(rule.RuleId))
            .Select(rule => new NextStep(
                $"{RuleProblems.Describe(rule.RuleId, rule.Findings.Count(one => one.Severity >= FindingSeverity.Warning))} ({rule.RuleId}).",
                null,
                rule.Remedy
            ));
        return [.. steps.Select(row => row.Step(report)), .. rest, .. Last(report)];
    }

    private static IEnumerable<NextStep> Last(LinkReport report)
    {
        if (report.Rules.Any(rule => rule.Severity is FindingSeverity.Error))
            return [new("Test again: errors block the switch.", "Test-PicsWebSync")];
        if (report.Offline)
            return [new("Test with both systems at hand: this report was made from the cache alone.", "Test-PicsWebSync -Refresh")];
        return
        [
            new("See what the first enrolments would do, record by record.", "Test-PicsWebSync -Preview"),
            new(
                "Nothing blocks the switch. Where it is not on yet, switch the integration on.",
                $"Enable-PicsWebSync -Environment {report.Environment}",
                "Then Invoke-QualificationRefresh once more: before the switch PICSWeb has no connection of its own."
            ),
        ];
    }

    private static bool Found(LinkReport report, params string[] rules) =>
        report.Rules.Any(rule => rules.Contains(rule.RuleId) && rule.Severity is FindingSeverity.Error or FindingSeverity.Warning);

    private static string First(LinkReport report, params string[] rules) =>
        report.Rules.First(rule => rules.Contains(rule.RuleId) && rule.Severity is FindingSeverity.Error or FindingSeverity.Warning).Findings[0].Message;

    private static ReportedKind Kind(LinkReport report, LinkKind kind) => report.Kinds.First(one => one.Kind == kind);

    private static int Count(LinkReport report, LinkKind kind, params LinkState[] states) =>
        Kind(report, kind).Centres.Sum(centre => states.Sum(state => centre.States.TryGetValue(state, out var count) ? count : 0));

    private static int InCentres(LinkReport report, LinkKind kind) =>
        Kind(report, kind)
            .Centres.Where(centre => centre.CentreId is not null)
            .Sum(centre => centre.States.TryGetValue(LinkState.Unlinked, out var count) ? count : 0);

    private static int Components(LinkReport report, params VqState[] states) => Waiting(report).Count(one => states.Contains(one.State) && !one.Proposed);

    private static IEnumerable<ReportedComponent> Waiting(LinkReport report) =>
        (report.Standards ?? []).SelectMany(standard => standard.Components).Where(one => !one.Excluded);

    internal static string Quoted(string name) => $"'{name.Replace("'", "''")}'";
}
