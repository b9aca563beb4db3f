using System;
using System.Collections.Generic;
using PicsOnefile.Http;

namespace PicsOnefile.Cache;

/// <summary>The mapping cache in one SQLite file. May be used by several threads, and the file by several processes, at once.</summary>
public sealed class SqliteMappingCache : IMappingCache
{
    private readonly SqliteDatabase _database;
    private readonly SqliteRecordCache _records;
    private readonly TimeProvider _clock;
    private readonly JournalHeadsFile _heads;
    private readonly SqliteClaims _claims;

    private SqliteMappingCache(SqliteDatabase database, TimeProvider clock, bool isOnNetwork)
    {
        _database = database;
        _clock = clock;
        _records = new SqliteRecordCache(database, clock);
        Ledger = new SqliteLinkLedger(database);
        _claims = new SqliteClaims(database, clock, isOnNetwork);
        Journal = new SqliteJournal(database, clock, _claims);
        _heads = new JournalHeadsFile(database, clock);
        Worklist = new SqliteWorklist(database);
        Sightings = new SqliteSightings(database, () => _records.World);
    }

    /// <inheritdoc/>
    public string Location => _database.Path;

    /// <inheritdoc/>
    public IRecordCache Records => _records;

    /// <inheritdoc/>
    public ILinkLedger Ledger { get; }

    /// <inheritdoc/>
    public IJournal Journal { get; }

    /// <inheritdoc/>
    public IJournalHeads Heads => _heads;

    /// <inheritdoc/>
    public IReadOnlyList<string> Missing => _database.Missing;

    /// <summary>
    /// A warning where other accounts may read the file, as on a drive of Windows without access lists; null where the module keeps them from it.
    /// </summary>
    public string? OpenToOthers =>
        _database.IsOpenToOthers
            ? $"The mapping cache {Location} is open to other accounts: its drive or share takes no access list. Give a path in your profile folder, or on a "
                + "drive with NTFS, with -CachePath."
            : null;

    /// <inheritdoc/>
    public IWorklist Worklist { get; }

    /// <inheritdoc/>
    public ISightings Sightings { get; }

    /// <summary>The open file, for tests that make the disk full or look at its settings.</summary>
    internal SqliteDatabase Database => _database;

    /// <summary>
    /// Opens a cache file. A missing file is made, with its folder, for this account only; one of an older version is copied beside itself and then
    /// brought up to date. When this fails, nothing in the file was changed.
    /// </summary>
    /// <param name="path">The file. On a network path the write-ahead log is not used, which is slower.</param>
    /// <param name="clock">Where the time comes from.</param>
    /// <exception cref="Errors.PicsOnefileException">
    /// CacheReadOnly; CacheDamaged (no database, cut off, or a page that is not right); CacheForeign (another program's database); CacheLogForeign (the log
    /// beside it is another file's); CacheNewer (written by a newer version of the module); CacheUnusable (anything else: a full disk, a folder in place of the
    /// file, held by another process for half a minute).
    /// </exception>
    public static SqliteMappingCache Open(string path, TimeProvider clock) => Open(path, clock, new SqliteSettings());

    /// <inheritdoc/>
    public IRateLimiter CreateRateLimiter(string account, int callsPerMinute) => new SharedRateLimiter(_database, _clock, account, callsPerMinute);

    /// <inheritdoc/>
    public int GetRemainingCalls(string account, int callsPerMinute) => new SharedRateLimiter(_database, _clock, account, callsPerMinute).Available();

    /// <inheritdoc/>
    public void BindTo(string world) => _records.BindTo(world);

    /// <inheritdoc/>
    public string? Checkpoint()
    {
        var problem = _heads.Append();
        _database.Checkpoint();
        return problem;
    }

    /// <inheritdoc/>
    public IReadOnlyList<MappingCacheEntry> Describe() => _database.Read(connection => CacheInventory.Read(connection, Location));

    /// <inheritdoc/>
    public void Clear()
    {
        _records.Drop();
        _database.FreeSpace();
    }

    /// <inheritdoc/>
    public PersonCleared Clear(PersonKeys person)
    {
        var records = _database.Write(connection => PersonClearing.Clear(connection, person), durable: true);
        return new(records, _database.FreeSpace());
    }

    /// <inheritdoc/>
    public MappingCacheCopy CopyTo(string path, bool force)
    {
        var copy = new CacheCopy(this, _clock).To(path, force);
        _heads.CopyFor(copy.Location);
        return copy;
    }

    /// <summary>Closes the file; no handle stays open.</summary>
    public void Dispose()
    {
        _claims.Dispose();
        _database.Dispose();
    }

    // A link is judged by the folder of the file that it leads to.
    internal static SqliteMappingCache Open(string path, TimeProvider clock, SqliteSettings settings)
    {
        var database = CacheFile.Open(path, clock, settings);
        return new(database, clock, settings.IsOnNetwork(System.IO.Path.GetDirectoryName(database.Path)!));
    }
}
