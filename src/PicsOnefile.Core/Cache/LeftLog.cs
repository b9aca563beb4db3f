using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Failures;

namespace PicsOnefile.Cache;

/// <summary>
/// A write-ahead log that a killed process left beside a cache file. It holds the newest rows, and the next opening moves them into the file. A file that was restored from a
/// backup is another one than the log was written for: moving it would destroy the file, and SQLite cannot tell, for a log does not name its file.
/// </summary>
internal static class LeftLog
{
    /// <summary>Looks at the file as the log makes it, and refuses a log that does not go with it. Nothing is written.</summary>
    /// <param name="together">An open connection, which sees the file with the log, and has the file to itself.</param>
    /// <param name="path">The file.</param>
    /// <param name="latest">The newest version of the schema that the module knows.</param>
    /// <param name="inspect">The checks of every opening.</param>
    /// <returns>What they find.</returns>
    /// <exception cref="PicsOnefileException">CacheLogForeign; or what the checks say, where the file alone is no better.</exception>
    public static IReadOnlyList<string> Inspect(SqliteConnection together, string path, long latest, Func<IReadOnlyList<string>> inspect)
    {
        State? made;
        IReadOnlyList<string> missing;
        try
        {
            missing = inspect();
            made = State.Of(together);
        }
        catch (Exception failure) when (IsAboutContent(failure))
        {
            // What the file is by itself is no matter of its log.
            if (Alone(path) is { IsSound: true } file && (failure as PicsOnefileException)?.Kind is var kind && !(kind == FailureKinds.CacheNewer && file.Version > latest))
                throw SqliteFailures.LogForeign(path, failure);
            throw;
        }

        // A process that is killed while it moves the log leaves a file that is right with the log alone.
        if (Alone(path) is { IsSound: true } alone && !made.Continues(alone))
            throw SqliteFailures.LogForeign(path);
        if (!made.IsSound)
            throw SqliteFailures.Damaged(path, "its log does not go with it, or a page is not right");
        return missing;
    }

    private static bool IsAboutContent(Exception failure) => failure switch
    {
        PicsOnefileException ours => ours.Kind == FailureKinds.CacheDamaged || ours.Kind == FailureKinds.CacheForeign || ours.Kind == FailureKinds.CacheNewer,
        SqliteException error => error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_ERROR,
        _ => failure is FormatException or System.Data.DataException,
    };

    // Without the log and without a lock, which is right while nobody writes.
    private static State? Alone(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = new Uri(path).AbsoluteUri + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString);
            connection.Open();
            connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
            return State.Of(connection);
        }
        catch (Exception failure) when (IsAboutContent(failure) || failure is SqliteException)
        {
            return null;
        }
    }

    private sealed record State(bool IsSound, long Version, string[] Chain, long? FirstBroken)
    {
        public static State Of(SqliteConnection connection)
        {
            var sound = connection.QueryFirst<string>("PRAGMA integrity_check(1)") == "ok";
            var application = connection.ExecuteScalar<long>("PRAGMA application_id");
            var version = connection.ExecuteScalar<long>("PRAGMA user_version");
            // An empty file may be on its way to a cache; nobody else's is.
            if (!sound || application != SqliteSchema.ApplicationId)
                return new(sound && application == 0 && connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") == 0, version, [], null);
            return new(true, version, [.. connection.Query<string>("SELECT hash FROM change ORDER BY sequence")], SqliteJournal.FirstBroken(connection));
        }

        // The file's journal is the beginning of what the log makes of it, and no worse a chain.
        public bool Continues(State alone) =>
            Chain.Length >= alone.Chain.Length && alone.Chain.SequenceEqual(Chain.Take(alone.Chain.Length), StringComparer.Ordinal) && (FirstBroken is null || FirstBroken == alone.FirstBroken);
    }
}
