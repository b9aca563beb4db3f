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
    /// <summary>Checks whether the lists of a kind could not be read although there is a way to read them.</summary>
    /// <remarks>
    /// A list that fails is worth no more than an empty one: it is an outage, or a lost right. This holds whether or not it was ever read. A list may not be
    /// offered by this PICSWeb at all (no operation, no exported list). Work then goes on without it.
    /// </remarks>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="links">Its links.</param>
    /// <returns>The kind with the reason, or nothing.</returns>
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

    /// <summary>Finds the lists that are shorter than their own total. A list that is not guarded is used all the same.</summary>
    /// <returns>A sentence for each list.</returns>
    public IReadOnlyList<string> Incomplete() => [.. Incomplete<Qualification>("qualifications"), .. Incomplete<Learner>("learners")];

    private IEnumerable<string> Incomplete<T>(string what)
        where T : class =>
        workspace.Cache.Records.Read<T>() is { Missing: not 0 } list
            ? [$"PICSWeb counts {list.Rows.Count + list.Missing} {what}, and {list.Rows.Count} came: what is reported about them is not all"]
            : [];
}
