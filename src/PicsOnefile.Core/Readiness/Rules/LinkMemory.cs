using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

/// <summary>What the ledger remembers of the links in a snapshot.</summary>
internal static class LinkMemory
{
    /// <summary>
    /// Lists the links of the connected environment that were seen or made in the present link mode. Links that wait on the worklist are left out.
    /// </summary>
    /// <returns>These links.</returns>
    public static IEnumerable<RecordedLink> Here(LinkSnapshot snapshot) =>
        snapshot.Sources.Recorded.Where(link => link.Environment == snapshot.Sources.Environment && link.LinkBy == snapshot.Sources.LinkBy && !link.Pending);

    /// <summary>Lists the entries that have moved, with the link they had. PICSWeb records that are not in use any more are left out.</summary>
    /// <returns>These entries.</returns>
    public static IEnumerable<(LinkEntry Entry, RecordedLink Recorded)> Drifted(LinkSnapshot snapshot) =>
        from entry in snapshot.Entries
        where entry.State == LinkState.Drifted
        let recorded = Last(snapshot, entry)
        where recorded is not null && snapshot.PicsWeb(recorded.Ident)?.Live != false
        select (entry, recorded);

    /// <summary>Lists Onefile records that look unlinked because their link waits on the worklist or has gone. Other rules report them.</summary>
    /// <returns>The Onefile IDs.</returns>
    public static HashSet<string> OnefileIdsOfOtherRules(ReadinessFacts facts, LinkSnapshot snapshot) =>
        new(
            facts
                .Pending.Where(link => link.Kind == snapshot.Sources.Kind)
                .Select(link => link.OnefileId)
                .Concat(Drifted(snapshot).Select(moved => moved.Recorded.OnefileId)),
            StringComparer.Ordinal
        );

    private static RecordedLink? Last(LinkSnapshot snapshot, LinkEntry entry) =>
        snapshot
            .Sources.Recorded.Where(link =>
                link.Environment == snapshot.Sources.Environment
                && (snapshot.Sources.LinkBy == LinkBy.AdditionalId ? link.Ident == entry.PicsWeb?.Ident : link.OnefileId == entry.OnefileId)
            )
            .OrderByDescending(link => link.Since)
            .FirstOrDefault();
}
