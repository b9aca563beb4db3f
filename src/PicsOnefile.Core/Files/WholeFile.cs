using System;
using System.IO;
using PicsOnefile.Failures;

namespace PicsOnefile.Files;

/// <summary>Writes a file whole or not at all: under another name first, so that what was there is not lost to a full disk, and a reader sees the one or the other.</summary>
internal static class WholeFile
{
    /// <summary>
    /// Writes a file that somebody asked for. The folder is the administrator's, and its rights (on Unix the umask) decide who may read a new file; one that is replaced keeps
    /// its own.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may replace one.</param>
    /// <param name="whatIsLost">What a file that is there may hold, in words.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="PicsOnefileException">FileExists: it is there and must not be overwritten. FileNotWritten: it cannot be written; a file that was there is still whole.</exception>
    public static void Write(string path, bool overwrite, string whatIsLost, Action<Stream> write)
    {
        if (!overwrite && File.Exists(path))
            throw FailureKinds.FileExists.About(path, $"{path} is there already, perhaps with {whatIsLost} in it.");
        try
        {
            Put(path, unfinished => TakeRights(path, unfinished), write);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw FailureKinds.FileNotWritten.About(path, $"{path} could not be written: {failure.Message}", failure);
        }
    }

    /// <summary>Writes a file of the module's own, for this account only, in a folder that is made unless it is there.</summary>
    /// <exception cref="IOException">It cannot be written; one that was there is still whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public static void WriteForOwner(string path, byte[] content)
    {
        OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
        Put(path, OwnerOnly.CreateFile, file => file.Write(content, 0, content.Length));
    }

    // A copy has the rights of the file; what is in it is written over.
    private static void TakeRights(string path, string unfinished)
    {
        if (File.Exists(path))
            File.Copy(path, unfinished);
    }

    private static void Put(string path, Action<string> makeReady, Action<Stream> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            makeReady(unfinished);
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
                write(file);
            if (File.Exists(path))
                File.Replace(unfinished, path, null);
            else
                File.Move(unfinished, path);
        }
        finally
        {
            Discard(unfinished);
        }
    }

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // What went wrong with the file itself is told already.
        }
    }
}
