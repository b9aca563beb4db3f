using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A head of the journal, saved at the end of a run.</summary>
/// <param name="At">The time of saving.</param>
/// <param name="Count">The number of rows in the journal.</param>
/// <param name="Hash">The hash of the newest of them.</param>
public sealed record SavedHead(DateTimeOffset At, long Count, string Hash);

/// <summary>The saved heads of the journal.</summary>
/// <param name="Heads">The heads in the order of saving; none where the file is missing.</param>
/// <param name="Problem">Why the file could not be read, or which lines are invalid; null for no problem.</param>
public sealed record JournalHeadsReading(IReadOnlyList<SavedHead> Heads, string? Problem);

/// <summary>
/// The heads of the journal, saved in a second place. Within the journal itself a recomputed chain and a cut tail leave no trace.
/// </summary>
public interface IJournalHeads
{
    /// <summary>The path of the file.</summary>
    string Location { get; }

    /// <summary>Reads the saved heads; never throws for an unreadable file.</summary>
    JournalHeadsReading Read();
}
