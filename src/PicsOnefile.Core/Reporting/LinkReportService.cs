using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using PicsOnefile.Matching;
using PicsOnefile.Qualifications;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reporting;

/// <summary>
/// Makes the report: links, findings, standards and the journal. A part that cannot be read says so in its place, and the others are still made.
/// </summary>
public sealed class LinkReportService(Workspace workspace)
{
    private const string PicsWebAlone = "In PICSWeb alone";

    /// <summary>Makes the report of the present state.</summary>
    /// <returns>The report; a part that could not be read has the reason.</returns>
    public async Task<LinkReport> MakeAsync(Freshness freshness, RunContext run)
    {
        var readiness = await new ReadinessService(workspace).ReportAsync(new ReadinessRequest { Freshness = freshness }, run).ConfigureAwait(false);
        var facts = await ShownAsync(readiness.Facts, freshness, run).ConfigureAwait(false);
        var (standards, notRead) = Standards(facts.Standards);
        var report = new LinkReport
        {
            ProfileName = workspace.Profile.ProfileName,
            CustomerName = workspace.Customer.Name,
            Environment = workspace.Environment,
            LinkBy = workspace.LinkBy,
            PicsWebBy = workspace.PicsWebBy,
            MadeAt = workspace.Clock.GetUtcNow(),
            Offline = freshness == Freshness.Never,
            Ages = run.Lists.Lines(),
            Kinds =
            [
                .. LinkType.Kinds.Select(kind =>
                    Links(kind, facts.Links(kind)) with
                    {
                        Risk = facts.Figures.TryGetValue(kind, out var figures) ? Risk(figures) : null,
                    }
                ),
            ],
            Rules = Rules(readiness.Findings),
            RulesAsked = ReadinessRules.All.Count,
            Standards = standards,
            StandardsNotRead = notRead,
            Days = Days(
                workspace.Cache.Journal.Read(new JournalFilter()).Where(row => row.Environment == workspace.Environment),
                workspace.Clock.LocalTimeZone
            ),
        };
        return report with { Steps = NextSteps.For(report) };
    }

    /// <summary>Groups the findings by rule, the gravest first.</summary>
    /// <returns>One item for each rule.</returns>
    internal static IReadOnlyList<ReportedRule> Rules(IEnumerable<Finding> findings)
    {
        var known = ReadinessRules.All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return
        [
            .. findings
                .GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
                .Select(rule => new ReportedRule(
                    rule.Key,
                    RuleProblems.Describe(rule.Key, rule.Count()),
                    rule.Max(finding => finding.Severity),
                    known.TryGetValue(rule.Key, out var one) ? one.Remedy : "",
                    [.. rule.Select(finding => new ReportedFinding(finding.Severity, finding.Target, finding.TargetName, finding.Message, finding.Remedy))]
                ))
                .OrderByDescending(rule => rule.Severity)
                .ThenBy(rule => rule.RuleId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Groups the outcomes of the journal by day.</summary>
    /// <returns>One item for each day.</returns>
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

    /// <summary>Sums up the limit of risk of the matching.</summary>
    /// <returns>The budget, what is spent of it, and what keeps proposals back.</returns>
    internal static ReportedRisk Risk(MatchFigures figures) =>
        new(
            figures.Certain,
            Math.Round(figures.ExpectedWrongLinks, 6),
            figures.MaximumExpectedWrong,
            string.Join(", ", figures.KeptBack.Select(one => $"{one.Candidates} by {one.By}"))
        );

    /// <summary>Counts the states of the links of one kind.</summary>
    /// <param name="kind">The kind, in words.</param>
    /// <param name="entries">The link snapshot's entries.</param>
    /// <param name="centres">The centres by ID; one whose name is not known is shown by its ID.</param>
    /// <returns>The kind with its counts.</returns>
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

    // Where a side did not respond, the rules judge by the cache however old it is. The report shows no list of that age, like any other command.
    private async Task<ReadinessFacts> ShownAsync(ReadinessFacts facts, Freshness freshness, RunContext run)
    {
        if (facts.Onefile.Works != false && facts.PicsWeb.Works != false)
            return facts;
        var again = freshness == Freshness.Never ? Freshness.Never : Freshness.WhenOld;
        var links = new LinkReading(workspace);
        return facts with
        {
            Officers = await ReadResult.ReadAsync(() => links.TakeSnapshotAsync(LinkKind.Officer, again, run), run).ConfigureAwait(false),
            Organisations = await ReadResult.ReadAsync(() => links.TakeSnapshotAsync(LinkKind.Organisation, again, run), run).ConfigureAwait(false),
            Standards = await ReadResult.ReadAsync(() => new StandardReading(workspace).ReadAsync(again, run), run).ConfigureAwait(false),
        };
    }

    private ReportedKind Links(LinkKind kind, ReadResult<LinkSnapshot> links)
    {
        var reported = new ReportedKind(kind, workspace.Terms.PicsWeb(kind), workspace.Terms.Onefile(kind));
        if (!links.TryGet(out var snapshot, out var reason))
            return reported with { NotRead = reason };
        var centres = (workspace.Cache.Records.Read<Centre>()?.Rows ?? []).ToDictionary(
            centre => centre.CentreId,
            centre => centre.Name,
            StringComparer.Ordinal
        );
        return Coverage(reported, snapshot.Entries, centres);
    }

    private static (IReadOnlyList<ReportedStandard>? Standards, string? NotRead) Standards(ReadResult<IReadOnlyList<StandardVqReference>> read) =>
        read.TryGet(out var rows, out var reason)
            ? (
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
            )
            : (null, reason);
}
