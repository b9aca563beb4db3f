using System;
using System.IO;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>
/// A rollback journal that a killed process left beside a cache file, as a file on a network path is written. It holds pages as they were before an unfinished
/// transaction, and the next reading of the file puts them back. They do not belong into a file that was restored from a backup. SQLite cannot notice that, for
/// a journal does not name its file.
/// </summary>
/// <remarks>The result of putting them back is tried on a copy beside the file.</remarks>
internal static class HotJournal
{
    // sqlite.org/fileformat2.html: the first page of the file has the count of the transactions that changed it. The header of the journal has the number of
    // pages that the file had before.
    private const int ChangeCounterAt = 24;
    private const int PagesBeforeAt = 16;
    private const int HeaderLength = 28;

    /// <summary>Whether a journal lies beside the file that the next reading would put back.</summary>
    public static bool Exists(string path)
    {
        if (!IsThere(path) || new FileInfo(path) is not { Exists: true, Length: > 0 })
            return false;
        using var alone = FileState.OpenAlone(path);
        // A process at work holds the lock for as long as the journal exists.
        return !NativeSqlite.HasWriter(alone) && IsThere(path);
    }

    /// <summary>Whether a journal lies beside an empty or missing file that had pages when it was written. SQLite removes it then.</summary>
    public static bool ExistsWithoutFile(string path) => IsThere(path) && Head(path + "-journal") is { } head && Number(head, PagesBeforeAt) != 0;

    /// <summary>Refuses a journal that does not go with the file, and a file that no opening would take once it is put back. Nothing is changed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inspect">The checks of every opening.</param>
    /// <exception cref="PicsOnefileException">CacheLogForeign; or what the checks say.</exception>
    public static void Inspect(string path, Action<SqliteConnection> inspect)
    {
        if (!Exists(path))
            return;
        var alone = FileState.ReadAlone(path);
        var before = Head(path);
        var copy = TemporaryFiles.NameFor(path);
        try
        {
            Copy(path, copy);
            var made = RollBack(copy, inspect, path, alone);
            // One transaction: the file has all of what was before it, and counts it at most once more.
            if (alone is { IsSound: true } && (!made.IsSound || !alone.Continues(made) || made.Version > alone.Version))
                throw SqliteErrors.LogForeign(path, "-journal");
            if (before is not null && Head(copy) is { } after && unchecked(Number(before, ChangeCounterAt) - Number(after, ChangeCounterAt)) > 1)
                throw SqliteErrors.LogForeign(path, "-journal");
            if (!made.IsSound)
                throw SqliteErrors.Damaged(path, "its journal does not go with it, or a page is not right");
        }
        catch (FileNotFoundException) when (!IsThere(path))
        {
            // Another process has put it back in this moment.
        }
        finally
        {
            foreach (var left in new[] { copy, copy + "-journal", copy + "-wal", copy + "-shm" })
                File.Delete(left);
        }
    }

    private static FileState RollBack(string copy, Action<SqliteConnection> inspect, string path, FileState? alone)
    {
        try
        {
            using var connection = new SqliteConnection(CacheFile.ConnectionString(copy));
            connection.Open();
            connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
            inspect(connection);
            return FileState.From(connection);
        }
        catch (Exception failure) when (alone is { IsSound: true } && FileState.IsContentError(failure))
        {
            // The file by itself is right, and would be spoilt.
            throw SqliteErrors.LogForeign(path, "-journal", failure);
        }
    }

    // By SQLite, for closing a handle of one's own would give up the locks that this process has on the file. It does not look at what is in the pages.
    private static void Copy(string path, string copy)
    {
        OwnerOnly.CreateFile(copy);
        using (var alone = FileState.OpenAlone(path))
        using (var target = new SqliteConnection(CacheFile.ConnectionString(copy)))
        {
            target.Open();
            target.Execute("PRAGMA journal_mode = OFF");
            alone.BackupDatabase(target);
        }

        OwnerOnly.CreateFile(copy + "-journal");
        File.Copy(path + "-journal", copy + "-journal", overwrite: true);
    }

    // A journal whose first byte is zero is finished.
    private static bool IsThere(string path) => RegularFile.Exists(path + "-journal") && Head(path + "-journal") is { } head && head[0] != 0;

    private static byte[]? Head(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var head = new byte[HeaderLength];
            var length = 0;
            for (int count; length < head.Length && (count = file.Read(head, length, head.Length - length)) > 0;)
                length += count;
            return length == head.Length ? head : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static uint Number(byte[] head, int at) => ((uint)head[at] << 24) | ((uint)head[at + 1] << 16) | ((uint)head[at + 2] << 8) | head[at + 3];
}
