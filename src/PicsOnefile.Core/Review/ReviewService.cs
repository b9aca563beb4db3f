using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Review;

/// <summary>Reads review files with both systems at hand, so that typed-in IDs are checked before anything is linked.</summary>
public sealed class ReviewService(Workspace workspace)
{
    /// <summary>Reads a decided review file. The systems' lists are only read where a person typed an ID.</summary>
    /// <returns>The usable rows, and the problems of the others.</returns>
    /// <exception cref="Errors.PicsOnefileException">The file as a whole, or a list that is needed, cannot be read.</exception>
    public Task<ReviewReading> ReadAsync(string path, Freshness freshness, RunContext run) =>
        ReadAsync(ReviewSheet.Read(path, run.Cancellation), freshness, run);

    /// <summary>The same for rows of a review file from another source. They mean what they mean in the file.</summary>
    /// <param name="rows">The cells of each row by their headings, an enumeration by its name.</param>
    /// <param name="freshness">How young the lists have to be.</param>
    /// <param name="run">The run.</param>
    /// <returns>The usable rows, and the problems of the others.</returns>
    public Task<ReviewReading> ReadAsync(IEnumerable<IReadOnlyDictionary<string, string?>> rows, Freshness freshness, RunContext run) =>
        ReadAsync(ReviewSheet.From(rows), freshness, run);

    private async Task<ReviewReading> ReadAsync(ReviewSheet sheet, Freshness freshness, RunContext run)
    {
        var records = new Dictionary<LinkKind, ReviewedRecords>();
        var connected = workspace.Connected;
        // An ID that was typed for another customer means nothing here. It is taken as it is typed, and the row is refused where it is to be linked.
        var own = sheet.Lines.Where(line => line.OtherId is not null && connected.FindMismatch(line.Key.Source) is null);
        foreach (var kind in own.Select(line => line.Key.Kind).Distinct())
            records[kind] = await RecordsAsync(kind, freshness, run).ConfigureAwait(false);
        return new ReviewDecisions(sheet, kind => records.TryGetValue(kind, out var read) ? read : ReviewedRecords.Unknown, run.Terms).Read();
    }

    /// <summary>Adds what this session knows to the options of a page. They name no profile, because each candidate has the one it was compared in.</summary>
    /// <param name="options">The options.</param>
    /// <param name="candidates">The candidates of the page. Those of another customer are shown by their names alone.</param>
    /// <returns>The completed options.</returns>
    public ReviewFileOptions Complete(ReviewFileOptions options, IReadOnlyCollection<LinkCandidate> candidates) =>
        options with
        {
            Records = AreOwn(candidates) ? Kept : null,
            MadeAt = workspace.Clock.GetUtcNow(),
            Terms = workspace.Terms,
        };

    private bool AreOwn(IEnumerable<LinkCandidate> candidates)
    {
        var connected = workspace.Connected;
        return candidates.All(candidate => connected.FindMismatch(new(candidate.ProfileName, candidate.Origin, candidate.CentreId)) is null);
    }

    /// <summary>Reads the records of a kind from the cache, for a page that shows them side by side. No list is read.</summary>
    private ReviewedRecords Kept(LinkKind kind) =>
        new(LinkLists.For(kind).KeptPicsWeb(workspace.Cache.Records), LinkLists.For(kind).KeptOnefile(workspace.Cache.Records));

    private async Task<ReviewedRecords> RecordsAsync(LinkKind kind, Freshness freshness, RunContext run) =>
        new(
            await LinkLists.For(kind).PicsWebAsync(workspace, freshness, run).ConfigureAwait(false),
            await LinkLists.For(kind).OnefileAsync(workspace, freshness, run).ConfigureAwait(false)
        );
}
