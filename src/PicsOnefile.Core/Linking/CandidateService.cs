using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Matching;
using PicsOnefile.PicsWeb.Export;
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

    /// <summary>How many wrong links the run may expect, more than 0 and at most 1; null for what the profile says, or for the default.</summary>
    public double? MaximumExpectedWrong { get; init; }

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

    /// <summary>How the candidates came about.</summary>
    public MatchFigures Figures { get; init; } = new();
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
        var (result, detailsRead) = await MatchAsync(kind, Input(snapshot, request), request, run).ConfigureAwait(false);
        var found = Found(kind, result, held, run);
        var origin = workspace.Origin.ToString();
        return found with
        {
            Candidates = [.. found.Candidates.Select(candidate => candidate with { Origin = origin })],
            DetailsRead = detailsRead,
        };
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
        WarnOfLostLetters(kind, onefile, picsWeb, run);
        var held = new OverwriteConflicts(LinkBy.AdditionalId, onefile, picsWeb);
        run.Log.Progress(new RunProgress(Matching, 0, null));
        var input = new MatchInput<IOnefileRecord, IPicsWebRecord>
        {
            Onefile = onefile,
            PicsWeb = picsWeb,
            All = request.All,
            IncludeUnmatched = request.IncludeUnmatched,
            MaximumExpectedWrong = request.MaximumExpectedWrong ?? MatchFigures.ExpectedWrongLinksLimit,
        };
        return Found(kind, LinkMatching.Match(kind, input, run).Candidates(), held, run);
    }

    private static void WarnOfLostLetters(LinkKind kind, IReadOnlyList<IOnefileRecord> onefile, IReadOnlyList<IPicsWebRecord> picsWeb, RunContext run) =>
        LostLetters.Warn(
            "The given rows",
            [
                .. onefile.Where(record => LostLetters.AreIn(record.DisplayName)).Select(record => $"{run.Terms.Onefile(kind).One} {record.OnefileId}"),
                .. picsWeb.Where(record => LostLetters.AreIn(record.DisplayName)).Select(record => $"{run.Terms.PicsWeb(kind).One} {record.Ident}"),
            ],
            run.Log
        );

    private static FoundCandidates Found(LinkKind kind, MatchResult<LinkCandidate> result, OverwriteConflicts held, RunContext run)
    {
        Tell(kind, result.Figures, run);
        run.Log.Progress(new RunProgress(Matching, result.Candidates.Count, null, Completed: true));
        return new(
            [.. result.Candidates.Select(held.Note)],
            [.. result.Problems.Where(problem => problem.LeavesOut).Select(problem => ErrorKinds.InputUnusable.For(problem.Id, problem.Message))],
            [.. result.Problems.Where(problem => !problem.LeavesOut).Select(problem => problem.Message)]
        )
        {
            Figures = result.Figures,
        };
    }

    private static void Tell(LinkKind kind, MatchFigures figures, RunContext run)
    {
        var risk = FormattableString.Invariant(
            $"Of all Certain links {figures.ExpectedWrongLinks:0.000######} are expected to be wrong (limit {figures.MaximumExpectedWrong:0.######})."
        );
        var kept = string.Join(", ", figures.KeptBack.Select(one => $"{one.Candidates} by {one.By}"));
        run.Log.Verbose(
            $"Compared {figures.OnefileRecords} {run.Terms.Onefile(kind).Many} with {figures.PicsWebRecords} {run.Terms.PicsWeb(kind).Many} in "
                + $"{figures.PairsCompared} pairs ({figures.OnefileTaken} and {figures.PicsWebTaken} are linked, excluded or archived already): "
                + $"{figures.Certain} Certain, {figures.CertainByNameAlone} of them by a rare name alone; {figures.HeldBackByRisk} were held back. {risk}"
                + (kept.Length > 0 ? $" Kept below Certain: {kept}." : "")
        );
    }

    private MatchInput<IOnefileRecord, IPicsWebRecord> Input(LinkSnapshot snapshot, CandidateRequest request)
    {
        var settled = snapshot.Entries.Where(entry => entry.State is LinkState.Linked or LinkState.Pending or LinkState.Excluded).ToList();
        return new MatchInput<IOnefileRecord, IPicsWebRecord>
        {
            Onefile = [.. workspace.OnefileLists.OfShownCentres(snapshot.Sources.Onefile)],
            PicsWeb = snapshot.Sources.PicsWeb!,
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
            MaximumExpectedWrong = request.MaximumExpectedWrong ?? workspace.Profile.MaximumExpectedWrong,
            ProfileName = workspace.Profile.ProfileName,
        };
    }

    // An archived account is compared, for it may speak against a wrong pair. It is never put to a person, because a link to it would be refused. Where rows
    // lack the flag, only the details have it.
    private static IEnumerable<string> Archived(IEnumerable<IOnefileRecord> records) =>
        records.Where(record => record.Live == false).Select(record => record.OnefileId);

    // Rows carry no e-mail, telephone or address. Details cost one call for each record, once, and are kept. The records that names make candidates of come
    // first, then the records left over on both sides. Only the details find somebody with another surname and the same e-mail address.
    private async Task<(MatchResult<LinkCandidate> Result, bool DetailsRead)> MatchAsync(
        LinkKind kind,
        MatchInput<IOnefileRecord, IPicsWebRecord> given,
        CandidateRequest request,
        RunContext run
    )
    {
        // Those whose own details fail are compared without, and asked for once.
        var unread = new HashSet<string>(StringComparer.Ordinal);
        var input = given;
        var matched = LinkMatching.Match(kind, input, run);
        await MatchAnewAsync(matched.RecordsToEnrich(run)).ConfigureAwait(false);
        var everything = matched.Everything();
        var unmatched = everything.Where(row => ((ILinkPair)row).Ident is null).Select(row => ((ILinkPair)row).OnefileId!).ToList();
        if (everything.Any(row => ((ILinkPair)row).OnefileId is null))
            await MatchAnewAsync(unmatched).ConfigureAwait(false);
        else if (request.IncludeUnmatched)
            await MatchAnewAsync(Unsure(input, unmatched)).ConfigureAwait(false);
        return (matched.Candidates(), !ReferenceEquals(input, given));

        // Matched anew where details were read alone.
        async Task MatchAnewAsync(IReadOnlyCollection<string> wanted)
        {
            var detailed = await DetailedAsync(kind, input, [.. wanted.Where(id => !unread.Contains(id))], unread, request, run).ConfigureAwait(false);
            if (!ReferenceEquals(detailed, input))
                (input, matched) = (detailed, LinkMatching.Match(kind, detailed, run));
        }
    }

    // Those that would be shown as unmatched, and of which no row says whether they are in use.
    private static List<string> Unsure(MatchInput<IOnefileRecord, IPicsWebRecord> input, List<string> unmatched)
    {
        var unknown = new HashSet<string>(input.Onefile.Where(record => record.Live is null).Select(record => record.OnefileId), StringComparer.Ordinal);
        return unmatched.FindAll(id => unknown.Contains(id) && input.Selection?.Contains(id) != false);
    }

    private async Task<MatchInput<IOnefileRecord, IPicsWebRecord>> DetailedAsync(
        LinkKind kind,
        MatchInput<IOnefileRecord, IPicsWebRecord> input,
        IReadOnlyCollection<string> wanted,
        HashSet<string> unread,
        CandidateRequest request,
        RunContext run
    )
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
        var seen = await LinkLists.For(kind).DetailAsync(workspace, records, run).ConfigureAwait(false);
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
