using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Onefile;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>Onefile's lists of the connected centres, through the cache.</summary>
public sealed class OnefileLists(IOnefileClient client, IRecordCache cache, CachedReading reading, TimeProvider clock, OnefileCustomer customer, string? onlyCentre)
{
    // Details cost one call each; this many under way keep the line busy without crowding the call budget.
    private const int DetailsAtOnce = 8;

    /// <summary>The centres in play: all of the customer's, or the one that the profile names.</summary>
    public async Task<IReadOnlyList<Centre>> CentresAsync(Freshness freshness, RunContext run)
    {
        var all = await reading.ListAsync("centres", "", freshness, () => client.GetCentresAsync(customer, run), run).ConfigureAwait(false);
        return onlyCentre is null ? all : [.. all.Where(centre => centre.CentreId == onlyCentre)];
    }

    /// <summary>The assessors and trainee assessors of all centres in play.</summary>
    public Task<IReadOnlyList<Assessor>> AssessorsAsync(Freshness freshness, RunContext run) =>
        OfAllCentresAsync(run.Terms.Assessor.Many, (centre, r) => DrainAsync(client.SearchAssessorsAsync(centre, AssessorFilter.None, r), r), freshness, run);

    /// <summary>The placements of all centres in play.</summary>
    public Task<IReadOnlyList<Placement>> PlacementsAsync(Freshness freshness, RunContext run) =>
        OfAllCentresAsync(run.Terms.Placement.Many, (centre, r) => DrainAsync(client.SearchPlacementsAsync(centre, null, r), r), freshness, run);

    /// <summary>The learning aims of all centres in play.</summary>
    public Task<IReadOnlyList<LearningAim>> LearningAimsAsync(Freshness freshness, RunContext run) =>
        OfAllCentresAsync("learning aims", client.GetLearningAimsAsync, freshness, run);

    /// <summary>Reads the assessors or placements of a centre anew and takes the list at the length that it has.</summary>
    /// <param name="list">Assessor or Placement.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="beforeItIsTaken">Told both lengths where the list would not be taken by itself.</param>
    /// <param name="run">The run.</param>
    public Task AcceptAsync(GuardedList list, Centre centre, Action<int?, int> beforeItIsTaken, RunContext run) => list switch
    {
        GuardedList.Assessor => reading.AcceptAsync(
            OfCentre(run.Terms.Assessor.Many, centre), centre.CentreId, () => DrainAsync(client.SearchAssessorsAsync(centre, AssessorFilter.None, run), run), beforeItIsTaken, run),
        GuardedList.Placement => reading.AcceptAsync(
            OfCentre(run.Terms.Placement.Many, centre), centre.CentreId, () => DrainAsync(client.SearchPlacementsAsync(centre, null, run), run), beforeItIsTaken, run),
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "This is no list of Onefile."),
    };

    /// <summary>The learning aims as the cache has them, without asking Onefile; empty where they were never read.</summary>
    public async Task<IReadOnlyList<LearningAim>> LastLearningAimsAsync(RunContext run) =>
        [.. (await CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false)).SelectMany(centre => cache.Read<LearningAim>(centre.CentreId)?.Rows ?? [])];

    /// <summary>
    /// The accounts that the server's own filter finds: rows carry no e-mail, so that only the server can filter by it. They are not a list, and the
    /// cache takes nothing of them.
    /// </summary>
    public async Task<IReadOnlyList<Assessor>> SearchAssessorsAsync(AssessorFilter filter, RunContext run)
    {
        var found = new List<Assessor>();
        foreach (var centre in await CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false))
            found.AddRange(await DrainAsync(client.SearchAssessorsAsync(centre, filter, run), run).ConfigureAwait(false));
        return found;
    }

    /// <summary>Reads the details of these accounts, one call each, and keeps them; an account that is gone leaves the cache.</summary>
    public Task<IReadOnlyList<Assessor>> DetailAsync(IReadOnlyCollection<Assessor> rows, RunContext run) =>
        DetailAsync(run.Terms.Assessor.Many, rows, row => row.AssessorId, (row, now) => row with { DetailsReadAt = row.DetailsReadAt ?? now }, client.GetAssessorAsync, run);

    /// <summary>Reads the details of these placements, one call each, and keeps them; a placement that is gone leaves the cache.</summary>
    public Task<IReadOnlyList<Placement>> DetailAsync(IReadOnlyCollection<Placement> rows, RunContext run) =>
        DetailAsync(run.Terms.Placement.Many, rows, row => row.PlacementId, (row, now) => row with { DetailsReadAt = row.DetailsReadAt ?? now }, client.GetPlacementAsync, run);

    private async Task<IReadOnlyList<T>> OfAllCentresAsync<T>(
        string what, Func<Centre, RunContext, Task<IReadOnlyList<T>>> read, Freshness freshness, RunContext run)
        where T : class
    {
        var all = new List<T>();
        foreach (var centre in await CentresAsync(freshness == Freshness.Always ? Freshness.WhenOld : freshness, run).ConfigureAwait(false))
            all.AddRange(await reading.ListAsync(OfCentre(what, centre), centre.CentreId, freshness, () => read(centre, run), run).ConfigureAwait(false));
        return all;
    }

    private static string OfCentre(string what, Centre centre) => $"{what} of {centre.Name}";

    private async Task<IReadOnlyList<T>> DetailAsync<T>(
        string what, IReadOnlyCollection<T> rows, Func<T, string> id, Func<T, DateTimeOffset, T> stamp, Func<T, RunContext, Task<T?>> get, RunContext run)
        where T : class
    {
        var detailed = new List<T>(rows.Count);
        var done = 0;
        foreach (var block in Blocks([.. rows]))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var answers = await Task.WhenAll(block.Select(row => get(row, run))).ConfigureAwait(false);
            var found = answers.OfType<T>().Select(row => stamp(row, clock.GetUtcNow())).ToList();
            cache.Update(found);
            foreach (var gone in block.Where((_, index) => answers[index] is null))
                cache.Remove<T>(id(gone));
            detailed.AddRange(found);
            done += block.Count;
            run.Log.Progress(new RunProgress($"Reading details of {what}", done, rows.Count, done == rows.Count) { CallsToMake = rows.Count - done });
        }
        if (rows.Count > 0)
            run.Log.Verbose($"Details of {detailed.Count} {what} read, one call each{(done == detailed.Count ? "" : $"; {done - detailed.Count} are gone")}.");
        return detailed;
    }

    private static IEnumerable<List<T>> Blocks<T>(List<T> rows)
    {
        for (var start = 0; start < rows.Count; start += DetailsAtOnce)
            yield return rows.GetRange(start, Math.Min(DetailsAtOnce, rows.Count - start));
    }

    private static async Task<IReadOnlyList<T>> DrainAsync<T>(IAsyncEnumerable<T> rows, RunContext run)
    {
        var list = new List<T>();
        var rest = rows.GetAsyncEnumerator(run.Cancellation);
        try
        {
            while (await rest.MoveNextAsync().ConfigureAwait(false))
                list.Add(rest.Current);
        }
        finally
        {
            await rest.DisposeAsync().ConfigureAwait(false);
        }
        return list;
    }
}
