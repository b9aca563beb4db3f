using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reporting;

/// <summary>Puts the report together: links, findings, standards and the journal. What cannot be read is said in its place, and the rest goes on.</summary>
public sealed class LinkReportService(Workspace workspace)
{
    private const string PicsWebAlone = "In PICSWeb alone";

    /// <summary>The report as things stand.</summary>
    public async Task<LinkReport> MakeAsync(Freshness freshness, RunContext run)
    {
        // The readiness test reads both sides as asked; what follows takes the same readings from the cache.
        var findings = await new ReadinessService(workspace).TestAsync(new ReadinessRequest { Freshness = freshness }, run).ConfigureAwait(false);
        var again = freshness == Freshness.Never ? Freshness.Never : Freshness.WhenOld;
        var kinds = new List<ReportedKind>();
        foreach (var kind in LinkType.Kinds)
            kinds.Add(await LinksAsync(kind, again, run).ConfigureAwait(false));
        var (standards, notRead) = await StandardsAsync(again, run).ConfigureAwait(false);
        var report = new LinkReport
        {
            ProfileName = workspace.Profile.ProfileName,
            CustomerName = workspace.Customer.Name,
            Environment = workspace.Environment,
            LinkBy = workspace.LinkBy,
            PicsWebBy = workspace.PicsWebBy,
            MadeAt = workspace.Clock.GetUtcNow(),
            Offline = freshness == Freshness.Never,
            Kinds = kinds,
            Rules = Rules(findings),
            RulesAsked = ReadinessRules.All.Count,
            Standards = standards,
            StandardsNotRead = notRead,
            Days = Days(
                workspace.Cache.Journal.Read(new JournalFilter()).Where(row => row.Environment == workspace.Environment),
                workspace.Clock.LocalTimeZone
            ),
        };
        return report with { Steps = NextSteps.Of(report) };
    }

    /// <summary>The findings rule by rule, the gravest first.</summary>
    internal static IReadOnlyList<ReportedRule> Rules(IEnumerable<Finding> findings)
    {
        var known = ReadinessRules.All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return
        [
            .. findings
                .GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
                .Select(rule => new ReportedRule(
                    rule.Key,
                    known.TryGetValue(rule.Key, out var one) ? one.Title : rule.Key,
                    rule.Max(finding => finding.Severity),
                    one?.Remedy ?? "",
                    [.. rule.Select(finding => new ReportedFinding(finding.Severity, finding.Target, finding.TargetName, finding.Message, finding.Remedy))]
                ))
                .OrderByDescending(rule => rule.Severity)
                .ThenBy(rule => rule.RuleId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The outcomes in the journal, day by day.</summary>
    internal static IReadOnlyList<ReportedDay> Days(IEnumerable<Change> journal, TimeZoneInfo zone) =>
        [
            .. journal
                .Where(row => row.State != ChangeState.Intended)
                .GroupBy(row => TimeZoneInfo.ConvertTime(row.At, zone).Date)
                .OrderBy(day => day.Key)
                .Select(day => new ReportedDay(
                    day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    day.Count(row => row.State == ChangeState.Done),
                    day.Count(row => row.State is ChangeState.Failed or ChangeState.Conflict),
                    day.Count(row => row.State == ChangeState.Undone),
                    day.Count(row => row.State == ChangeState.Skipped)
                )),
        ];

    /// <summary>How the links of one kind stand.</summary>
    /// <param name="kind">The kind, in words.</param>
    /// <param name="entries">The link snapshot's entries.</param>
    /// <param name="centres">The centres by ID; one whose name is not known is shown by its ID.</param>
    internal static ReportedKind Coverage(ReportedKind kind, IReadOnlyList<LinkEntry> entries, IReadOnlyDictionary<string, string> centres)
    {
        string Name(string? id) =>
            id is null ? PicsWebAlone
            : centres.TryGetValue(id, out var name) && name.Length > 0 ? name
            : id;
        var counted = entries.Where(entry => !OutOfUse(entry)).ToList();
        return kind with
        {
            OutOfUse = entries.Count - counted.Count,
            Centres =
            [
                .. counted
                    .GroupBy(entry => entry.Onefile?.CentreId)
                    .Select(centre => new CentreCoverage(
                        centre.Key,
                        Name(centre.Key),
                        centre.GroupBy(entry => entry.State).ToDictionary(state => state.Key, state => state.Count())
                    ))
                    .OrderBy(centre => centre.CentreId is null)
                    .ThenBy(centre => centre.Name, StringComparer.InvariantCultureIgnoreCase)
                    .ThenBy(centre => centre.CentreId, StringComparer.Ordinal),
            ],
            Links =
            [
                .. counted
                    .Where(entry => entry.State is not LinkState.Linked and not LinkState.Excluded)
                    .OrderBy(entry => entry.State)
                    .ThenBy(entry => entry.PicsWeb?.DisplayName ?? entry.Onefile?.DisplayName ?? "", StringComparer.InvariantCultureIgnoreCase)
                    .Select(entry => new ReportedLink(
                        entry.State,
                        entry.Ident,
                        entry.PicsWeb?.DisplayName,
                        entry.OnefileId,
                        entry.Onefile?.DisplayName,
                        entry.Onefile is null ? null : Name(entry.Onefile.CentreId),
                        entry.Detail
                    )),
            ],
        };
    }

    // A leaver who was never linked is no gap.
    private static bool OutOfUse(LinkEntry entry) => entry.State == LinkState.Unlinked && (entry.Onefile?.Live ?? entry.PicsWeb?.Live) == false;

    private async Task<ReportedKind> LinksAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        var reported = new ReportedKind(kind, workspace.Terms.PicsWeb(kind), workspace.Terms.Onefile(kind));
        try
        {
            var snapshot = await new LinkReading(workspace).ReadAsync(kind, freshness, run).ConfigureAwait(false);
            var centres = (workspace.Cache.Records.Read<Centre>()?.Rows ?? []).ToDictionary(
                centre => centre.CentreId,
                centre => centre.Name,
                StringComparer.Ordinal
            );
            return Coverage(reported, snapshot.Entries, centres);
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"Not read: {failure.Message}");
            return reported with { NotRead = failure.Message };
        }
    }

    private async Task<(IReadOnlyList<ReportedStandard>? Standards, string? NotRead)> StandardsAsync(Freshness freshness, RunContext run)
    {
        try
        {
            var rows = await new StandardReading(workspace).ReadAsync(freshness, run).ConfigureAwait(false);
            return (
                [
                    .. rows.GroupBy(row => row.StandardCode, StringComparer.Ordinal)
                        .Select(standard => new ReportedStandard(
                            standard.Key,
                            standard.Select(row => row.StandardTitle).FirstOrDefault(title => title.Length > 0) ?? "",
                            [
                                .. standard.Select(row => new ReportedComponent(
                                    row.Component,
                                    row.State,
                                    row.Excluded,
                                    row.Proposed,
                                    row.Code,
                                    row.VqReference,
                                    row.Detail
                                )),
                            ]
                        )),
                ],
                null
            );
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"Not read: {failure.Message}");
            return (null, failure.Message);
        }
    }
}
