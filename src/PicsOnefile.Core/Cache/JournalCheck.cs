using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Cache;

/// <summary>Checks the journal's chain of hashes, and against a head that was kept elsewhere.</summary>
public static class JournalCheck
{
    /// <summary>The check of a cache: the chain, the heads that runs kept in the second place, and what guards the journal in the file.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="expectedHead">As below.</param>
    public static LinkHistoryCheck Run(IMappingCache cache, string? expectedHead)
    {
        var check = Run(cache.Journal, expectedHead);
        var kept = cache.Heads.Read();
        var disagreement = check.FirstBroken is null ? JournalHeadsFile.FindDisagreement(kept.Heads, cache.Journal.HashAt) : null;
        return check with
        {
            Ok = check.Ok && disagreement is null,
            HeadsPath = cache.Heads.Location,
            KeptHeads = kept.Heads.Count,
            Detail = string.Join(
                " ",
                new[]
                {
                    // That nothing can be seen of a tail is said only where it is so.
                    check.Ok
                    && expectedHead is null
                    && kept.Heads.Count > 0
                        ? "The chain is whole."
                        : check.Detail,
                    disagreement is not null
                        ? $"{disagreement} The journal is in {cache.Heads.Location}."
                        : DescribeSaved(cache.Heads.Location, kept.Heads, check),
                    kept.Problem,
                    cache.Missing.Count > 0
                        ? $"The file lacks what the module made to guard the journal: {string.Join(", ", cache.Missing)}. Somebody altered it."
                        : null,
                }.Where(part => part is not null)
            ),
        };
    }

    private static string? DescribeSaved(string location, IReadOnlyList<SavedHead> heads, LinkHistoryCheck check) =>
        (heads.Count, check.FirstBroken, check.Count) switch
        {
            ( > 0, null, _) => FormattableString.Invariant($"It leads through all {heads.Count} head(s) that runs kept in {location}."),
            (0, _, > 0) => $"No run has kept a head in {location}, or the file was taken away.",
            _ => null,
        };

    /// <summary>The check of a journal by itself.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="expectedHead">A head hash of an earlier check: the chain must still lead through it. Null where none was kept.</param>
    public static LinkHistoryCheck Run(IJournal journal, string? expectedHead)
    {
        var head = journal.Head();
        var broken = journal.FirstBroken();
        var expected = expectedHead?.Trim().ToLowerInvariant();
        var kept = expected is null ? null : journal.SequenceOf(expected);
        return new LinkHistoryCheck
        {
            Ok = broken is null && (expected is null || kept is not null),
            Count = head.Count,
            Head = head.Hash,
            FirstBroken = broken,
            ExpectedHead = expected,
            Detail = Detail(head, broken, expected, kept),
        };
    }

    private static string Detail(JournalHead head, long? broken, string? expected, long? kept) =>
        (broken, expected, kept) switch
        {
            ({ } row, _, _) => FormattableString.Invariant(
                $"Row {row} was altered, or rows before it were altered, taken out, added or put in another order: from there on the journal proves nothing."
            ),
            (_, { }, null) => "The chain is whole, and the expected head is not in it: rows at the end were cut off, or this is another journal.",
            (_, { }, { } row) => FormattableString.Invariant(
                $"The chain is whole, and the expected head is its row {row}; {head.Count - row} row(s) came after it."
            ),
            _ => "The chain is whole. Whether rows at its end were cut off shows only against a head that was kept elsewhere (-ExpectedHead).",
        };
}
