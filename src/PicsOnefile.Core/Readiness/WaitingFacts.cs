using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;

namespace PicsOnefile.Readiness;

/// <summary>Items of the worklist that PICSWeb does not show yet. Where its list cannot be read, all items.</summary>
internal sealed class WaitingFacts(Workspace workspace)
{
    /// <summary>Reads the waiting links of one kind.</summary>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="snapshot">Its links; null where they could not be read.</param>
    /// <returns>The links.</returns>
    public IEnumerable<RecordedLink> Links(LinkKind kind, LinkSnapshot? snapshot)
    {
        var waiting = workspace.Cache.Ledger.Links(kind).Where(link => link.Pending && link.OnefileId.Length > 0 && link.Environment == workspace.Environment);
        return snapshot is not { Sources.PicsWebIsAvailable: true }
            ? waiting
            : waiting.Where(link =>
                snapshot.PicsWeb(link.Ident) is { } record
                && record.Live != false
                && !snapshot.OfIdent(link.Ident).Any(entry => entry.State == LinkState.Excluded || (entry.Tied && entry.OnefileId == link.OnefileId))
            );
    }

    /// <summary>Reads the waiting VQ References and new qualifications.</summary>
    /// <param name="qualifications">PICSWeb's qualifications; null where they could not be read.</param>
    /// <returns>The changes.</returns>
    public IReadOnlyList<WaitingChange> References(IReadOnlyList<Qualification>? qualifications)
    {
        var waiting = workspace.Cache.Worklist.Waiting(workspace.Environment).Where(WaitingReferences.IsReference).ToList();
        if (qualifications is null)
            return waiting;
        var now = new WaitingReferences(qualifications, waiting);
        return [.. waiting.Where(item => now.Look(item).State != WaitingReferenceState.Seen)];
    }
}
