using System;

namespace PicsOnefile.Cache;

/// <summary>Checks the journal's chain of hashes, and against a head that was kept elsewhere.</summary>
public static class JournalCheck
{
    /// <summary>The check.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="expectedHead">A head hash of an earlier check: the chain must still lead through it. Null where none was kept.</param>
    public static LinkHistoryCheck Of(IJournal journal, string? expectedHead)
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

    private static string Detail(JournalHead head, long? broken, string? expected, long? kept) => (broken, expected, kept) switch
    {
        ({ } row, _, _) => FormattableString.Invariant($"Row {row} was altered, or rows before it were altered, taken out, added or put in another order: from there on the journal proves nothing."),
        (_, { }, null) => "The chain is whole, and the expected head is not in it: rows at the end were cut off, or this is another journal.",
        (_, { }, { } row) => FormattableString.Invariant($"The chain is whole, and the expected head is its row {row}; {head.Count - row} row(s) came after it."),
        _ => "The chain is whole. Whether rows at its end were cut off shows only against a head that was kept elsewhere (-ExpectedHead).",
    };
}
