using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Onefile;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>The records of both sides with the state of their links, filtered: what the Get- cmdlets show.</summary>
public sealed class LinkedRecords(Workspace workspace)
{
    private readonly LinkReading _links = new(workspace);

    /// <summary>Reads assessors. Assessors asked for by ID, or with their details, come with them; the others with what the cache has.</summary>
    /// <returns>The assessors with their links.</returns>
    public async Task<IReadOnlyList<Assessor>> AssessorsAsync(RecordFilter filter, Freshness freshness, RunContext run)
    {
        var snapshot = await _links.TakeSnapshotAsync(LinkKind.Officer, freshness, run).ConfigureAwait(false);
        var found = Find<Assessor>(snapshot, filter);
        if (filter.Email is { } email)
            found = await WithEmailAsync(found, email, freshness, run).ConfigureAwait(false);
        found = await DetailedAsync(found, row => row.DetailsReadAt, row => row.AssessorId, filter, workspace.OnefileDetails.ReadAsync, freshness, run)
            .ConfigureAwait(false);
        return [.. found.Select(row => LinkMapper.WithLink(row, snapshot.OfOnefileId(row.AssessorId).FirstOrDefault()))];
    }

    /// <summary>Reads placements. Placements asked for by ID, or with their details, come with them; the others with what the cache has.</summary>
    /// <returns>The placements with their links.</returns>
    public async Task<IReadOnlyList<Placement>> PlacementsAsync(RecordFilter filter, Freshness freshness, RunContext run)
    {
        var snapshot = await _links.TakeSnapshotAsync(LinkKind.Organisation, freshness, run).ConfigureAwait(false);
        var found = Find<Placement>(snapshot, filter);
        found = await DetailedAsync(found, row => row.DetailsReadAt, row => row.PlacementId, filter, workspace.OnefileDetails.ReadAsync, freshness, run)
            .ConfigureAwait(false);
        return [.. found.Select(row => LinkMapper.WithLink(row, snapshot.OfOnefileId(row.PlacementId).FirstOrDefault()))];
    }

    /// <summary>Reads officers.</summary>
    /// <returns>The officers with their links.</returns>
    public async Task<IReadOnlyList<Officer>> OfficersAsync(RecordFilter filter, Freshness freshness, RunContext run)
    {
        var officers = await workspace.PicsWebLists.OfficersAsync(freshness, run).ConfigureAwait(false);
        var snapshot = filter.Unlinked ? await _links.TakeSnapshotAsync(LinkKind.Officer, OnceMore(freshness), run).ConfigureAwait(false) : null;
        return [.. officers.Where(row => filter.Fits(row, snapshot?.OfIdent(row.OfficerIdent) ?? []) && SameEmail(filter.Email, row.Email))];
    }

    /// <summary>Reads organisations.</summary>
    /// <returns>The organisations with their links.</returns>
    public async Task<IReadOnlyList<Organisation>> OrganisationsAsync(RecordFilter filter, Freshness freshness, RunContext run)
    {
        var organisations = await workspace.PicsWebLists.OrganisationsAsync(freshness, run).ConfigureAwait(false);
        var snapshot = filter.Unlinked ? await _links.TakeSnapshotAsync(LinkKind.Organisation, OnceMore(freshness), run).ConfigureAwait(false) : null;
        return [.. organisations.Where(row => filter.Fits(row, snapshot?.OfIdent(row.OrganisationIdent) ?? []) && SameEmail(filter.Email, row.Email))];
    }

    private IReadOnlyList<T> Find<T>(LinkSnapshot snapshot, RecordFilter filter)
        where T : IOnefileRecord =>
        [
            .. workspace
                .OnefileLists.OfShownCentres(snapshot.Sources.Onefile)
                .Where(row => filter.Fits(row, snapshot.OfOnefileId(row.OnefileId).Select(entry => entry.State).FirstOrDefault()))
                .Cast<T>(),
        ];

    private async Task<IReadOnlyList<Assessor>> WithEmailAsync(IReadOnlyList<Assessor> rows, string email, Freshness freshness, RunContext run)
    {
        if (freshness == Freshness.Never)
        {
            var unknown = rows.Count(row => row.DetailsReadAt is null);
            if (unknown > 0)
                run.Log.Warning($"The e-mail addresses of {unknown} of {rows.Count} {run.Terms.Assessor.Many} are not in the cache: they were left out.");
            return [.. rows.Where(row => SameEmail(email, row.Email))];
        }
        // Rows carry no e-mail, so the server filters. The cached row is shown with the address of the filter.
        var hits = new HashSet<string>(
            (await workspace.OnefileLists.SearchAssessorsAsync(new AssessorFilter(Email: email), run).ConfigureAwait(false)).Select(row => row.AssessorId),
            StringComparer.Ordinal
        );
        return [.. rows.Where(row => hits.Contains(row.AssessorId)).Select(row => row.Email is null ? row with { Email = email } : row)];
    }

    private static async Task<IReadOnlyList<T>> DetailedAsync<T>(
        IReadOnlyList<T> rows,
        Func<T, DateTimeOffset?> readAt,
        Func<T, string> id,
        RecordFilter filter,
        Func<IReadOnlyCollection<T>, RunContext, Task<DetailedRecords<T>>> detail,
        Freshness freshness,
        RunContext run
    )
        where T : class
    {
        if (freshness == Freshness.Never)
            return rows;
        var wanting = rows.Where(row => filter.WantsDetails(id(row)) && (freshness == Freshness.Always || readAt(row) is null)).ToList();
        if (wanting.Count == 0)
            return rows;
        var seen = await detail(wanting, run).ConfigureAwait(false);
        if (seen.Unread.Count > 0 && seen.Unread.Count == wanting.Count)
            throw seen.Unread.Values.First();
        foreach (var failure in seen.Unread.Values)
            run.Log.RecordError(failure);
        var detailed = seen.ToDictionary(id, StringComparer.Ordinal);
        return [.. rows.Select(row => detailed.TryGetValue(id(row), out var better) ? better : row)];
    }

    // The list was read anew just now; the Onefile side is as fresh as its own cache says.
    private static Freshness OnceMore(Freshness freshness) => freshness == Freshness.Always ? Freshness.WhenOld : freshness;

    private static bool SameEmail(string? wanted, string? email) =>
        wanted is null || string.Equals(email?.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);
}
