using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>
/// Reads the facts for readiness, report, preview and switch. Each list is read once, and each side is matched once. A list that cannot be read is kept with
/// the reason, and the others are still read. A caller that needs the list throws the error (<see cref="ReadResult{T}.OrThrow"/>).
/// </summary>
/// <param name="workspace">Both systems and the cache.</param>
/// <param name="freshness">Whether to read both sides anew.</param>
/// <param name="run">The run.</param>
internal sealed class FactCollector(Workspace workspace, Freshness freshness, RunContext run)
{
    private readonly ConnectionChecks _connections = new(workspace, run);
    private Freshness _freshness = freshness;
    private ReadResult<IReadOnlyList<Centre>>? _centresInPlay;

    /// <summary>The links of both kinds, and what the matching proposes.</summary>
    public LinkCollector Links { get; } = new(workspace, run);

    private bool IsOffline => _freshness == Freshness.Never;

    // A second reading in the same run would cost the calls of the first one again.
    private Freshness CacheFirst => IsOffline ? Freshness.Never : Freshness.WhenOld;

    /// <summary>Reads the links of a kind.</summary>
    /// <returns>The links, or why they are missing.</returns>
    public Task<ReadResult<LinkSnapshot>> SnapshotAsync(LinkKind kind) => Links.SnapshotAsync(kind, _freshness);

    /// <summary>Reads the centres in play, after the lists have shown which centres there are.</summary>
    /// <returns>The centres, or why they are missing.</returns>
    public async Task<ReadResult<IReadOnlyList<Centre>>> CentresInPlayAsync() =>
        _centresInPlay ??= await ReadAsync(() => workspace.OnefileLists.CentresAsync(CacheFirst, run)).ConfigureAwait(false);

    /// <summary>Reads the learning aims of the centres in play.</summary>
    /// <returns>The learning aims, or why they are missing.</returns>
    public Task<ReadResult<IReadOnlyList<LearningAim>>> LearningAimsAsync() => ReadAsync(() => workspace.OnefileLists.LearningAimsAsync(_freshness, run));

    /// <summary>Reads PICSWeb's qualifications.</summary>
    /// <returns>The qualifications, or why they are missing.</returns>
    public Task<ReadResult<IReadOnlyList<Qualification>>> QualificationsAsync() =>
        ReadAsync(() => workspace.PicsWebLists.QualificationsAsync(_freshness, run));

    /// <summary>Reads PICSWeb's learners.</summary>
    /// <returns>The learners, or why they are missing.</returns>
    public async Task<ReadResult<IReadOnlyList<Learner>>> LearnersAsync() =>
        workspace.PicsWeb.CanRead(PicsWebOperation.LearnersList)
            ? await ReadAsync(() => workspace.PicsWebLists.LearnersAsync(_freshness, run)).ConfigureAwait(false)
            : ReadResult.Unavailable<IReadOnlyList<Learner>>("PICSWeb's learners can be read neither by the API nor from an exported list.");

    /// <summary>Reads Onefile's learners, to find those who wait for their enrolment.</summary>
    /// <param name="waiting">PICSWeb's learners who wait.</param>
    /// <returns>The learners; empty where no learner waits.</returns>
    public async Task<ReadResult<IReadOnlyList<OnefileLearner>>> OnefileLearnersAsync(IReadOnlyCollection<Learner> waiting)
    {
        // Where no learner waits, none can be created twice.
        if (waiting.Count == 0)
            return ReadResult.From<IReadOnlyList<OnefileLearner>>([]);
        if (IsOffline)
            return ReadResult.Unavailable<IReadOnlyList<OnefileLearner>>("Onefile's learners are never kept, so that they cannot be read offline.");
        var centres = await CentresInPlayAsync().ConfigureAwait(false);
        return centres.Value is null
            ? centres.As<IReadOnlyList<OnefileLearner>>()
            : await ReadAsync(() => new OnefileLearners(workspace.Onefile).ReadAsync(centres.Value, waiting, run)).ConfigureAwait(false);
    }

    /// <summary>Reads what people rejected in reviews, by kind.</summary>
    /// <returns>The rejections of each kind.</returns>
    public IReadOnlyDictionary<LinkKind, RejectedPairs> Rejected() =>
        LinkType.Kinds.ToDictionary(kind => kind, kind => RejectedPairs.Read(workspace.Cache.Ledger, kind, workspace.Environment));

    /// <summary>Collects the facts of the readiness rules.</summary>
    /// <param name="candidates">The proposals of the matching, where the caller has them; null to match.</param>
    /// <returns>The facts.</returns>
    public async Task<ReadinessFacts> CollectAsync(IReadOnlyCollection<LinkCandidate>? candidates)
    {
        var asked = !IsOffline;
        var onefile = asked ? await _connections.OnefileAsync().ConfigureAwait(false) : new ConnectionCheck(null, ConnectionChecks.Offline);
        var (picsWeb, integration) = asked
            ? await _connections.PicsWebAsync(CacheFirst).ConfigureAwait(false)
            : (new ConnectionCheck(null, ConnectionChecks.Offline), ReadResult.Unavailable<IntegrationSettings>(ConnectionChecks.Offline));
        if (onefile.Works == false || picsWeb.Works == false)
        {
            // Every list would wait in vain for the same response. Facts from the cache are still useful.
            run.Log.Verbose("One side does not answer: the rest is judged by what was read before.");
            _freshness = Freshness.Never;
        }
        var centres = await AllCentresAsync().ConfigureAwait(false);
        foreach (var kind in LinkType.Kinds)
            await SnapshotAsync(kind).ConfigureAwait(false);
        var qualifications = await QualificationsAsync().ConfigureAwait(false);
        var aims = await LearningAimsAsync().ConfigureAwait(false);
        var learners = await LearnersAsync().ConfigureAwait(false);
        var rejected = Rejected();
        candidates ??= await CandidatesAsync(includeRejected: false).ConfigureAwait(false);
        var rejectedCandidates = rejected.Values.Any(pairs => pairs.WithoutOrigin().Any())
            ? await CandidatesAsync(includeRejected: true).ConfigureAwait(false)
            : [];
        var officers = await SnapshotAsync(LinkKind.Officer).ConfigureAwait(false);
        var organisations = await SnapshotAsync(LinkKind.Organisation).ConfigureAwait(false);
        var (ledger, open) = (workspace.Cache.Ledger, workspace.Cache.Journal.Open());
        var (journal, waiting, outages, gone) = (
            new JournalFacts(workspace),
            new WaitingFacts(workspace),
            new Outages(workspace),
            new GoneRecords(workspace, run)
        );
        return new ReadinessFacts
        {
            At = workspace.Clock.GetUtcNow(),
            Environment = workspace.Environment,
            LinkBy = workspace.LinkBy,
            OnlyCentre = workspace.Profile.CentreId,
            PicsWebAddress = workspace.Profile.PicsWebAddress,
            Terms = workspace.Terms,
            Onefile = onefile,
            PicsWeb = picsWeb,
            Centres = centres,
            CentresBefore = CentreBaseline.Read(ledger, workspace.Environment),
            Officers = officers,
            Organisations = organisations,
            Candidates = candidates,
            Figures = Links.Figures,
            Rejected = rejected,
            RejectedCandidates = rejectedCandidates,
            OlderRejections = Older(aims.Value, qualifications.Value),
            GoneFromOnefile = IsOffline
                ? []
                : [.. await gone.FindAsync(officers).ConfigureAwait(false), .. await gone.FindAsync(organisations).ConfigureAwait(false)],
            Pending = [.. waiting.Links(LinkKind.Officer, officers.Value), .. waiting.Links(LinkKind.Organisation, organisations.Value)],
            PendingReferences = waiting.References(qualifications.Value),
            QualificationLinks = Paired(aims, qualifications, new QualificationService(workspace).Links),
            Standards = Paired(aims, qualifications, new StandardReading(workspace).Rows),
            Qualifications = qualifications,
            Learners = learners,
            OnefileLearners = await OnefileLearnersAsync([.. (learners.Value ?? []).Where(learner => learner.AwaitsEnrolment)]).ConfigureAwait(false),
            Integration = integration,
            Attestations = AttestedHere.Read(ledger, workspace.Environment),
            OpenIntents = open,
            Standings = journal.Standings(open),
            LinksMade = journal.LinksMade(),
            MisValueWrites = journal.MisValueWrites(),
            Readings = new ReadingAges(workspace).For(centres.Value),
            Withheld = workspace.Withheld,
            // A run from the cache alone knows nothing of outages.
            Outages = asked ? [.. outages.For(LinkKind.Officer, officers), .. outages.For(LinkKind.Organisation, organisations)] : [],
            Incomplete = outages.Incomplete(),
        };
    }

    // Proposals of the matching for records without a link. Null where a side is not known, or no call may be made. Without them the rules use plain evidence.
    private async Task<IReadOnlyCollection<LinkCandidate>?> CandidatesAsync(bool includeRejected)
    {
        if (IsOffline)
            return null;
        foreach (var kind in LinkType.Kinds)
        {
            if ((await SnapshotAsync(kind).ConfigureAwait(false)).Value is null)
                return null;
        }
        var request = new CandidateRequest
        {
            IncludeUnmatched = true,
            IncludeRejected = includeRejected,
            All = includeRejected,
        };
        var found = new List<LinkCandidate>();
        foreach (var kind in LinkType.Kinds)
        {
            if ((await Links.CandidatesAsync(kind, request).ConfigureAwait(false)).Value is not { } candidates)
                return null;
            found.AddRange(candidates);
        }
        return found;
    }

    // Reading the centres in play reads all of them. The profile narrows them afterwards, and PICSWeb works with the customer's whole number.
    private Task<ReadResult<IReadOnlyList<Centre>>> AllCentresAsync() =>
        ReadAsync(async () =>
        {
            var inPlay = await workspace.OnefileLists.CentresAsync(_freshness, run).ConfigureAwait(false);
            return workspace.Cache.Records.Read<Centre>()?.Rows ?? inPlay;
        });

    private IReadOnlyList<LinkExclusion> Older(IReadOnlyList<LearningAim>? aims, IReadOnlyList<Qualification>? qualifications) =>
        aims is null || qualifications is null
            ? []
            : OlderRejections.Find(
                workspace.Cache.Ledger.Exclusions(workspace.Environment),
                OlderRejections.Since(workspace.Cache.Ledger, workspace.Environment, workspace.Clock.GetUtcNow()),
                aims,
                qualifications
            );

    private static ReadResult<IReadOnlyList<T>> Paired<T>(
        ReadResult<IReadOnlyList<LearningAim>> aims,
        ReadResult<IReadOnlyList<Qualification>> qualifications,
        Func<IReadOnlyList<LearningAim>, IReadOnlyList<Qualification>, IReadOnlyList<T>> pair
    ) =>
        aims.Value is null ? aims.As<IReadOnlyList<T>>()
        : qualifications.Value is null ? qualifications.As<IReadOnlyList<T>>()
        : ReadResult.From(pair(aims.Value, qualifications.Value));

    private Task<ReadResult<T>> ReadAsync<T>(Func<Task<T>> read)
        where T : class => ReadResult.ReadAsync(read, run);
}
