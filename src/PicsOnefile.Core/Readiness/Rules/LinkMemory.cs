using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

/// <summary>What the ledger remembers of the links in a book.</summary>
internal static class LinkMemory
{
    /// <summary>The links of the connected environment that were seen or made in the present link mode, and are not waiting on the worklist.</summary>
    public static IEnumerable<RecordedLink> Here(LinkBook book) =>
        book.Sources.Recorded.Where(link => link.Environment == book.Sources.Environment && link.LinkBy == book.Sources.LinkBy && !link.Pending);

    /// <summary>The entries that have moved, with the link they had; those of PICSWeb records that are not in use any more are nobody's concern.</summary>
    public static IEnumerable<(LinkEntry Entry, RecordedLink Recorded)> Drifted(LinkBook book) =>
        from entry in book.Entries
        where entry.State == LinkState.Drifted
        let recorded = Last(book, entry)
        where recorded is not null && book.PicsWeb(recorded.Ident)?.Live != false
        select (entry, recorded);

    /// <summary>Onefile records that look unlinked because their link waits on the worklist or has gone: the rules about those report them.</summary>
    public static HashSet<string> OnefileIdsOfOtherRules(ReadinessFacts facts, LinkBook book) =>
        new(
            facts
                .Pending.Where(link => link.Kind == book.Sources.Kind)
                .Select(link => link.OnefileId)
                .Concat(Drifted(book).Select(moved => moved.Recorded.OnefileId)),
            StringComparer.Ordinal
        );

    private static RecordedLink? Last(LinkBook book, LinkEntry entry) =>
        book
            .Sources.Recorded.Where(link =>
                link.Environment == book.Sources.Environment
                && (book.Sources.LinkBy == LinkBy.AdditionalId ? link.Ident == entry.PicsWeb?.Ident : link.OnefileId == entry.OnefileId)
            )
            .OrderByDescending(link => link.Since)
            .FirstOrDefault();
}
