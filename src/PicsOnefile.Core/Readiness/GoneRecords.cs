using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>Onefile records of recorded links that Onefile does not have any more.</summary>
/// <remarks>By MIS Value a deleted record is just not in the list any more, and a list's word is not enough to say so: each is read singly.</remarks>
internal sealed class GoneRecords(Workspace workspace, RunContext run)
{
    /// <summary>The Onefile IDs that a single read confirms to be gone.</summary>
    /// <param name="links">The links of one kind; nothing is gone where they could not be read.</param>
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
