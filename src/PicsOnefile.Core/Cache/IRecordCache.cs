using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A list as it was read from a system.</summary>
/// <param name="Rows">The records.</param>
/// <param name="ReadAt">When the list was read.</param>
/// <param name="Calls">How many calls it cost.</param>
public sealed record CachedList<T>(IReadOnlyList<T> Rows, DateTimeOffset ReadAt, int Calls);

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

    /// <summary>Takes single records: details that were read, or a value that was written. The list's age stays. A record that is not in the list is added.</summary>
    void Update<T>(IReadOnlyCollection<T> rows)
        where T : class;

    /// <summary>Takes a single record out of its list: a single read answered that it is gone.</summary>
    void Remove<T>(string key)
        where T : class;
}
