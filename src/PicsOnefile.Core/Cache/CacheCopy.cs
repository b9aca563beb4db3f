using System;
using System.IO;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>
/// Copies a cache with everything in it to another file, while it is in use: one state of it, checked before it gets its name. A journal that the copy does
/// not hold whole is never written over, whatever is asked for.
/// </summary>
internal sealed class CacheCopy(SqliteMappingCache source, TimeProvider clock)
{
    private const string BackupsOf = ".before-first-write.";

    // What SQLite writes beside a file that is in use, or was when its process was killed.
    private static readonly string[] Logs = ["-wal", "-journal"];

    /// <summary>Makes the copy.</summary>
    /// <param name="path">The new file.</param>
    /// <param name="force">Whether a cache that lies there may be replaced.</param>
    /// <exception cref="PicsOnefileException">FileExists, JournalWouldBeLost, FileNotWritten, CacheDamaged.</exception>
    public MappingCacheCopy To(string path, bool force)
    {
        path = Target(path);
        if (FileIdentity.SamePath(path, source.Location))
            throw ErrorKinds.InputUnusable.For(path, $"{path} is the mapping cache itself.");
        var unfinished = TemporaryFiles.NameFor(path);
        try
        {
            using var lifted = force ? WriteProtection.Lift(path) : null;
            ThrowIfJournalLost(path, force);
            OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
            TemporaryFiles.SweepForCache(path);
            OwnerOnly.CreateFile(unfinished);
            Write(unfinished);
            var head = Check(unfinished);
            // Looked at once more: it may have grown while the copy was made.
            ThrowIfJournalLost(path, force);
            AtomicFile.GiveName(unfinished, path, overwrite: force);
            return new()
            {
                Location = path,
                Source = source.Location,
                Changes = head.Count,
                Head = head.Hash,
                Length = new FileInfo(path).Length,
                Backups = CopyBackups(path, force),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw ErrorKinds.FileNotWritten.For(path, $"The copy {path} could not be made: {TemporaryFiles.WithoutEnding(failure.Message)}", failure);
        }
        finally
        {
            foreach (var left in new[] { unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal" }.Where(File.Exists))
                File.Delete(left);
        }
    }

    private static string Target(string path)
    {
        try
        {
            var target = RegularFile.Target(path);
            RegularFile.ThrowUnlessRegular(target);
            return target;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileNotWritten.For(path, $"The copy {path} could not be made: {failure.Message}", failure);
        }
    }

    // A connection of its own sees one state of the file, and the cache goes on being used meanwhile.
    private void Write(string unfinished)
    {
        using (var reader = new SqliteConnection(CacheFile.ConnectionString(source.Location)))
        {
            reader.Open();
            reader.Execute("PRAGMA temp_store = MEMORY; VACUUM INTO @copy", new { copy = SqlitePath.For(unfinished) });
        }

        // VACUUM INTO leaves it to the caller to see the copy onto the disk.
        using var file = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    // Opening checks every page. The source's journal may have grown since; what the copy has must be the beginning of it.
    private JournalHead Check(string unfinished)
    {
        using var copy = SqliteMappingCache.Open(unfinished, clock);
        var head = copy.Journal.Head();
        if (copy.Journal.FirstBroken() is { } broken)
            throw SqliteErrors.Damaged(
                source.Location,
                FormattableString.Invariant($"row {broken} of its journal is not as it was written (Test-LinkHistory)")
            );
        return source.Journal.SequenceOf(head.Hash) == head.Count
            ? head
            : throw SqliteErrors.Damaged(source.Location, "its journal changed in another way than by growing while it was copied");
    }

    private void ThrowIfJournalLost(string path, bool force)
    {
        if (!File.Exists(path))
        {
            if (Logs.FirstOrDefault(ending => new FileInfo(path + ending) is { Exists: true, Length: > 0 }) is { } log)
                throw ErrorKinds.JournalWouldBeLost.For(
                    path,
                    $"The log of a cache, {Path.GetFileName(path)}{log}, is beside {path}. It may hold rows of the cache's journal."
                );
            return;
        }

        if (!force)
            throw ErrorKinds.FileExists.For(path, $"The file {path} is there already.");
        using (var there = SqliteMappingCache.Open(path, clock))
        {
            var head = there.Journal.Head();
            if (source.Journal.SequenceOf(head.Hash) != head.Count || there.Journal.FirstBroken() is not null)
                throw ErrorKinds.JournalWouldBeLost.For(
                    path,
                    FormattableString.Invariant($"The cache {path} has a journal of {head.Count} row(s) that this one does not have: it was left as it is.")
                );
        }

        // The last process to close a cache removes its log. A log that is left belongs to a process at work, and would be taken for the new file's.
        if (Logs.Any(ending => File.Exists(path + ending)))
            throw SqliteErrors.Unusable(path, "another process has it open");
    }

    // Restore-LinkBackup looks for them beside the cache.
    private int CopyBackups(string path, bool force)
    {
        var count = 0;
        var stem = Path.GetFileNameWithoutExtension(source.Location);
        foreach (var backup in NamedFiles.Find(Path.GetDirectoryName(source.Location)!, stem + BackupsOf, ".csv"))
        {
            var target = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + Path.GetFileName(backup).Substring(stem.Length));
            if (File.Exists(target) && !force)
                throw ErrorKinds.FileExists.For(target, $"The backup {target} is there already; the cache was copied to {path}.");
            RegularFile.ThrowUnlessRegular(backup);
            RegularFile.ThrowUnlessRegular(target);
            OwnerOnly.CreateFile(target);
            using var lifted = force ? WriteProtection.Lift(target) : null;
            File.Copy(backup, target, overwrite: true);
            count++;
        }

        return count;
    }
}
