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
    /// <summary>The source of the list; null where it is not known, as in a file of an older version.</summary>
    public ListSource? Source { get; init; }

    /// <summary>The exported file at the time of reading; null for a list of an API.</summary>
    public FileIdentity? File { get; init; }

    /// <summary>When the list was as it is: the time of reading, or that at which the exported file was written. Reading a file makes it no younger.</summary>
    public DateTimeOffset AsOf => File is { } file && file.WrittenAt < ReadAt ? file.WrittenAt : ReadAt;

    /// <summary>The list's own total minus the records received; negative where more were received.</summary>
    public int Missing { get; init; }

    /// <summary>Whether this reading or an earlier one was accepted. A list that was not does not count as seen.</summary>
    public bool Accepted { get; init; } = true;

    /// <summary>Whether this module has changed a value of the list since. A stale list is read again whatever its age.</summary>
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

/// <summary>The state of the readings of one guarded list; a rebuild of the cache keeps it.</summary>
/// <param name="List">The list.</param>
/// <param name="Scope">The centre of a Onefile list; empty for PICSWeb's.</param>
public sealed record ReadingState(GuardedList List, string Scope)
{
    /// <summary>The number of rows of the last accepted reading; null where there is none.</summary>
    public int? AcceptedRows { get; init; }

    /// <summary>How many records its own total counted beyond those, then.</summary>
    public int AcceptedMissing { get; init; }

    /// <summary>How many of them single reads say are gone, as a person accepted it.</summary>
    public int AcceptedGone { get; init; }

    /// <summary>The time of that reading.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The number of rows of the withheld reading; null where none is withheld.</summary>
    public int? WithheldRows { get; init; }

    /// <summary>How many records its own total counts beyond those.</summary>
    public int WithheldMissing { get; init; }

    /// <summary>The time of the withheld reading.</summary>
    public DateTimeOffset? WithheldAt { get; init; }

    /// <summary>The time since which readings of this list are withheld.</summary>
    public DateTimeOffset? WithheldSince { get; init; }

    /// <summary>The time at which the list could not be read; null where the last reading came.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>The ID of the error with which that reading ended.</summary>
    public string? FailedWith { get; init; }

    /// <summary>The number of its records in the cache; null where no list was ever accepted.</summary>
    public int? CachedRows { get; init; }
}

/// <summary>
/// The records of both systems: Centre, Assessor, Placement, LearningAim, Officer, Organisation, Qualification, Learner.
/// Only the properties of the Model types are kept, and of those none that are computed (LinkState, OfficerIdent, OrganisationIdent, FullName).
/// </summary>
public interface IRecordCache
{
    /// <summary>Returns the cached list, or null where it was never read or was dropped.</summary>
    /// <param name="scope">The centre of a Onefile list; empty for lists without a centre.</param>
    /// <exception cref="System.ArgumentException">The type is not cached.</exception>
    CachedList<T>? Read<T>(string scope = "")
        where T : class;

    /// <summary>
    /// Replaces a list by a complete reading. Details of existing records are kept where the new row has none.
    /// </summary>
    void Replace<T>(string scope, IReadOnlyCollection<T> rows, DateTimeOffset readAt, int calls)
        where T : class;

    /// <summary>
    /// Replaces a list by a complete reading with its source. The reading counts as accepted: later readings are compared with it, and none is withheld.
    /// </summary>
    void Replace<T>(string scope, ReadList<T> list)
        where T : class;

    /// <summary>
    /// Records a reading that is not accepted. An accepted list stays in the cache. Where there is none, the cache keeps the reading as one that does not
    /// count as seen.
    /// </summary>
    void Withhold<T>(string scope, ReadList<T> list)
        where T : class;

    /// <summary>Records that a guarded list could not be read. The next reading that comes clears it, taken or withheld.</summary>
    /// <param name="scope">The centre, or empty.</param>
    /// <param name="at">When it was tried.</param>
    /// <param name="errorId">The ID of the error; its message may quote a record and is not kept.</param>
    void Fail<T>(string scope, DateTimeOffset at, string errorId)
        where T : class;

    /// <summary>Returns the state of the readings of one list; null for a list that is not guarded or was never read.</summary>
    ReadingState? Reading<T>(string scope = "")
        where T : class;

    /// <summary>Returns the state of every guarded list that was ever read from the connected systems.</summary>
    IReadOnlyList<ReadingState> Readings();

    /// <summary>
    /// Accepts that single reads report this number of listed records as gone. The acceptance ends when the list itself becomes so much shorter.
    /// </summary>
    void AcceptGone(GuardedList list, string scope, int records);

    /// <summary>Removes the state of a list whose centre no longer exists.</summary>
    void ForgetReading(GuardedList list, string scope);

    /// <summary>
    /// Marks lists as stale: the next request reads them again. The journal marks the lists of its own changes (<see cref="WrittenFields"/>); this is for
    /// changes by others.
    /// </summary>
    void MarkStale(IReadOnlyCollection<Type> records);

    /// <summary>Returns those of the lists that are not stale.</summary>
    IReadOnlyList<Type> FindFresh(IReadOnlyCollection<Type> records);

    /// <summary>Marks lists as fresh: the cache has their changed records.</summary>
    void MarkFresh(IReadOnlyCollection<Type> records);

    /// <summary>
    /// Updates single records: details that were read, or a value that was written. The list's age stays. A new record is added.
    /// </summary>
    void Update<T>(IReadOnlyCollection<T> rows)
        where T : class;

    /// <summary>Removes a record from its list after a single read has reported it as gone.</summary>
    void Remove<T>(string key)
        where T : class;
}
