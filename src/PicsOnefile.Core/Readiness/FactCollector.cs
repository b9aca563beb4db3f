using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>Reads what the rules look at. What cannot be read is kept with the reason, and the rest goes on.</summary>
internal sealed class FactCollector(Workspace workspace, ReadinessRequest request, RunContext run)
{
    private const string Offline = "The cache was asked to answer alone (-Offline).";


    // Where one of these stands between us and PICSWeb, no other call would fare better.
    private static readonly IReadOnlyList<ErrorKindCategory> NoConnection =
    [
        ErrorKindCategory.AuthenticationError,
        ErrorKindCategory.ConnectionError,
        ErrorKindCategory.OperationTimeout,
        ErrorKindCategory.SecurityError,
        ErrorKindCategory.ResourceUnavailable,
    ];

    private Freshness _freshness = request.Freshness;

    private bool IsOffline => _freshness == Freshness.Never;

    // A second reading in the same run would cost the calls of the first one again.
    private Freshness CacheFirst => IsOffline ? Freshness.Never : Freshness.WhenOld;

    public async Task<ReadinessFacts> CollectAsync()
    {
        var links = new LinkReading(workspace);
        var onefile = await OnefileAsync().ConfigureAwait(false);
        var (picsWeb, integration) = await PicsWebAsync().ConfigureAwait(false);
        if (onefile.Works == false || picsWeb.Works == false)
        {
            // Every list would wait for the same answer in vain; what is known is still worth a look.
            run.Log.Verbose("One side does not answer: the rest is judged by what was read before.");
            _freshness = Freshness.Never;
        }
        var centres = await CentresAsync().ConfigureAwait(false);
        var officers = await ReadAsync(() => links.ReadAsync(LinkKind.Officer, _freshness, run)).ConfigureAwait(false);
        var organisations = await ReadAsync(() => links.ReadAsync(LinkKind.Organisation, _freshness, run)).ConfigureAwait(false);
        var qualifications = await ReadAsync(() => workspace.PicsWebLists.QualificationsAsync(_freshness, run)).ConfigureAwait(false);
        var aims = await ReadAsync(() => workspace.OnefileLists.LearningAimsAsync(_freshness, run)).ConfigureAwait(false);
        var learners = await LearnersAsync().ConfigureAwait(false);
        var candidates = request.Candidates ?? await CandidatesAsync(officers.Reason ?? organisations.Reason).ConfigureAwait(false);
        if (request.Candidates is null && candidates is not null)
        {
            // The matching reads the details that rows lack, whether an account is archived among them: the snapshots are made once more with what the cache
            // has by then.
            officers = await ReadAsync(() => links.ReadAsync(LinkKind.Officer, CacheFirst, run)).ConfigureAwait(false);
            organisations = await ReadAsync(() => links.ReadAsync(LinkKind.Organisation, CacheFirst, run)).ConfigureAwait(false);
        }
        var noPairsReason = aims.Reason ?? qualifications.Reason;
        var ledger = workspace.Cache.Ledger;
        var open = workspace.Cache.Journal.Open();
        var rejected = LinkType.Kinds.ToDictionary(kind => kind, kind => RejectedPairs.Read(ledger, kind, workspace.Environment));
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
            Rejected = rejected,
            RejectedCandidates = rejected.Values.Any(pairs => pairs.WithoutOrigin().Any())
                ? await CandidatesAsync(officers.Reason ?? organisations.Reason, includeRejected: true).ConfigureAwait(false)
                : [],
            OlderRejections =
                aims.Value is { } listed && qualifications.Value is { } kept
                    ? OlderRejections.Of(
                        ledger.Exclusions(workspace.Environment),
                        OlderRejections.Since(ledger, workspace.Environment, workspace.Clock.GetUtcNow()),
                        listed,
                        kept
                    )
                    : [],
            GoneFromOnefile = [.. await GoneAsync(officers).ConfigureAwait(false), .. await GoneAsync(organisations).ConfigureAwait(false)],
            Pending = [.. LinkType.Kinds.SelectMany(kind => Pending(kind, kind == LinkKind.Officer ? officers.Value : organisations.Value))],
            PendingReferences = PendingReferences(qualifications.Value),
            QualificationLinks = noPairsReason is null
                ? await ReadAsync(() => new QualificationService(workspace).LinksAsync(CacheFirst, run)).ConfigureAwait(false)
                : ReadResult.Unavailable<IReadOnlyList<QualificationLink>>(noPairsReason),
            Standards = noPairsReason is null
                ? await ReadAsync(() => new StandardReading(workspace).ReadAsync(CacheFirst, run)).ConfigureAwait(false)
                : ReadResult.Unavailable<IReadOnlyList<StandardVqReference>>(noPairsReason),
            Qualifications = qualifications,
            Learners = learners,
            OnefileLearners = await OnefileLearnersAsync(learners.Value ?? []).ConfigureAwait(false),
            Integration = integration,
            Attestations = AttestedHere.Read(ledger, workspace.Environment),
            OpenIntents = open,
            Standings = open.ToDictionary(intent => intent.ChangeId, intent => workspace.Cache.Journal.Claims.GetState(intent), StringComparer.Ordinal),
            LinksMade = LinksMade(),
            MisValueWrites = workspace.LinkBy == LinkBy.MisValue ? MisValueWrites() : [],
            Readings = new ReadingAges(workspace).Of(centres.Value),
            Withheld = workspace.Withheld,
            Outages = [.. Outages(LinkKind.Officer, officers), .. Outages(LinkKind.Organisation, organisations)],
            Incomplete = [.. Incomplete<Qualification>("qualifications"), .. Incomplete<Learner>("learners")],
        };
    }

    // A list that fails is as good as an empty one, whether or not it was ever read: an outage, or a lost right. What nobody said that this PICSWeb has (no
    // operation, no exported list) is not available at all, and nobody is kept from working without it.
    private IEnumerable<(LinkKind Kind, string Reason)> Outages(LinkKind kind, ReadResult<LinkSnapshot> links)
    {
        // Who asks the cache alone has not asked anybody.
        if (request.Freshness == Freshness.Never)
            return [];
        if (!links.TryGet(out var snapshot, out var reason))
            return [(kind, reason)];
        var (operation, list) = (RecordRoutes.ListOf(kind), LinkType.For(kind).PicsWeb.List);
        return
            snapshot.Sources.PicsWeb is null
            && workspace.PicsWeb.FindUnavailable(operation) is { } lost
            && (lost.WasAvailable || workspace.Cache.Records.Readings().Any(state => state.List == list && state.AcceptedRows > 0))
            ? [(kind, lost.Reason)]
            : [];
    }

    // A total that disagrees with its rows says that some did not come; what is not guarded is used all the same.
    private IEnumerable<string> Incomplete<T>(string what)
        where T : class =>
        workspace.Cache.Records.Read<T>() is { Missing: not 0 } list
            ? [$"PICSWeb counts {list.Rows.Count + list.Missing} {what}, and {list.Rows.Count} came: what is reported about them is not all"]
            : [];

    // What the matching proposes for records that are still without a link. Without it the rules judge by plain evidence.
    private async Task<IReadOnlyCollection<LinkCandidate>?> CandidatesAsync(string? reason, bool includeRejected = false)
    {
        if (IsOffline || reason is not null)
            return null;
        var found = new List<LinkCandidate>();
        foreach (var kind in LinkType.Kinds)
        {
            var candidates = await ReadAsync(() =>
                    new CandidateService(workspace).FindAsync(
                        kind,
                        new CandidateRequest
                        {
                            IncludeUnmatched = true,
                            IncludeRejected = includeRejected,
                            All = includeRejected,
                        },
                        run
                    )
                )
                .ConfigureAwait(false);
            if (candidates.Value is null)
                return null;
            found.AddRange(candidates.Value.Candidates);
        }
        return found;
    }

    private async Task<ConnectionCheck> OnefileAsync()
    {
        if (IsOffline)
            return new(null, Offline);
        try
        {
            var customer = await workspace.Onefile.GetCustomerAsync(run).ConfigureAwait(false);
            return customer.CustomerId == workspace.Customer.CustomerId
                ? new(true, $"Onefile answers for {customer.Name}.")
                : new(
                    false,
                    $"The customer token belongs to {customer.Name} now, and the connection was opened for {workspace.Customer.Name}.",
                    ErrorKinds.CustomerTokenRefused.Id
                );
        }
        catch (PicsOnefileException failure)
        {
            return new(false, failure.Message, failure.Kind.Id);
        }
    }

    // The settings are the one record that every question about the switch needs: reading them shows that PICSWeb answers. Without them one officer does.
    private async Task<(ConnectionCheck Check, ReadResult<IntegrationSettings> Settings)> PicsWebAsync()
    {
        if (IsOffline)
            return (new(null, Offline), ReadResult.Unavailable<IntegrationSettings>(Offline));
        if (workspace.PicsWeb.Operations.Values.All(availability => availability == OperationAvailability.Missing))
            return (
                new(null, "This PICSWeb is read from exported lists: there is no connection to check."),
                ReadResult.Unavailable<IntegrationSettings>("The integration settings are not in any exported list.")
            );
        ReadResult<IntegrationSettings> settings;
        try
        {
            return (new(true, "PICSWeb answers."), ReadResult.From(await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false)));
        }
        catch (PicsOnefileException failure)
        {
            settings = ReadResult.Unavailable<IntegrationSettings>(failure.Message);
            if (NoConnection.Contains(failure.Kind.Category))
                return (new(false, failure.Message, failure.Kind.Id), settings);
        }
        try
        {
            var officers = await workspace.PicsWebLists.OfficersAsync(CacheFirst, run).ConfigureAwait(false);
            if (officers.FirstOrDefault(officer => officer.OfficerId.Length > 0) is not { } known || !Offers(PicsWebOperation.OfficersGet))
                return (new(null, $"PICSWeb's API has nothing here that a single call could ask for. {settings.Reason}"), settings);
            await workspace.PicsWeb.ReadAsync(RecordKind.Officer, known.OfficerId, run).ConfigureAwait(false);
            return (new(true, "PICSWeb answers."), settings);
        }
        catch (PicsOnefileException failure)
        {
            return (new(false, failure.Message, failure.Kind.Id), settings);
        }
    }

    // Reading the ones in play reads them all: the profile narrows afterwards, and what PICSWeb sees is the customer's whole number.
    private Task<ReadResult<IReadOnlyList<Centre>>> CentresAsync() =>
        ReadAsync(async () =>
        {
            var inPlay = await workspace.OnefileLists.CentresAsync(_freshness, run).ConfigureAwait(false);
            return workspace.Cache.Records.Read<Centre>()?.Rows ?? inPlay;
        });

    private async Task<ReadResult<IReadOnlyList<Learner>>> LearnersAsync() =>
        workspace.PicsWeb.CanRead(PicsWebOperation.LearnersList)
            ? await ReadAsync(() => workspace.PicsWebLists.LearnersAsync(_freshness, run)).ConfigureAwait(false)
            : ReadResult.Unavailable<IReadOnlyList<Learner>>("PICSWeb's learners can be read neither by the API nor from an exported list.");

    // Where nobody waits, nobody can be created twice.
    private async Task<ReadResult<IReadOnlyList<OnefileLearner>>> OnefileLearnersAsync(IReadOnlyList<Learner> learners)
    {
        var waiting = learners.Where(learner => learner.AwaitsEnrolment).ToList();
        if (waiting.Count == 0)
            return ReadResult.From<IReadOnlyList<OnefileLearner>>([]);
        return IsOffline
            ? ReadResult.Unavailable<IReadOnlyList<OnefileLearner>>("Onefile's learners are never kept, so that they cannot be looked at offline.")
            : await ReadAsync(async () =>
                    await new OnefileLearners(workspace.Onefile)
                        .ReadAsync(await workspace.OnefileLists.CentresAsync(CacheFirst, run).ConfigureAwait(false), waiting, run)
                        .ConfigureAwait(false)
                )
                .ConfigureAwait(false);
    }

    // By MIS Value a deleted record is just not in the list any more, and a list's word is not enough to say so.
    private async Task<IReadOnlyList<string>> GoneAsync(ReadResult<LinkSnapshot> links)
    {
        if (IsOffline || workspace.LinkBy != LinkBy.MisValue || links.Value is not { Sources.PicsWeb: not null } snapshot)
            return [];
        var missing = snapshot
            .Sources.Recorded.Where(link =>
                link.Environment == workspace.Environment && link.LinkBy == LinkBy.MisValue && !link.Pending && snapshot.Onefile(link.OnefileId) is null
            )
            .Select(link => link.OnefileId)
            .Distinct(StringComparer.Ordinal);
        var gone = new List<string>();
        foreach (var id in missing)
        {
            var single = await ReadAsync(async () =>
                    new Holder(
                        await LinkLists.For(snapshot.Sources.Kind).GetAsync(workspace.Onefile, id, run).ConfigureAwait(false)
                    )
                )
                .ConfigureAwait(false);
            if (single.Value is { Record: null })
                gone.Add(id);
        }
        return gone;
    }

    private IEnumerable<RecordedLink> Pending(LinkKind kind, LinkSnapshot? snapshot)
    {
        var waiting = workspace.Cache.Ledger.Links(kind).Where(link => link.Pending && link.OnefileId.Length > 0 && link.Environment == workspace.Environment);
        return snapshot is not { Sources.PicsWebIsSeen: true }
            ? waiting
            : waiting.Where(link =>
                snapshot.PicsWeb(link.Ident) is { } record
                && record.Live != false
                && !snapshot.OfIdent(link.Ident).Any(entry => entry.State == LinkState.Excluded || (entry.Tied && entry.OnefileId == link.OnefileId))
            );
    }

    private List<WaitingChange> PendingReferences(IReadOnlyList<Qualification>? qualifications)
    {
        var waiting = workspace.Cache.Worklist.Waiting(workspace.Environment).Where(WaitingReferences.IsAbout).ToList();
        if (qualifications is null)
            return waiting;
        var now = new WaitingReferences(qualifications, waiting);
        return [.. waiting.Where(item => now.Look(item).State != WaitingReferenceState.Seen)];
    }

    private Dictionary<(string Kind, string Key), Change> LinksMade() =>
        LinkType.All.Select(type => type.Written(workspace.LinkBy).Kind)
            .SelectMany(kind => workspace.Cache.Journal.Read(new JournalFilter(Kind: kind.ToString())))
            .Where(row => row.Environment == workspace.Environment && row.State == ChangeState.Done)
            .GroupBy(row => (row.Kind, row.Key))
            .ToDictionary(field => field.Key, field => field.Last());

    private IReadOnlyList<Change> MisValueWrites() =>
        [
            .. LinkType.All.Select(type => type.Onefile.Kind)
                .SelectMany(kind => workspace.Cache.Journal.Read(new JournalFilter(Kind: kind.ToString())))
                .Where(row =>
                    row.Environment == workspace.Environment
                    && row.Field == RecordField.MisId.Name
                    && row.State is ChangeState.Done or ChangeState.Failed
                ),
        ];

    private bool Offers(PicsWebOperation operation) =>
        workspace.PicsWeb.Operations.TryGetValue(operation, out var availability) && availability != OperationAvailability.Missing;

    private async Task<ReadResult<T>> ReadAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return ReadResult.From(await read().ConfigureAwait(false));
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"Not read: {failure.Message}");
            return ReadResult.Unavailable<T>(failure.Message);
        }
    }

    private sealed record Holder(IOnefileRecord? Record);
}
