using System;
using System.IO;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>
/// A file beside the cache that is locked while a run is under way. The operating system lets go of it whatever a process dies of, so that neither a clock nor
/// a number of a process has to be believed.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>
    /// Locks the run's file; null where its name is too long, or where another process is checking it: the deadline alone decides then.
    /// </summary>
    /// <exception cref="PicsOnefileException">CacheReadOnly or CacheUnusable: the file cannot be made. Nothing of the run was begun.</exception>
    public static RunLock? Take(string cache, string runId)
    {
        var path = GetPath(cache, runId);
        try
        {
            OwnerOnly.CreateFile(path);
        }
        catch (PathTooLongException)
        {
            return null;
        }
        catch (UnauthorizedAccessException error)
        {
            throw SqliteErrors.ReadOnly(cache, error);
        }
        catch (IOException error)
        {
            throw SqliteErrors.Unusable(cache, $"the lock of the run could not be made beside it: {error.Message.TrimEnd('.')}", error);
        }

        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a process holds the run's file; null where this account cannot ask. What a killed process left is removed.</summary>
    public static bool? IsHeld(string cache, string runId)
    {
        // An ID that the module never made names no file.
        if (runId.Length == 0 || !runId.All(letter => char.IsLetterOrDigit(letter) || letter == '-'))
            return false;
        var path = GetPath(cache, runId);
        try
        {
            // Shared with others who ask.
            using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1))
                Remove(path);
            return false;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        // A name that is too long for the folder was never locked either.
        catch (Exception error) when (error is UnauthorizedAccessException or PathTooLongException)
        {
            return null;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The file is empty, and the next check removes it.
        }
    }

    private static string GetPath(string cache, string runId) => $"{cache}.{runId}.run";
}
