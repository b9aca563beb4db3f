using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using static SQLitePCL.raw;

namespace PicsOnefile.Cache;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) and the file system's errors, as the module's errors about the cache file.</summary>
internal static class SqliteErrors
{
    private const int ReadOnlyMoved = SQLITE_READONLY | (4 << 8);

    public static PicsOnefileException For(string path, SqliteException error) =>
        error.SqliteExtendedErrorCode == ReadOnlyMoved
            ? Moved(path)
            : error.SqliteErrorCode switch
            {
                SQLITE_READONLY or SQLITE_PERM => ReadOnly(path, error),
                SQLITE_CANTOPEN when IsOpenElsewhere(path) => Unusable(path, "another program has it open. Close it there", error),
                SQLITE_CANTOPEN when !CanWriteBeside(path) => ReadOnly(path, error),
                SQLITE_CORRUPT or SQLITE_NOTADB => Damaged(path, error.Message.TrimEnd('.'), error),
                SQLITE_FULL => Unusable(path, "the disk is full", error),
                SQLITE_BUSY or SQLITE_LOCKED => Unusable(path, "another process holds it and did not let go in time", error),
                _ => Unusable(path, error.Message.TrimEnd('.'), error),
            };

    public static PicsOnefileException For(string path, Exception error) =>
        error switch
        {
            SqliteException sqlite => For(path, sqlite),
            UnauthorizedAccessException => ReadOnly(path, error),
            _ => Unusable(path, error.Message.TrimEnd('.'), error),
        };

    public static PicsOnefileException ReadOnly(string path, Exception? error = null) =>
        ErrorKinds.CacheReadOnly.For(path, $"The mapping cache {path} cannot be written: the file or its folder is read-only for this account.", error);

    public static PicsOnefileException Damaged(string path, string what, Exception? error = null) =>
        ErrorKinds.CacheDamaged.For(path, $"The mapping cache {path} is damaged, or is not a mapping cache: {what}. It was left as it is.", error);

    public static PicsOnefileException LogForeign(string path, string ending = "-wal", Exception? error = null) =>
        ErrorKinds.CacheLogForeign.For(
            path,
            $"A log, {Path.GetFileName(path)}{ending}, is beside the mapping cache {path}. It was written for another file or for another state of this one. "
                + "Both were left as they are.",
            error
        );

    public static PicsOnefileException Foreign(string path) =>
        ErrorKinds.CacheForeign.For(path, $"The file {path} is a database of another program. It was left as it is.");

    public static PicsOnefileException Newer(string path, long version, int latest) =>
        ErrorKinds.CacheNewer.For(
            path,
            $"The mapping cache {path} has the schema {version}; this version of the module knows those up to {latest}. It was left as it is."
        );

    public static PicsOnefileException Moved(string path) => Unusable(path, "the file was deleted, moved or replaced while it was open. Connect again");

    public static PicsOnefileException Unusable(string path, string what, Exception? error = null) =>
        ErrorKinds.CacheUnusable.For(path, $"The mapping cache {path} cannot be used: {what}.", error);

    // Elsewhere nobody can keep others from a file, and closing it would release SQLite's locks on it.
    private static bool IsOpenElsewhere(string path)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return false;
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
                return false;
        }
        catch (IOException failure)
        {
            return SharingViolation.Is(failure);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    // SQLite says "unable to open" for a log that it may not create beside the file; only an attempt shows the rights of a folder on every system.
    private static bool CanWriteBeside(string path)
    {
        try
        {
            var probe = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName());
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
                return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
