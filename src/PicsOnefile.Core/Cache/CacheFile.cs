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

/// <summary>A cache file on the disk: opened for work, or read as it is. It is looked at before anything is written.</summary>
internal static class CacheFile
{
    // sqlite.org/fileformat2.html: a database is at least one page, and a page at least 512 bytes.
    private const int SmallestPage = 512;

    /// <summary>Compares an ID that a person gave with what the file holds: the rule of <see cref="RecordId"/>. No table or index uses it.</summary>
    public const string RecordIdCollation = "RECORD_ID";

    static CacheFile()
    {
        SQLitePCL.Batteries_V2.Init();
        // DateTimeOffset in rows of the cache is text; other databases' parameters are left alone by the handler.
        SqlMapper.AddTypeHandler(new UtcText());
    }

    /// <summary>The version of SQLite itself.</summary>
    public static string EngineVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <summary>Opens the file, made and brought up to date where needed. Nothing in it is changed when this fails.</summary>
    /// <exception cref="PicsOnefileException">CacheReadOnly, CacheDamaged, CacheForeign, CacheNewer or CacheUnusable.</exception>
    public static SqliteDatabase Open(string path, TimeProvider clock, SqliteSettings settings)
    {
        SqliteConnection? connection = null;
        try
        {
            // SQLite puts the log beside the file that a link leads to.
            path = RegularFile.Target(path);
            var folder = Path.GetDirectoryName(path) ?? throw new IOException("a drive is not a file");
            ThrowUnlessRegular(path);
            OwnerOnly.CreateFolder(folder);
            TemporaryFiles.SweepForCache(path);
            ThrowIfTruncated(path);
            HotJournal.Inspect(path, copy => SqliteSchema.Inspect(copy, path, settings));
            var isForOwner = OwnerOnly.CreateFile(path) && settings.KeepsAccessLists(folder);

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
            foreach (var log in new[] { path + "-wal", path + "-shm" })
                AccessList.Copy(path, log);
            return new SqliteDatabase(path, connection, missing) { IsOpenToOthers = !isForOwner };
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
            ThrowUnlessRegular(path);
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

    /// <summary>The one form of a connection to a cache file.</summary>
    /// <remarks>
    /// Waiting is SQLite's own (busy_timeout, which looks every few milliseconds). The provider's time-out, in whole seconds, repeats the few
    /// statements that SQLite does not wait for, such as the change to a write-ahead log.
    /// </remarks>
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = SqlitePath.For(path),
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 2,
        }.ConnectionString;

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

    private static void ThrowUnlessRegular(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm", path + "-journal" })
            RegularFile.ThrowUnlessRegular(file);
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
