using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using PicsOnefile.Http;
using PicsOnefile.Runs;

namespace PicsOnefile.Onefile;

/// <summary>
/// The learning aims of a centre. <c>Organisation/{id}/AssignedStandards</c> is taken for the centre's own list and <c>Standard/Search</c> for the
/// whole catalogue: an assumption, for neither is documented. Where a server has no such list the catalogue has to do.
/// </summary>
internal sealed class LearningAimList(IRestPipeline pipeline, Func<Centre, IAsyncEnumerable<(string Id, OnefileRow Row)>> catalogue)
{
    private const int NotFound = 404;

    public async Task<IReadOnlyList<LearningAim>> ReadAsync(Centre centre, RunContext run)
    {
        if (await AssignedAsync(centre, run).ConfigureAwait(false) is not { } assigned)
        {
            run.Log.Verbose($"Onefile has no AssignedStandards for centre {centre.CentreId}: its whole catalogue is taken for the centre's list.");
            return [.. (await CatalogueAsync(centre).ConfigureAwait(false)).Values];
        }

        if (assigned.All(IsComplete))
            return assigned;

        var known = await CatalogueAsync(centre).ConfigureAwait(false);
        LearningAim[] completed = [.. assigned.Select(aim => known.TryGetValue(aim.StandardId, out var entry) ? Completed(aim, entry) : aim)];
        for (var index = 0; index < completed.Length; index++)
        {
            // A standard that left the catalogue may still be in use; a person needs its title to recognise it.
            if (completed[index].Title.Length == 0)
                completed[index] = await SingleAsync(completed[index], run).ConfigureAwait(false);
        }

        return completed;
    }

    private async Task<List<LearningAim>?> AssignedAsync(Centre centre, RunContext run)
    {
        var request = new RestRequest(HttpMethod.Get, $"Organisation/{Uri.EscapeDataString(centre.CentreId)}/AssignedStandards")
        {
            AcceptedStatusCodes = [NotFound],
            ExpectsJson = true,
        };
        var response = await pipeline.SendAsync(request, run).ConfigureAwait(false);
        if (response.Status == NotFound)
            return null;

        // An assignment may have an ID of its own beside the standard's.
        var answer = JsonResponse.Read(request, response);
        return
        [
            .. OnefileResponse
                .Rows(request, answer, "StandardID", "ID")
                .GroupBy(row => row.Id)
                .Select(group => OnefileRecords.LearningAim(group.Key, group.First().Row, centre.CentreId)),
        ];
    }

    private async Task<Dictionary<string, LearningAim>> CatalogueAsync(Centre centre)
    {
        var entries = new Dictionary<string, LearningAim>();
        await foreach (var (id, row) in catalogue(centre).ConfigureAwait(false))
            entries[id] = OnefileRecords.LearningAim(id, row, centre.CentreId);

        return entries;
    }

    private async Task<LearningAim> SingleAsync(LearningAim aim, RunContext run)
    {
        var request = new RestRequest(HttpMethod.Get, $"Standard/{Uri.EscapeDataString(aim.StandardId)}") { AcceptedStatusCodes = [NotFound] };
        var row = OnefileResponse.Record(request, await pipeline.SendForJsonAsync(request, run).ConfigureAwait(false), aim.StandardId);
        return row is null ? aim : Completed(aim, OnefileRecords.LearningAim(aim.StandardId, row, aim.CentreId));
    }

    private static bool IsComplete(LearningAim aim) => aim.Title.Length > 0 && aim.Code is not null;

    private static LearningAim Completed(LearningAim aim, LearningAim entry) =>
        aim with
        {
            Title = aim.Title.Length > 0 ? aim.Title : entry.Title,
            Code = aim.Code ?? entry.Code,
            StandardCode = aim.Code is null ? entry.StandardCode : aim.StandardCode,
            Component = aim.Code is null ? entry.Component : aim.Component,
        };
}
