using System;
using System.Collections.Generic;
using PicsOnefile.Http;

namespace PicsOnefile.Cache;

/// <summary>
/// The mapping cache: records of both systems, which can be rebuilt, and what people and this module did, which is never dropped. Each profile has one
/// SQLite file; the interface exists because a team will share a cache on a database server.
/// </summary>
public interface IMappingCache : IDisposable
{
    /// <summary>The path of the file.</summary>
    string Location { get; }

    /// <summary>The cached records of both systems.</summary>
    IRecordCache Records { get; }

    /// <summary>Recorded links, exclusions and attestations.</summary>
    ILinkLedger Ledger { get; }

    /// <summary>The journal of all changes.</summary>
    IJournal Journal { get; }

    /// <summary>The journal's heads, saved in a second place.</summary>
    IJournalHeads Heads { get; }

    /// <summary>The missing guards of the journal, such as a trigger; empty for an unaltered file.</summary>
    IReadOnlyList<string> Missing { get; }

    /// <summary>
    /// Ends every command: saves the head of a journal that has grown, and checkpoints the write-ahead log. Nothing is then left beside the file.
    /// </summary>
    /// <returns>A problem with the second place, in a sentence; null for none. The command's own rows are written in any case.</returns>
    string? Checkpoint();

    /// <summary>The changes that a person has to key into PICSWeb.</summary>
    IWorklist Worklist { get; }

    /// <summary>When each record was first and last seen; a rebuild keeps this.</summary>
    ISightings Sightings { get; }

    /// <summary>Creates a rate limiter that all processes of this cache share.</summary>
    /// <param name="account">The account that the limit belongs to, as a hash of the customer token.</param>
    /// <param name="callsPerMinute">The limit in calls per minute; at least 1.</param>
    /// <returns>The rate limiter.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">The limit is below 1.</exception>
    IRateLimiter CreateRateLimiter(string account, int callsPerMinute);

    /// <summary>Returns the number of calls that an account may make now without waiting.</summary>
    /// <param name="account">As for <see cref="CreateRateLimiter"/>.</param>
    /// <param name="callsPerMinute">The limit in calls per minute; at least 1.</param>
    int GetRemainingCalls(string account, int callsPerMinute);

    /// <summary>
    /// Binds the cached records to environment, customer and tenant. Records of another binding are dropped: a Practice record must never be taken for
    /// a Live one. Journal and ledger stay.
    /// </summary>
    /// <param name="world">Environment, customer and tenant as one text.</param>
    void BindTo(string world);

    /// <summary>Returns kind, age and size of each cached list.</summary>
    IReadOnlyList<MappingCacheEntry> Describe();

    /// <summary>Copies the cache to another file, also while it is in use. An existing journal is never lost.</summary>
    /// <param name="path">The new file.</param>
    /// <param name="force">Whether to replace a cache whose journal is the beginning of this one's.</param>
    /// <returns>A description of the copy.</returns>
    /// <exception cref="Errors.PicsOnefileException">FileExists, JournalWouldBeLost, FileNotWritten, CacheDamaged.</exception>
    MappingCacheCopy CopyTo(string path, bool force);

    /// <summary>
    /// Drops the cached records of one person on both sides. Journal, ledger and decisions stay; they hold IDs and no names.
    /// </summary>
    /// <param name="person">The person's IDs.</param>
    /// <returns>The dropped records.</returns>
    PersonCleared Clear(PersonKeys person);

    /// <summary>Drops the cached records; journal, ledger and decisions stay.</summary>
    void Clear();
}
