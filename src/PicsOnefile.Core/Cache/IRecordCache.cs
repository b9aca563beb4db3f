using System;
using System.Collections.Generic;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>A list as it was read from a system.</summary>
/// <param name="Rows">The records.</param>
/// <param name="ReadAt">When the list was read.</param>
/// <param name="Calls">How many calls it cost.</param>
public sealed record CachedList<T>(IReadOnlyList<T> Rows, DateTimeOffset ReadAt, int Calls)
{
    /// <summary>Where it was read from; null where that was not said, as in a file of an older version.</summary>
    public ListSource? Source { get; init; }

    /// <summary>The exported file as it was when it was read; null where a system was asked.</summary>
    public FileIdentity? File { get; init; }

    /// <summary>How many records the list's own total counts beyond those that came; below 0 where more came than it counts.</summary>
    public int Missing { get; init; }

    /// <summary>False where the list is one that does not count as seen: no reading before it was accepted, and it was not accepted itself.</summary>
    public bool Accepted { get; init; } = true;

    /// <summary>True where this module has changed something since that the list shows: it is not answered again as if it were young.</summary>
    public bool Stale { get; init; }
}

/// <summary>A list that was read, on its way into the cache.</summary>
/// <param name="Rows">The records.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Calls">How many calls it cost.</param>
public sealed record ReadList<T>(IReadOnlyCollection<T> Rows, DateTimeOffset ReadAt, int Calls)
{
    /// <summary>Where it was read from, or null.</summary>
    public ListSource? Source { get; init; }

    /// <summary>The exported file as it was before it was read, or null.</summary>
    public FileIdentity? File { get; init; }

    /// <summary>How many records the list's own total counts beyond those that came.</summary>
    public int Missing { get; init; }
}

/// <summary>What is known of the readings of one guarded list: kept when the cache is rebuilt.</summary>
/// <param name="List">The list.</param>
/// <param name="Scope">The centre of a Onefile list; empty for PICSWeb's.</param>
public sealed record ReadingState(GuardedList List, string Scope)
{
    /// <summary>How long the list was when it was last accepted; null where it never was.</summary>
    public int? AcceptedRows { get; init; }

    /// <summary>How many records its own total counted beyond those, then.</summary>
    public int AcceptedMissing { get; init; }

    /// <summary>How many of them single reads say are gone, as a person accepted it.</summary>
    public int AcceptedGone { get; init; }

    /// <summary>When that was read.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>How long the reading is that is withheld; null where none is.</summary>
    public int? WithheldRows { get; init; }

    /// <summary>How many records its own total counts beyond those.</summary>
    public int WithheldMissing { get; init; }

    /// <summary>When the withheld reading was made.</summary>
    public DateTimeOffset? WithheldAt { get; init; }

    /// <summary>Since when readings of this list are withheld.</summary>
    public DateTimeOffset? WithheldSince { get; init; }

    /// <summary>How many records of it the cache holds; null where the cache has no list that was ever accepted.</summary>
    public int? CachedRows { get; init; }
}

/// <summary>
/// The records of both systems: Centre, Assessor, Placement, LearningAim, Officer, Organisation, Qualification, Learner.
/// Only the properties of the Model types are kept, and of those none that are computed (LinkState, OfficerIdent, OrganisationIdent, FullName).
/// </summary>
public interface IRecordCache
{
    /// <summary>The list as last read, or null if it never was (or was dropped).</summary>
    /// <param name="scope">The centre of a Onefile list; empty for lists that have no centre.</param>
    CachedList<T>? Read<T>(string scope = "")
        where T : class;

    /// <summary>
    /// Takes a list that was read as a whole in place of the one before. Details of records that are still there are kept where the new row has none.
    /// </summary>
    void Replace<T>(string scope, IReadOnlyCollection<T> rows, DateTimeOffset readAt, int calls)
        where T : class;

    /// <summary>
    /// The same with everything that is known of the reading. It counts as accepted: later readings are compared with it, and nothing is withheld any more.
    /// </summary>
    void Replace<T>(string scope, ReadList<T> list)
        where T : class;

    /// <summary>
    /// Remembers a reading that is not taken. An accepted list stays in the cache as it is; where there is none, the reading is kept in its place as one that
    /// does not count as seen.
    /// </summary>
    void Withhold<T>(string scope, ReadList<T> list)
        where T : class;

    /// <summary>What is known of the readings of one list; null for a list that is not guarded or was never read.</summary>
    ReadingState? Reading<T>(string scope = "")
        where T : class;

    /// <summary>The same of every guarded list of the connected systems that was ever read.</summary>
    IReadOnlyList<ReadingState> Readings();

    /// <summary>
    /// Accepts that single reads say of so many records of a list that they are gone, although the list shows them. It stands until the list itself becomes so
    /// much shorter.
    /// </summary>
    void AcceptGone(GuardedList list, string scope, int records);

    /// <summary>Forgets what is known of a list that there is no more: its centre has gone.</summary>
    void ForgetReading(GuardedList list, string scope);

    /// <summary>
    /// Says that lists may show by now what the cache does not have: they are read anew when they are asked for next. What the journal tells of marks its lists
    /// by itself (<see cref="WrittenFields"/>); this is for what others have changed.
    /// </summary>
    void MarkStale(IReadOnlyCollection<Type> records);

    /// <summary>Those of the lists that nothing has made old.</summary>
    IReadOnlyList<Type> FindFresh(IReadOnlyCollection<Type> records);

    /// <summary>Says that the cache has the changed records of these lists by now.</summary>
    void MarkFresh(IReadOnlyCollection<Type> records);

    /// <summary>
    /// Takes single records: details that were read, or a value that was written. The list's age stays. A record that is not in the list is added.
    /// </summary>
    void Update<T>(IReadOnlyCollection<T> rows)
        where T : class;

    /// <summary>Takes a single record out of its list: a single read answered that it is gone.</summary>
    void Remove<T>(string key)
        where T : class;
}
