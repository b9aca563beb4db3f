using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Matching;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>Which candidates are wanted.</summary>
public sealed record CandidateRequest
{
    /// <summary>The Onefile records whose candidates are written out; null for all. All records of both sides compete whatever is selected.</summary>
    public IReadOnlyCollection<string>? Selection { get; init; }

    /// <summary>Every candidate, side by side, and not only the best one.</summary>
    public bool All { get; init; }

    /// <summary>Records without any candidate too.</summary>
    public bool IncludeUnmatched { get; init; }

    /// <summary>Pairs too that a person rejected in a review.</summary>
    public bool IncludeRejected { get; init; }

    /// <summary>Whether to read both sides anew.</summary>
    public Freshness Freshness { get; init; } = Freshness.WhenOld;
}

/// <summary>What was found.</summary>
/// <param name="Candidates">In the order of the Onefile records, ranked within each.</param>
/// <param name="Problems">Records that were left out; the others are not affected.</param>
/// <param name="Warnings">Records that were compared although something is missing, or only in part.</param>
public sealed record FoundCandidates(IReadOnlyList<LinkCandidate> Candidates, IReadOnlyList<PicsOnefileException> Problems, IReadOnlyList<string> Warnings)
{
    /// <summary>Whether details were read for it, so that more is known of the Onefile records than before.</summary>
    public bool DetailsRead { get; init; }
}

/// <summary>Finds candidates among all records of a session: reads, fetches the details that are worth a call, and matches.</summary>
public sealed class CandidateService(Workspace workspace)
{
    private const string Matching = "Finding candidates";

    private readonly LinkReading _links = new(workspace);

    /// <summary>Finds candidates among the records of both systems.</summary>
    /// <returns>The candidates, and what was found beside them.</returns>
    /// <exception cref="PicsOnefileException">A list cannot be read.</exception>
    public async Task<FoundCandidates> FindAsync(LinkKind kind, CandidateRequest request, RunContext run) =>
        await FindAsync(await _links.TakeSnapshotAsync(kind, request.Freshness, run).ConfigureAwait(false), request, run).ConfigureAwait(false);

    /// <summary>Finds candidates among the records of a snapshot. No list is read; only missing details are.</summary>
    /// <returns>The candidates, and what was found beside them.</returns>
    /// <exception cref="PicsOnefileException">OperationMissing: PICSWeb's records could not be read.</exception>
    public async Task<FoundCandidates> FindAsync(LinkSnapshot snapshot, CandidateRequest request, RunContext run)
    {
        var kind = snapshot.Sources.Kind;
        if (snapshot.Sources.PicsWeb is null)
            throw ErrorKinds.OperationMissing.For(
                kind,
                $"PICSWeb's {run.Terms.PicsWeb(kind).Many} cannot be read here: its API does not offer the list, and no exported list was given."
            );
        var held = new OverwriteConflicts(workspace.LinkBy, snapshot.Sources.Onefile, snapshot.Sources.PicsWeb);
        run.Log.Progress(new RunProgress(Matching, 0, null));
        return kind == LinkKind.Officer
            ? Found(
                kind,
                await FindAsync(
                        Input<Assessor, Officer>(snapshot, request),
                        OfficerMatching.Match,
                        workspace.OnefileLists.DetailAsync,
                        request,
                        run
                    )
                    .ConfigureAwait(false),
                held,
                run
            )
            : Found(
                kind,
                await FindAsync(
                        Input<Placement, Organisation>(snapshot, request),
                        OrganisationMatching.Match,
                        workspace.OnefileLists.DetailAsync,
                        request,
                        run
                    )
                    .ConfigureAwait(false),
                held,
                run
            );
    }

    /// <summary>Finds candidates among two given lists, which are the whole world. No session is needed.</summary>
    /// <returns>The candidates, and what was found beside them.</returns>
    public static FoundCandidates Find(
        LinkKind kind,
        IReadOnlyList<IOnefileRecord> onefile,
        IReadOnlyList<IPicsWebRecord> picsWeb,
        CandidateRequest request,
        RunContext run
    )
    {
        IdentCheck.Warn(AutoConversion.Find([.. picsWeb.Select(record => record.Ident)], IdentCheck.MisValues(onefile)), kind, null, run);
        var held = new OverwriteConflicts(LinkBy.AdditionalId, onefile, picsWeb);
        run.Log.Progress(new RunProgress(Matching, 0, null));
        return kind == LinkKind.Officer
            ? Found(kind, (OfficerMatching.Find(Given<Assessor, Officer>(onefile, picsWeb, request), run), false), held, run)
            : Found(kind, (OrganisationMatching.Find(Given<Placement, Organisation>(onefile, picsWeb, request), run), false), held, run);
    }

    private static MatchInput<TOnefile, TPicsWeb> Given<TOnefile, TPicsWeb>(
        IReadOnlyList<IOnefileRecord> onefile,
        IReadOnlyList<IPicsWebRecord> picsWeb,
        CandidateRequest request
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord =>
        new()
        {
            Onefile = [.. onefile.OfType<TOnefile>()],
            PicsWeb = [.. picsWeb.OfType<TPicsWeb>()],
            All = request.All,
            IncludeUnmatched = request.IncludeUnmatched,
        };

    private static FoundCandidates Found<TCandidate>(
        LinkKind kind,
        (MatchResult<TCandidate> Result, bool DetailsRead) matched,
        OverwriteConflicts held,
        RunContext run
    )
        where TCandidate : LinkCandidate
    {
        var result = matched.Result;
        Tell(kind, result.Figures, run);
        run.Log.Progress(new RunProgress(Matching, result.Candidates.Count, null, Completed: true));
        return new(
            [.. result.Candidates.Select(held.Note)],
            [.. result.Problems.Where(problem => problem.LeavesOut).Select(problem => ErrorKinds.InputUnusable.For(problem.Id, problem.Message))],
            [.. result.Problems.Where(problem => !problem.LeavesOut).Select(problem => problem.Message)]
        )
        {
            DetailsRead = matched.DetailsRead,
        };
    }

    private static void Tell(LinkKind kind, MatchFigures figures, RunContext run)
    {
        var risk = FormattableString.Invariant(
            $"Of all Certain links {figures.ExpectedWrongLinks:0.000} are expected to be wrong (limit {MatchFigures.ExpectedWrongLinksLimit})."
        );
        run.Log.Verbose(
            $"Compared {figures.OnefileRecords} {run.Terms.Onefile(kind).Many} with {figures.PicsWebRecords} {run.Terms.PicsWeb(kind).Many} in "
                + $"{figures.PairsCompared} pairs ({figures.OnefileTaken} and {figures.PicsWebTaken} are linked, excluded or archived already): "
                + $"{figures.Certain} Certain, {figures.CertainByNameAlone} of them by a rare name alone; {figures.HeldBackByRisk} were held back. {risk}"
        );
    }

    private MatchInput<TOnefile, TPicsWeb> Input<TOnefile, TPicsWeb>(LinkSnapshot snapshot, CandidateRequest request)
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
    {
        var settled = snapshot.Entries.Where(entry => entry.State is LinkState.Linked or LinkState.Pending or LinkState.Excluded).ToList();
        return new MatchInput<TOnefile, TPicsWeb>
        {
            Onefile = [.. workspace.OnefileLists.OfShownCentres(snapshot.Sources.Onefile).Cast<TOnefile>()],
            PicsWeb = [.. snapshot.Sources.PicsWeb!.Cast<TPicsWeb>()],
            TakenOnefileIds = [.. settled.Select(entry => entry.OnefileId).OfType<string>(), .. Archived(snapshot.Sources.Onefile)],
            TakenIdents =
            [
                .. settled
                    .Where(entry => entry.PicsWeb is not null)
                    .Select(entry => new TakenIdent(
                        entry.PicsWeb!.Ident,
                        workspace.LinkBy == LinkBy.MisValue && entry.State != LinkState.Excluded ? entry.Onefile?.CentreId : null
                    )),
            ],
            Rejected = request.IncludeRejected ? [] : [.. RejectedPairs.Read(workspace.Cache.Ledger, snapshot.Sources.Kind, workspace.Environment).Both()],
            LinkBy = workspace.LinkBy,
            Selection = request.Selection,
            All = request.All,
            IncludeUnmatched = request.IncludeUnmatched,
            ProfileName = workspace.Profile.ProfileName,
        };
    }

    // An archived account is compared, for it may speak against a wrong pair. It is never put to a person, because a link to it would be refused. Where rows
    // lack the flag, only the details have it.
    private static IEnumerable<string> Archived<TOnefile>(IEnumerable<TOnefile> records)
        where TOnefile : IOnefileRecord => records.Where(record => record.Live == false).Select(record => record.OnefileId);

    // Rows carry no e-mail, telephone or address. Details cost one call for each record, once, and are kept. The records that names make candidates of come
    // first, then the records left over on both sides. Only the details find somebody with another surname and the same e-mail address.
    private static async Task<(MatchResult<TCandidate> Result, bool DetailsRead)> FindAsync<TOnefile, TPicsWeb, TProfile, TCandidate>(
        MatchInput<TOnefile, TPicsWeb> input,
        Func<MatchInput<TOnefile, TPicsWeb>, RunContext, MatchedLists<TOnefile, TPicsWeb, TProfile, TCandidate>> match,
        Func<IReadOnlyCollection<TOnefile>, RunContext, Task<DetailedRecords<TOnefile>>> detail,
        CandidateRequest request,
        RunContext run
    )
        where TOnefile : class, IOnefileRecord
        where TPicsWeb : class, IPicsWebRecord
        where TProfile : RecordProfile
        where TCandidate : LinkCandidate, ILinkPair
    {
        // Those whose own details fail are compared without, and asked for once.
        var unread = new HashSet<string>(StringComparer.Ordinal);
        var matched = match(input, run);
        matched = await WithDetailsAsync(matched.RecordsToEnrich(run)).ConfigureAwait(false);
        var everything = matched.Everything();
        var unmatched = everything.Where(row => row.Ident is null).Select(row => row.OnefileId!).ToList();
        if (everything.Any(row => row.OnefileId is null))
            matched = await WithDetailsAsync(unmatched).ConfigureAwait(false);
        else if (request.IncludeUnmatched)
            matched = await WithDetailsAsync(Unsure(matched.Input, unmatched)).ConfigureAwait(false);
        return (matched.Candidates(), !ReferenceEquals(matched.Input, input));

        // Matched anew where details were read alone.
        async Task<MatchedLists<TOnefile, TPicsWeb, TProfile, TCandidate>> WithDetailsAsync(IReadOnlyCollection<string> wanted)
        {
            var asked = wanted.Where(id => !unread.Contains(id)).ToList();
            var detailed = await DetailedAsync(matched.Input, asked, unread, detail, request, run).ConfigureAwait(false);
            return ReferenceEquals(detailed, matched.Input) ? matched : match(detailed, run);
        }
    }

    // Those that would be shown as unmatched, and of which no row says whether they are in use.
    private static List<string> Unsure<TOnefile, TPicsWeb>(MatchInput<TOnefile, TPicsWeb> input, List<string> unmatched)
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
    {
        var unknown = new HashSet<string>(input.Onefile.Where(record => record.Live is null).Select(record => record.OnefileId), StringComparer.Ordinal);
        return unmatched.FindAll(id => unknown.Contains(id) && input.Selection?.Contains(id) != false);
    }

    private static async Task<MatchInput<TOnefile, TPicsWeb>> DetailedAsync<TOnefile, TPicsWeb>(
        MatchInput<TOnefile, TPicsWeb> input,
        IReadOnlyCollection<string> wanted,
        HashSet<string> unread,
        Func<IReadOnlyCollection<TOnefile>, RunContext, Task<DetailedRecords<TOnefile>>> detail,
        CandidateRequest request,
        RunContext run
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
    {
        var ids = new HashSet<string>(wanted, StringComparer.Ordinal);
        var records = input.Onefile.Where(record => ids.Contains(record.OnefileId) && record.DetailsReadAt is null && record.Live != false).ToList();
        if (records.Count == 0)
            return input;
        if (request.Freshness == Freshness.Never)
        {
            run.Log.Warning($"The details of {records.Count} Onefile records are not in the cache: their candidates are judged by their names.");
            return input;
        }
        var seen = await detail(records, run).ConfigureAwait(false);
        unread.UnionWith(seen.Unread.Keys);
        if (seen.Unread.Count == records.Count)
            return input;
        var better = seen.ToDictionary(record => record.OnefileId, StringComparer.Ordinal);
        var asked = new HashSet<string>(records.Select(record => record.OnefileId), StringComparer.Ordinal);
        // A record that is gone is no longer compared. A record that is archived is no longer proposed.
        return input with
        {
            TakenOnefileIds = [.. input.TakenOnefileIds, .. Archived(better.Values)],
            Onefile =
            [
                .. input
                    .Onefile.Where(record =>
                        !asked.Contains(record.OnefileId) || better.ContainsKey(record.OnefileId) || seen.Unread.ContainsKey(record.OnefileId)
                    )
                    .Select(record => better.TryGetValue(record.OnefileId, out var known) ? known : record),
            ],
        };
    }
}
