using System;
using System.IO;
using PicsOnefile.Failures;

namespace PicsOnefile.Review;

/// <summary>
/// Writes a file whole or not at all: under another name first, so that what was there is not lost to a full disk. The folder is the administrator's, and its rights (on Unix
/// the umask) decide who may read a new file; one that is replaced keeps its own.
/// </summary>
internal static class WholeFile
{
    /// <summary>Writes the file.</summary>
    /// <exception cref="PicsOnefileException">FileExists: it is there and must not be overwritten. FileNotWritten: it cannot be written; a file that was there is still whole.</exception>
    public static void Write(string path, bool overwrite, string whatIsLost, Action<Stream> write)
    {
        if (!overwrite && File.Exists(path))
            throw FailureKinds.FileExists.About(path, $"{path} is there already, perhaps with {whatIsLost} in it.");
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            // A copy has the rights of the file; what is in it is written over.
            if (File.Exists(path))
                File.Copy(path, unfinished);
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
                write(file);
            if (File.Exists(path))
                File.Replace(unfinished, path, null);
            else
                File.Move(unfinished, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw FailureKinds.FileNotWritten.About(path, $"{path} could not be written: {failure.Message}", failure);
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
