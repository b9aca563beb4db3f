using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>Onefile's lists of the connected centres, through the cache.</summary>
public sealed class OnefileLists(
    IOnefileClient client,
    IRecordCache cache,
    CachedReading reading,
    OnefileCustomer customer,
    string? onlyCentre
)
{
    // Once the shorter list is in the cache nothing else knows the name.
    private readonly ConcurrentDictionary<string, string> _missing = new(StringComparer.Ordinal);

    /// <summary>Reads the centres in play: all of the customer's, or the one that the profile names.</summary>
    /// <returns>The centres.</returns>
    /// <exception cref="PicsOnefileException">The list cannot be read.</exception>
    public async Task<IReadOnlyList<Centre>> CentresAsync(Freshness freshness, RunContext run)
    {
        var before = cache.Read<Centre>()?.Rows ?? [];
        var all = await reading.ListAsync("centres", "", freshness, () => client.GetCentresAsync(customer, run), run).ConfigureAwait(false);
        WarnOfMissing(before, all, run);
        return onlyCentre is null ? all : [.. all.Where(centre => centre.CentreId == onlyCentre)];
    }

    /// <summary>Reads the assessors and trainee assessors of all centres in play.</summary>
    /// <returns>The accounts.</returns>
    /// <exception cref="PicsOnefileException">A list cannot be read.</exception>
    public Task<IReadOnlyList<Assessor>> AssessorsAsync(Freshness freshness, RunContext run) =>
        OfAllCentresAsync(run.Terms.Assessor.Many, (centre, r) => DrainAsync(client.SearchAssessorsAsync(centre, AssessorFilter.None, r), r), freshness, run);

    /// <summary>Reads the placements of all centres in play.</summary>
    /// <returns>The placements.</returns>
    /// <exception cref="PicsOnefileException">A list cannot be read.</exception>
    public Task<IReadOnlyList<Placement>> PlacementsAsync(Freshness freshness, RunContext run) =>
        OfAllCentresAsync(run.Terms.Placement.Many, (centre, r) => DrainAsync(client.SearchPlacementsAsync(centre, null, r), r), freshness, run);

    /// <summary>Reads the learning aims of all centres in play.</summary>
    /// <returns>The learning aims.</returns>
    /// <exception cref="PicsOnefileException">A list cannot be read.</exception>
    public Task<IReadOnlyList<LearningAim>> LearningAimsAsync(Freshness freshness, RunContext run) =>
        OfAllCentresAsync("learning aims", client.GetLearningAimsAsync, freshness, run);

    /// <summary>Reads the assessors or placements of a centre anew and accepts the list at its present length.</summary>
    /// <param name="list">Assessor or Placement.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="beforeItIsTaken">Called with both lengths before a withheld list is accepted.</param>
    /// <param name="run">The run.</param>
    public Task AcceptAsync(GuardedList list, Centre centre, Action<int?, int> beforeItIsTaken, RunContext run) =>
        list switch
        {
            GuardedList.Assessor => reading.AcceptAsync(
                OfCentre(run.Terms.Assessor.Many, centre),
                centre.CentreId,
                () => DrainAsync(client.SearchAssessorsAsync(centre, AssessorFilter.None, run), run),
                beforeItIsTaken,
                run
            ),
            GuardedList.Placement => reading.AcceptAsync(
                OfCentre(run.Terms.Placement.Many, centre),
                centre.CentreId,
                () => DrainAsync(client.SearchPlacementsAsync(centre, null, run), run),
                beforeItIsTaken,
                run
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "This is not a list of Onefile."),
        };

    /// <summary>Lists the IDs of a centre's records in the cache.</summary>
    /// <param name="list">Assessor or Placement.</param>
    /// <param name="centreId">The centre.</param>
    /// <returns>The IDs.</returns>
    public IReadOnlyCollection<string> Held(GuardedList list, string centreId) =>
        new HashSet<string>(
            list == GuardedList.Assessor
                ? cache.Read<Assessor>(centreId)?.Rows.Select(row => row.AssessorId) ?? []
                : cache.Read<Placement>(centreId)?.Rows.Select(row => row.PlacementId) ?? [],
            StringComparer.Ordinal
        );

    /// <summary>Filters records by the centres that Onefile shows. A single read finds records of a centre that has gone, and no list has them.</summary>
    /// <returns>The records of shown centres.</returns>
    public IEnumerable<T> OfShownCentres<T>(IEnumerable<T> records)
        where T : IOnefileRecord
    {
        if (cache.Read<Centre>()?.Rows is not { Count: > 0 } centres)
            return records;
        var shown = new HashSet<string>(centres.Select(centre => centre.CentreId), StringComparer.Ordinal);
        return records.Where(record => record.CentreId.Length == 0 || shown.Contains(record.CentreId));
    }

    /// <summary>Reads the learning aims from the cache, without querying Onefile.</summary>
    /// <returns>The learning aims; empty where they were never read.</returns>
    public async Task<IReadOnlyList<LearningAim>> LastLearningAimsAsync(RunContext run) =>
        [.. (await CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false)).SelectMany(centre => cache.Read<LearningAim>(centre.CentreId)?.Rows ?? [])];

    /// <summary>
    /// Searches accounts with the server's own filter. Rows carry no e-mail, so only the server can filter by it. The result is not a list, and is not cached.
    /// </summary>
    /// <returns>The accounts that the server finds.</returns>
    /// <exception cref="PicsOnefileException">The search failed.</exception>
    public async Task<IReadOnlyList<Assessor>> SearchAssessorsAsync(AssessorFilter filter, RunContext run)
    {
        var found = new List<Assessor>();
        foreach (var centre in await CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false))
            found.AddRange(await DrainAsync(client.SearchAssessorsAsync(centre, filter, run), run).ConfigureAwait(false));
        return found;
    }

    // Its assessors and placements leave every list with it, and nothing else says so.
    private void WarnOfMissing(IReadOnlyList<Centre> before, IReadOnlyList<Centre> now, RunContext run)
    {
        var present = new HashSet<string>(now.Select(centre => centre.CentreId), StringComparer.Ordinal);
        var read = cache
            .Readings()
            .Where(state => state.AcceptedRows > 0 && state.List is { } list && RecordType.For(list).IsOnefiles)
            .ToLookup(state => state.Scope, state => state.List, StringComparer.Ordinal);
        foreach (
            var id in before
                .Select(centre => centre.CentreId)
                .Concat(read.Select(state => state.Key))
                .Distinct(StringComparer.Ordinal)
                .Where(id => !present.Contains(id) && (onlyCentre is null || id == onlyCentre))
        )
        {
            var name = _missing.GetOrAdd(id, _ =>
                before.FirstOrDefault(centre => centre.CentreId == id)?.Name is { Length: > 0 } known ? $"{known} ({id})" : id
            );
            var remedy = read.Contains(id)
                ? $" If the centre has really gone: Update-MappingCache -AcceptShrunk {string.Join(", ", read[id].Distinct().OrderBy(list => list))}."
                : "";
            run.WarnOnce(
                $"Onefile does not show the centre {name} any more: its {run.Terms.Assessor.Many} and {run.Terms.Placement.Many} are in no list.{remedy}"
            );
        }
    }

    private async Task<IReadOnlyList<T>> OfAllCentresAsync<T>(
        string what,
        Func<Centre, RunContext, Task<IReadOnlyList<T>>> read,
        Freshness freshness,
        RunContext run
    )
        where T : class
    {
        var all = new List<T>();
        foreach (var centre in await CentresAsync(freshness == Freshness.Always ? Freshness.WhenOld : freshness, run).ConfigureAwait(false))
            all.AddRange(await reading.ListAsync(OfCentre(what, centre), centre.CentreId, freshness, () => read(centre, run), run).ConfigureAwait(false));
        return all;
    }

    private static string OfCentre(string what, Centre centre) => $"{what} of {centre.Name}";

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
