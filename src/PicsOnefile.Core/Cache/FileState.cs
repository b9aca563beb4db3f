using System;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;

namespace PicsOnefile.Cache;

/// <summary>The state of a cache file, to decide whether a log or journal beside it belongs to it.</summary>
/// <param name="IsSound">Whether every page is right, and the file a cache or on its way to one.</param>
/// <param name="Version">The version of its schema.</param>
/// <param name="Chain">The hashes of the journal's rows.</param>
/// <param name="FirstBroken">The first row that does not go with the one before it; null where the chain is whole.</param>
internal sealed record FileState(bool IsSound, long Version, string[] Chain, long? FirstBroken)
{
    /// <summary>Reads the state of the file as an open connection sees it.</summary>
    public static FileState From(SqliteConnection connection)
    {
        var sound = connection.QueryFirst<string>("PRAGMA integrity_check(1)") == "ok";
        var application = connection.ExecuteScalar<long>("PRAGMA application_id");
        var version = connection.ExecuteScalar<long>("PRAGMA user_version");
        // An empty file may become a cache; another program's file may not.
        if (!sound || application != SqliteSchema.ApplicationId)
            return new(sound && application == 0 && connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") == 0, version, [], null);
        return new(true, version, [.. connection.Query<string>("SELECT hash FROM change ORDER BY sequence")], SqliteJournal.FirstBroken(connection));
    }

    /// <summary>Reads the file alone, without log, journal and lock. This is right while no process writes. Null for an unreadable file.</summary>
    public static FileState? ReadAlone(string path)
    {
        try
        {
            using var connection = OpenAlone(path);
            return From(connection);
        }
        catch (Exception failure) when (IsContentError(failure) || failure is SqliteException)
        {
            return null;
        }
    }

    /// <summary>A connection that sees the file alone and changes nothing, whatever lies beside it.</summary>
    public static SqliteConnection OpenAlone(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = SqlitePath.Address(path) + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether this journal begins with all of the other's, and is no worse a chain.</summary>
    public bool Continues(FileState other) =>
        Chain.Length >= other.Chain.Length
        && other.Chain.SequenceEqual(Chain.Take(other.Chain.Length), StringComparer.Ordinal)
        && (FirstBroken is null || FirstBroken == other.FirstBroken);

    /// <summary>Whether an error is about what the file holds, and not about reaching it.</summary>
    public static bool IsContentError(Exception failure) =>
        failure switch
        {
            PicsOnefileException ours => ours.Kind == ErrorKinds.CacheDamaged || ours.Kind == ErrorKinds.CacheForeign || ours.Kind == ErrorKinds.CacheNewer,
            SqliteException error => error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_ERROR,
            _ => failure is FormatException or System.Data.DataException,
        };
}
