using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;

namespace PicsOnefile.Cache;

/// <summary>
/// A write-ahead log that a killed process left beside a cache file. It holds the newest rows, and the next opening moves them into the file. A file that was
/// restored from a backup is not the one that the log was written for. Moving the rows would destroy it, and SQLite cannot notice that, for a log does not name
/// its file.
/// </summary>
internal static class HotLog
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
        FileState? made;
        IReadOnlyList<string> missing;
        try
        {
            missing = inspect();
            made = FileState.From(together);
        }
        catch (Exception failure) when (FileState.IsContentError(failure))
        {
            // What the file is by itself is no matter of its log.
            if (
                FileState.ReadAlone(path) is { IsSound: true } file
                && (failure as PicsOnefileException)?.Kind is var kind
                && !(kind == ErrorKinds.CacheNewer && file.Version > latest)
            )
                throw SqliteErrors.LogForeign(path, error: failure);
            throw;
        }

        // A process that is killed while it moves the log leaves a file that is right with the log alone.
        if (FileState.ReadAlone(path) is { IsSound: true } alone && !made.Continues(alone))
            throw SqliteErrors.LogForeign(path);
        if (!made.IsSound)
            throw SqliteErrors.Damaged(path, "its log does not go with it, or a page is not right");
        return missing;
    }
}
