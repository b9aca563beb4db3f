using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness.Preview;

/// <summary>Says what the first enrolments would create, use, leave out and fail at. Reads both sides and writes to neither.</summary>
public sealed class PreviewService(Workspace workspace)
{
    /// <summary>Previews the enrolments.</summary>
    /// <returns>Each record once, in the order in which the enrolments reach them.</returns>
    /// <exception cref="PicsOnefileException">OperationMissing: officers or organisations cannot be read. ListWithheld: their list is unavailable. Any other
    /// error of a system or a file.</exception>
    public async Task<IReadOnlyList<PreviewItem>> PreviewAsync(PreviewRequest request, RunContext run)
    {
        var collector = new FactCollector(workspace, request.Freshness, run);
        var candidates = new List<LinkCandidate>();
        foreach (var kind in LinkType.Kinds)
            candidates.AddRange(await CandidatesAsync(collector, kind, request, run).ConfigureAwait(false));
        var centres = (await collector.CentresInPlayAsync().ConfigureAwait(false)).OrThrow();
        var learners = await LearnersAsync(collector, request, run).ConfigureAwait(false);
        var enrolling = Enrolling(learners, request, run);
        var facts = new PreviewFacts
        {
            Centres = centres,
            Officers = (await collector.SnapshotAsync(LinkKind.Officer).ConfigureAwait(false)).OrThrow(),
            Organisations = (await collector.SnapshotAsync(LinkKind.Organisation).ConfigureAwait(false)).OrThrow(),
            Candidates = candidates,
            Rejected = collector.Rejected(),
            Aims = (await collector.LearningAimsAsync().ConfigureAwait(false)).OrThrow(),
            Qualifications = workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList)
                ? (await collector.QualificationsAsync().ConfigureAwait(false)).OrThrow()
                : [],
            Learners = learners ?? [],
            Enrolling = enrolling,
            OnefileLearners = enrolling is null ? [] : await OnefileLearnersAsync(collector, enrolling, request, run).ConfigureAwait(false),
            Terms = workspace.Terms,
        };
        var items = await PreviewAsync(collector, facts, request, run).ConfigureAwait(false);
        var asOf = facts.AsOf;
        return [.. items.Select(item => item with { AsOf = asOf })];
    }

    // Where rows lack the flag, only the details show whether an account is in use. They cost one call for each account that the enrolments reach. Another call
    // is made where the next best takes the place of an archived one.
    private async Task<IReadOnlyList<PreviewItem>> PreviewAsync(FactCollector collector, PreviewFacts facts, PreviewRequest request, RunContext run)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var unread = new Dictionary<(PreviewKind, string), string>();
        while (true)
        {
            var items = EnrolmentPreview.Create(facts);
            var assessors = Unsure<Assessor>(facts.Officers, items, PreviewKind.Assessor, asked, request);
            var placements = Unsure<Placement>(facts.Organisations, items, PreviewKind.Placement, asked, request);
            if (assessors.Count + placements.Count == 0)
                return items;
            if (request.Freshness == Freshness.Never)
            {
                run.Log.Warning(
                    $"The details of {assessors.Count + placements.Count} Onefile records are not in the cache: whether they are in use is not known."
                );
                return items;
            }
            Note(PreviewKind.Assessor, (await workspace.OnefileDetails.ReadAsync(assessors, run).ConfigureAwait(false)).Unread);
            Note(PreviewKind.Placement, (await workspace.OnefileDetails.ReadAsync(placements, run).ConfigureAwait(false)).Unread);
            facts = facts with
            {
                Unread = unread,
                Officers =
                    assessors.Count == 0
                        ? facts.Officers
                        : (await collector.Links.WithDetailsAsync(LinkKind.Officer, offline: false).ConfigureAwait(false)).OrThrow(),
                Organisations =
                    placements.Count == 0
                        ? facts.Organisations
                        : (await collector.Links.WithDetailsAsync(LinkKind.Organisation, offline: false).ConfigureAwait(false)).OrThrow(),
            };
        }

        void Note(PreviewKind kind, IReadOnlyDictionary<string, PicsOnefileException> failures)
        {
            foreach (var failure in failures)
                unread[(kind, failure.Key)] = failure.Value.Message;
        }
    }

    // Older details may have changed since. A reading anew reads them again, unless the rows have the flag.
    private List<T> Unsure<T>(LinkSnapshot links, IReadOnlyList<PreviewItem> items, PreviewKind kind, HashSet<string> asked, PreviewRequest request)
        where T : IOnefileRecord
    {
        var met = new HashSet<string>(items.Where(item => item.Kind == kind).Select(item => item.ExistingId).OfType<string>(), StringComparer.Ordinal);
        var rowsTell = links.Sources.Onefile.Any(record => record.Live is not null && record.DetailsReadAt is null);
        var age = rowsTell ? DetailsAge.Any : DetailsAge.OfAPreview(request.Freshness, workspace.Profile.CacheAge);
        return
        [
            .. links
                .Sources.Onefile.OfType<T>()
                .Where(record => met.Contains(record.OnefileId) && age.WantsReading(record, workspace.Clock.GetUtcNow()) && asked.Add(record.OnefileId)),
        ];
    }

    private static async Task<IReadOnlyList<LinkCandidate>> CandidatesAsync(FactCollector collector, LinkKind kind, PreviewRequest request, RunContext run)
    {
        var sources = (await collector.SnapshotAsync(kind).ConfigureAwait(false)).OrThrow().Sources;
        if (sources is { PicsWeb: not null, PicsWebIsAvailable: false })
            throw ErrorKinds.ListWithheld.For(kind, $"{sources.Unavailable.First(list => list.Scope.Length == 0).Sentence}.");
        if (sources.PicsWeb is null)
        {
            var parameter = LinkType.For(kind).PicsWeb.PathParameter;
            throw ErrorKinds.OperationMissing.For(
                kind,
                $"PICSWeb's {run.Terms.PicsWeb(kind).Many} cannot be read here, and without them nobody can say what an enrolment uploads: give an exported "
                    + $"list (Connect-PicsOnefile {parameter})."
            );
        }
        var freshness = request.Freshness == Freshness.Never ? Freshness.Never : Freshness.WhenOld;
        return (await collector.Links.CandidatesAsync(kind, new CandidateRequest { Freshness = freshness }).ConfigureAwait(false)).OrThrow();
    }

    private async Task<IReadOnlyList<Learner>?> LearnersAsync(FactCollector collector, PreviewRequest request, RunContext run)
    {
        if (request.LearnerPath is { } path)
            return Noted(await ExportedRecords.LearnersAsync(path, workspace.Profile.ColumnMap, run).ConfigureAwait(false), run);
        var learners = await collector.LearnersAsync().ConfigureAwait(false);
        // Without an OpenAPI document only the first call shows that the tenant has no such list.
        return learners.Error is null || learners.Error.Kind == ErrorKinds.OperationMissing ? learners.Value : learners.OrThrow();
    }

    // No list of the connection: nothing else says how old it is.
    private IReadOnlyList<Learner> Noted(IReadOnlyList<Learner> learners, RunContext run)
    {
        if (learners.Min(learner => learner.AsOf) is { } asOf)
            run.Lists.Note(ListAge.Measure("learners", asOf, isExported: true, workspace.Clock.GetUtcNow(), workspace.Profile.CacheAge));
        return learners;
    }

    // Where no learner waits, or none is known, the preview is about all records in use. One of the next learners may have any of them.
    private static List<Learner>? Enrolling(IReadOnlyList<Learner>? learners, PreviewRequest request, RunContext run)
    {
        if (request.LearnerIdents is { } idents)
        {
            var known = (learners ?? [])
                .GroupBy(learner => learner.LearnerIdent, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
            foreach (var unknown in idents.Where(ident => !known.ContainsKey(ident)))
                run.Log.RecordError(ErrorKinds.RecordUnknown.For(unknown, $"There is no learner in PICSWeb with the Ident '{unknown}'."));
            return [.. idents.Distinct(StringComparer.OrdinalIgnoreCase).Where(known.ContainsKey).Select(ident => known[ident])];
        }
        var waiting = (learners ?? []).Where(learner => learner.AwaitsEnrolment).ToList();
        run.Log.Verbose($"{waiting.Count} learner(s) wait for their enrolment.");
        if (waiting.Count > 0 || request.LearnerPath is not null)
            return waiting;
        run.Log.Warning(
            learners is null
                ? $"PICSWeb's learners cannot be read (give an exported list: -LearnerPath): the preview is of all {run.Terms.Officer.Many}, "
                    + $"{run.Terms.Organisation.Many} and qualifications in use."
                : $"No learner waits for an enrolment: the preview is of all {run.Terms.Officer.Many}, {run.Terms.Organisation.Many} and qualifications in use."
        );
        return null;
    }

    private static async Task<IReadOnlyList<OnefileLearner>?> OnefileLearnersAsync(
        FactCollector collector,
        IReadOnlyCollection<Learner> enrolling,
        PreviewRequest request,
        RunContext run
    )
    {
        if (request.Freshness != Freshness.Never)
            return (await collector.OnefileLearnersAsync(enrolling).ConfigureAwait(false)).OrThrow();
        run.Log.Warning("Onefile's learners are never kept: offline the preview does not say which learners exist there already.");
        return null;
    }
}
