using System;
using System.Collections.Generic;
using System.Data;
using System.IO;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Cache;

/// <summary>
/// One open cache file: one connection, one transaction at a time, every error as the module's own. Threads of this process queue at a lock, processes at
/// SQLite's. Writers take SQLite's lock at the beginning of a transaction, so that no two deadlock.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    // sqlite.org/fileformat2.html: a database is at least one page, and a page at least 512 bytes.
    private const int SmallestPage = 512;

    /// <summary>Compares an ID that a person gave with what the file holds: the rule of <see cref="RecordId"/>. No table or index uses it.</summary>
    public const string RecordIdCollation = "RECORD_ID";

    private readonly object _gate = new();
    private readonly SqliteConnection _connection;
    private bool _durable;
    private bool _disposed;

    static SqliteDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        // DateTimeOffset in rows of the cache is text; other databases' parameters are left alone by the handler.
        SqlMapper.AddTypeHandler(new UtcText());
    }

    private SqliteDatabase(string path, SqliteConnection connection)
    {
        Path = path;
        _connection = connection;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The version of SQLite itself.</summary>
    public static string EngineVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <summary>The module's own triggers, indexes and views that the file lacked when it was opened.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    /// <summary>Opens the file, made and brought up to date where needed. Nothing in it is changed when this fails.</summary>
    /// <exception cref="PicsOnefileException">CacheReadOnly, CacheDamaged, CacheForeign, CacheNewer or CacheUnusable.</exception>
    public static SqliteDatabase Open(string path, TimeProvider clock, SqliteSettings settings)
    {
        SqliteConnection? connection = null;
        try
        {
            // SQLite puts the log beside the file that a link leads to.
            path = RegularFile.Target(path);
            var folder = System.IO.Path.GetDirectoryName(path) ?? throw new IOException("a drive is no file");
            foreach (var file in new[] { path, path + "-wal", path + "-shm", path + "-journal" })
                RegularFile.ThrowUnlessRegular(file);
            OwnerOnly.CreateFolder(folder);
            TemporaryFiles.SweepForCache(path);
            ThrowIfTruncated(path);
            HotJournal.Inspect(path, copy => SqliteSchema.Inspect(copy, path, settings));
            OwnerOnly.CreateFile(path);

            var hadLog = File.Exists(path + "-wal");
            var missing = InspectAlone(path, hadLog, settings);
            connection = Connect(path, hadLog);
            // secure_delete and temp_store: what is dropped is gone, and no copy of a person's data goes to the folder for temporary files.
            connection.Execute(
                FormattableString.Invariant(
                    $"""
                    PRAGMA busy_timeout = {(int)settings.BusyTimeout.TotalMilliseconds};
                    PRAGMA foreign_keys = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    """
                )
            );
            missing ??= SqliteSchema.Inspect(connection, path, settings);
            connection.Execute(settings.IsOnNetwork(folder) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            SqliteSchema.Migrate(connection, path, settings.Migrations, clock);
            NativeSqlite.KeepLog(connection, keep: false);
            return new SqliteDatabase(path, connection) { _durable = true, Missing = missing };
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            connection?.Dispose();
            throw SqliteErrors.For(path, error);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Reads a file as it is, of whatever version of the schema. Nothing in it is changed: it is neither made nor brought up to date, and a log
    /// beside it is left as it is.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">How long to wait for another process, and which versions are known.</param>
    /// <param name="query">Reads in one transaction; its second argument lists the missing triggers, indexes and views of the module.</param>
    /// <returns>What was read; null where there is no file.</returns>
    /// <exception cref="PicsOnefileException">CacheReadOnly, CacheDamaged, CacheForeign, CacheNewer or CacheUnusable.</exception>
    public static T? ReadOnly<T>(string path, SqliteSettings settings, Func<SqliteConnection, IReadOnlyList<string>, T> query)
        where T : class
    {
        try
        {
            path = RegularFile.Target(path);
            foreach (var file in new[] { path, path + "-wal", path + "-shm", path + "-journal" })
                RegularFile.ThrowUnlessRegular(file);
            ThrowIfTruncated(path);
            if (!File.Exists(path))
                return null;
            // Any reading would put it back, and so change the file.
            if (HotJournal.Exists(path))
                throw SqliteErrors.Unusable(path, "a process that was killed left a journal beside it, which the next connection settles");
            using var connection = Connect(path, keepLog: File.Exists(path + "-wal"));
            // An exclusive lock needs no shared memory (-shm), which would be left beside the file.
            if (!NativeSqlite.TryLockAlone(connection))
                connection.Execute("PRAGMA locking_mode = NORMAL");
            connection.Execute(
                FormattableString.Invariant(
                    $"""
                    PRAGMA busy_timeout = {(int)settings.BusyTimeout.TotalMilliseconds};
                    PRAGMA query_only = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    """
                )
            );
            var missing = SqliteSchema.Inspect(connection, path, settings);
            using var snapshot = connection.BeginTransaction(deferred: true);
            return query(connection, missing);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw SqliteErrors.For(path, error);
        }
        catch (Exception error) when (error is DataException or FormatException)
        {
            throw SqliteErrors.Damaged(path, error.Message, error);
        }
    }

    // Checks the file under an exclusive lock, and so without shared memory (-shm). A file in use was checked by the process that uses it.
    private static IReadOnlyList<string>? InspectAlone(string path, bool hadLog, SqliteSettings settings)
    {
        using var connection = Connect(path, hadLog);
        if (!NativeSqlite.TryLockAlone(connection))
            return null;
        connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
        return hadLog && SqliteSchema.HasLog(path)
            ? HotLog.Inspect(connection, path, SqliteSchema.Latest(settings.Migrations), () => SqliteSchema.Inspect(connection, path, settings))
            : SqliteSchema.Inspect(connection, path, settings);
    }

    // A log that was there before stays as it is until the opening has succeeded: closing would move it into the file.
    private static SqliteConnection Connect(string path, bool keepLog)
    {
        var connection = new SqliteConnection(ConnectionString(path));
        try
        {
            connection.Open();
            connection.CreateCollation(RecordIdCollation, RecordId.Comparer.Compare);
            NativeSqlite.KeepLog(connection, keepLog);
            return NativeSqlite.IsReadOnly(connection) ? throw SqliteErrors.ReadOnly(path) : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The one form of a connection to a cache file.</summary>
    /// <remarks>
    /// Waiting is SQLite's own (busy_timeout, which looks every few milliseconds). The provider's time-out, in whole seconds, repeats the few
    /// statements that SQLite does not wait for, such as the change to a write-ahead log.
    /// </remarks>
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 2,
        }.ConnectionString;

    /// <summary>Reads in one transaction: all statements see one state of the file.</summary>
    /// <exception cref="PicsOnefileException">CacheDamaged, CacheReadOnly or CacheUnusable.</exception>
    public T Read<T>(Func<SqliteConnection, T> query) =>
        Execute(connection =>
        {
            using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
            var answer = query(connection);
            transaction.Commit();
            return answer;
        });

    /// <summary>Writes in one transaction, wholly or not at all.</summary>
    /// <param name="change">The statements.</param>
    /// <param name="durable">
    /// True: on the disk when this comes back (synchronous=FULL). False: a power failure may take the last transactions away, never a part of one (NORMAL).
    /// </param>
    public T Write<T>(Func<SqliteConnection, T> change, bool durable) =>
        Execute(connection =>
        {
            if (durable != _durable)
            {
                connection.Execute(durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
                _durable = durable;
            }

            using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
            if (NativeSqlite.HasMoved(connection))
                throw SqliteErrors.Moved(Path);
            var answer = change(connection);
            transaction.Commit();
            return answer;
        });

    /// <summary>Writes in one transaction, wholly or not at all.</summary>
    public void Write(Action<SqliteConnection> change, bool durable) =>
        Write(
            connection =>
            {
                change(connection);
                return true;
            },
            durable
        );

    /// <summary>
    /// Gives the space of dropped rows back and takes them out of the log too. Left undone, without an error, while another process reads or the disk is full:
    /// dropped rows are overwritten in any case, and the next time frees the space.
    /// </summary>
    /// <returns>Whether the space was freed and nothing of the dropped rows is left in the log.</returns>
    public bool FreeSpace() =>
        Execute(connection =>
        {
            try
            {
                connection.Execute("VACUUM");
                // The first column is 1 where a reader or writer blocked the checkpoint.
                return connection.QueryFirst<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
            }
            catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_FULL)
            {
                return false;
            }
        });

    /// <summary>
    /// Moves the log into the file and empties it, unless another process is at work: what a session leaves that ends without closing, or is killed, is the
    /// file alone, and a file that is put in its place has no log beside it.
    /// </summary>
    public void Checkpoint()
    {
        if (SqliteSchema.HasLog(Path))
        {
            Execute(connection =>
            {
                var patience = connection.ExecuteScalar<long>("PRAGMA busy_timeout");
                try
                {
                    // A process that is at work checkpoints later.
                    connection.Execute("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
                }
                catch (SqliteException error)
                    when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_FULL)
                { }
                finally
                {
                    connection.Execute(FormattableString.Invariant($"PRAGMA busy_timeout = {patience}"));
                }

                return true;
            });
        }
    }

    /// <summary>Closes the file. The last one to close it moves the log into it and removes the log.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _connection.Dispose();
        }
    }

    private T Execute<T>(Func<SqliteConnection, T> work)
    {
        lock (_gate)
        {
            if (_disposed)
                throw new ObjectDisposedException(nameof(SqliteMappingCache));
            try
            {
                return work(_connection);
            }
            catch (SqliteException error)
            {
                throw SqliteErrors.For(Path, error);
            }
            catch (Exception error) when (error is DataException or FormatException)
            {
                // The module never writes such a value: the file was altered.
                throw SqliteErrors.Damaged(Path, error.Message, error);
            }
        }
    }

    // SQLite overwrites a file of a few bytes, and deletes the log beside an empty or missing file, although the log may hold the newest rows of the
    // journal. The log is checked first: a file that another process is creating gets its log after its first page.
    private static void ThrowIfTruncated(string path)
    {
        var log = new FileInfo(path + "-wal");
        var logLength = log.Exists ? log.Length : 0;
        var file = new FileInfo(path);
        var length = file.Exists ? file.Length : 0;
        if (length == 0 && logLength > 0)
            throw SqliteErrors.Damaged(path, $"it is empty or missing, and its log {log.Name} is not");
        if (length == 0 && HotJournal.ExistsWithoutFile(path))
            throw SqliteErrors.Damaged(path, $"it is empty or missing, and its journal {file.Name}-journal is not");
        if (length is > 0 and < SmallestPage)
            throw SqliteErrors.Damaged(path, "it is shorter than any database");
    }
}
