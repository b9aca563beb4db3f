using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness;

/// <summary>Lists that failed, or of which rows are missing: an outage must not look like readiness.</summary>
internal sealed class Outages(Workspace workspace)
{
    /// <summary>The kind with the reason, where its lists could not be read although there is a way to read them.</summary>
    /// <remarks>
    /// A list that fails is as good as an empty one, whether or not it was ever read: an outage, or a lost right. What nobody said that this PICSWeb has (no
    /// operation, no exported list) is not available at all, and nobody is kept from working without it.
    /// </remarks>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="links">Its links.</param>
    public IEnumerable<(LinkKind Kind, string Reason)> For(LinkKind kind, ReadResult<LinkSnapshot> links)
    {
        if (!links.TryGet(out var snapshot, out var reason))
            return [(kind, reason)];
        var (operation, list) = (RecordRoutes.ListOf(kind), LinkType.For(kind).PicsWeb.List);
        return
            snapshot.Sources.PicsWeb is null
            && workspace.PicsWeb.FindUnavailable(operation) is { } lost
            && (lost.WasAvailable || workspace.Cache.Records.Readings().Any(state => state.List == list && state.AcceptedRows > 0))
            ? [(kind, lost.Reason)]
            : [];
    }

    /// <summary>The lists of which a total says that some rows did not come; what is not guarded is used all the same.</summary>
    public IReadOnlyList<string> Incomplete() => [.. Incomplete<Qualification>("qualifications"), .. Incomplete<Learner>("learners")];

    private IEnumerable<string> Incomplete<T>(string what)
        where T : class =>
        workspace.Cache.Records.Read<T>() is { Missing: not 0 } list
            ? [$"PICSWeb counts {list.Rows.Count + list.Missing} {what}, and {list.Rows.Count} came: what is reported about them is not all"]
            : [];
}
