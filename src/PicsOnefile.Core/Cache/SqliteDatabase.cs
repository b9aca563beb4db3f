using System;
using System.Collections.Generic;
using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;

namespace PicsOnefile.Cache;

/// <summary>
/// One open cache file: one connection, one transaction at a time, every error as the module's own. Threads of this process queue at a lock, processes at
/// SQLite's. Writers take SQLite's lock at the beginning of a transaction, so that no two deadlock.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly object _gate = new();
    private readonly SqliteConnection _connection;
    private bool _durable = true;
    private bool _disposed;

    /// <summary>Takes a connection that <see cref="CacheFile.Open"/> has opened and checked.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="connection">The open connection; this object closes it. It writes with synchronous=FULL.</param>
    /// <param name="missing">The module's own triggers, indexes and views that the file lacked.</param>
    public SqliteDatabase(string path, SqliteConnection connection, IReadOnlyList<string> missing)
    {
        Path = path;
        _connection = connection;
        Missing = missing;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The module's own triggers, indexes and views that the file lacked when it was opened.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Whether the drive or share of Windows does not keep other accounts from the file.</summary>
    public bool IsOpenToOthers { get; init; }

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
}
