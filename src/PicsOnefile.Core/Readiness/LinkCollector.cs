using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Linking;
using PicsOnefile.Matching;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>
/// The links of both kinds for one command, and what the matching proposes. A side's snapshot is taken once, and once more where details were read since.
/// </summary>
internal sealed class LinkCollector(Workspace workspace, RunContext run)
{
    private readonly LinkReading _links = new(workspace);
    private readonly CandidateService _candidates = new(workspace);
    private readonly Dictionary<LinkKind, ReadResult<LinkSnapshot>> _snapshots = [];

    /// <summary>How the proposals of each kind came about, where the records were matched without what a person rejected.</summary>
    public Dictionary<LinkKind, MatchFigures> Figures { get; } = [];

    /// <summary>Reads the links of a kind at the first call, and returns the known ones from then on.</summary>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="freshness">Whether the first call reads anew.</param>
    /// <returns>The links, or why they are missing.</returns>
    public async Task<ReadResult<LinkSnapshot>> SnapshotAsync(LinkKind kind, Freshness freshness) =>
        _snapshots.TryGetValue(kind, out var known) ? known : await TakeAsync(kind, freshness).ConfigureAwait(false);

    /// <summary>The same with the details that were read since.</summary>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="offline">True to use the cache alone.</param>
    /// <returns>The links, or why they are missing.</returns>
    public Task<ReadResult<LinkSnapshot>> WithDetailsAsync(LinkKind kind, bool offline) => TakeAsync(kind, offline ? Freshness.Never : Freshness.WhenOld);

    /// <summary>Matches the records of a kind. The snapshot has the details that were read for it afterwards.</summary>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="request">The wanted candidates. Its freshness says whether details may be read, for the lists were read before.</param>
    /// <returns>The candidates, or why they are missing.</returns>
    public async Task<ReadResult<IReadOnlyList<LinkCandidate>>> CandidatesAsync(LinkKind kind, CandidateRequest request)
    {
        var snapshot = await SnapshotAsync(kind, request.Freshness).ConfigureAwait(false);
        if (snapshot.Value is null)
            return snapshot.As<IReadOnlyList<LinkCandidate>>();
        var found = await ReadResult.ReadAsync(() => _candidates.FindAsync(snapshot.Value, request, run), run).ConfigureAwait(false);
        if (found.Value is null)
            return found.As<IReadOnlyList<LinkCandidate>>();
        if (!request.IncludeRejected)
            Figures[kind] = found.Value.Figures;
        // Whether an account is archived is among the details.
        if (found.Value.DetailsRead)
            await WithDetailsAsync(kind, request.Freshness == Freshness.Never).ConfigureAwait(false);
        return ReadResult.From(found.Value.Candidates);
    }

    private async Task<ReadResult<LinkSnapshot>> TakeAsync(LinkKind kind, Freshness freshness) =>
        _snapshots[kind] = await ReadResult.ReadAsync(() => _links.TakeSnapshotAsync(kind, freshness, run), run).ConfigureAwait(false);
}
