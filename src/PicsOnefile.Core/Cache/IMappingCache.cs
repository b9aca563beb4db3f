using System;
using System.Collections.Generic;
using PicsOnefile.Http;

namespace PicsOnefile.Cache;

/// <summary>
/// The mapping cache: what both systems said (can be rebuilt), and what people and this module did (cannot, and is never dropped).
/// One SQLite file per profile; an interface because a team will share one on a database server.
/// </summary>
public interface IMappingCache : IDisposable
{
    /// <summary>The file.</summary>
    string Location { get; }

    /// <summary>What both systems said.</summary>
    IRecordCache Records { get; }

    /// <summary>Recorded links, exclusions and attestations.</summary>
    ILinkLedger Ledger { get; }

    /// <summary>What the module did.</summary>
    IJournal Journal { get; }

    /// <summary>The journal's heads, kept in a second place.</summary>
    IJournalHeads Heads { get; }

    /// <summary>What guards the journal in the file and is gone, such as a trigger; empty where nobody altered it.</summary>
    IReadOnlyList<string> Missing { get; }

    /// <summary>
    /// What every command ends with: the journal's head is kept where it has grown, and the write-ahead log is moved into the file, so that a process may end,
    /// and a file be restored from a backup, without anything left beside it.
    /// </summary>
    /// <returns>What is wrong with the second place, in a sentence; null where all is well. What the command wrote is written in any case.</returns>
    string? Checkpoint();

    /// <summary>What a person has to key into PICSWeb.</summary>
    IWorklist Worklist { get; }

    /// <summary>When records were first seen and when they went: kept with the ledger.</summary>
    ISightings Sightings { get; }

    /// <summary>The calls that processes of this cache share.</summary>
    /// <param name="account">What the limit belongs to, as a text that tells nothing: a hash of the customer token.</param>
    /// <param name="callsPerMinute">The limit.</param>
    IRateLimiter CreateRateLimiter(string account, int callsPerMinute);

    /// <summary>How many calls of an account may still be made in the current minute.</summary>
    int GetRemainingCalls(string account, int callsPerMinute);

    /// <summary>
    /// Says whose records these are (environment, customer, tenant). If the cached part belongs to another world it is dropped, for
    /// the records of a Practice centre must never be taken for those of a Live one. The journal and the ledger stay.
    /// </summary>
    void BindTo(string world);

    /// <summary>What is cached, how old and how large.</summary>
    IReadOnlyList<MappingCacheEntry> Describe();

    /// <summary>Copies everything to another file, also while the cache is in use. A journal that lies there is never lost.</summary>
    /// <param name="path">The new file.</param>
    /// <param name="force">Whether a cache whose journal is the beginning of this one's may be replaced.</param>
    /// <exception cref="Errors.PicsOnefileException">FileExists, JournalWouldBeLost, FileNotWritten, CacheDamaged.</exception>
    MappingCacheCopy CopyTo(string path, bool force);

    /// <summary>
    /// Drops what is cached about one person, on both sides; never the journal, the ledger and what people decided, which hold IDs and no names.
    /// </summary>
    /// <param name="person">The person's IDs.</param>
    PersonCleared Clear(PersonKeys person);

    /// <summary>Drops the cached part; never the journal, the ledger or what people decided.</summary>
    void Clear();
}
