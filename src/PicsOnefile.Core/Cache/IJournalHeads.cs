using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A head of the journal as a run left it.</summary>
/// <param name="At">When it was kept.</param>
/// <param name="Count">How many rows the journal had.</param>
/// <param name="Hash">The hash of the newest of them.</param>
public sealed record SavedHead(DateTimeOffset At, long Count, string Hash);

/// <summary>What is kept of the heads.</summary>
/// <param name="Heads">The heads, in the order in which they were kept.</param>
/// <param name="Problem">Why they could not be read, or that some of it is no head; null where all is well. A file that is missing holds none.</param>
public sealed record JournalHeadsReading(IReadOnlyList<SavedHead> Heads, string? Problem);

/// <summary>
/// The heads of the journal, kept in a second place: within the journal itself a chain that was reckoned anew, and rows that were cut off at the end, leave no
/// trace.
/// </summary>
public interface IJournalHeads
{
    /// <summary>Where they are kept.</summary>
    string Location { get; }

    /// <summary>Reads them.</summary>
    JournalHeadsReading Read();
}
