using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>Finds Onefile records of recorded links that Onefile does not have any more.</summary>
/// <remarks>By MIS Value a deleted record is only missing from the list. That is no proof, so each record is read singly.</remarks>
internal sealed class GoneRecords(Workspace workspace, RunContext run)
{
    /// <summary>Reads the missing records singly.</summary>
    /// <param name="links">The links of one kind. Nothing is gone where they could not be read.</param>
    /// <returns>The Onefile IDs that a single read confirms to be gone.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(ReadResult<LinkSnapshot> links)
    {
        if (workspace.LinkBy != LinkBy.MisValue || links.Value is not { Sources.PicsWeb: not null } snapshot)
            return [];
        var gone = new List<string>();
        foreach (var id in snapshot.RecordedWithoutRecord().Distinct(StringComparer.Ordinal))
        {
            var single = await ReadResult.ReadAsync(() => ReadAsync(snapshot.Sources.Kind, id), run).ConfigureAwait(false);
            if (single.Value is { Record: null })
                gone.Add(id);
        }
        return gone;
    }

    private async Task<Holder> ReadAsync(LinkKind kind, string id) =>
        new(await LinkLists.For(kind).GetAsync(workspace.Onefile, id, run).ConfigureAwait(false));

    private sealed record Holder(IOnefileRecord? Record);
}
