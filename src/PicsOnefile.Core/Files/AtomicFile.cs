using System;
using System.IO;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Files;

/// <summary>
/// Writes files atomically: under a temporary name first, so that a full disk loses nothing and a reader sees the old or the new file. Only regular files
/// are replaced, never a pipe or a device; a link is followed and stays.
/// </summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes a file for the user. The rights of the folder (on Unix the umask) decide who may read a new file; a replaced one keeps its own rights.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may replace one, also a read-only or hidden one, which stays so.</param>
    /// <param name="whatIsLost">The content that an existing file may hold, in words.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellation">Until the file has its name, stops the writing; a file that was there is still whole then.</param>
    /// <exception cref="PicsOnefileException">PathInvalid. FileExists: it is there and must not be overwritten. FileNotWritten: it cannot be written; a file
    /// that was there is still whole.</exception>
    public static void Write(string path, bool overwrite, string whatIsLost, Action<Stream> write, CancellationToken cancellation = default)
    {
        string? target = null;
        try
        {
            target = GetTarget(path);
            if (!overwrite && File.Exists(target))
                throw IsThere(path, whatIsLost);
            using (overwrite ? WriteProtection.Lift(target) : null)
                Replace(target, overwrite, unfinished => CopyPermissions(target, unfinished), write, cancellation);
        }
        catch (IOException failure) when (!overwrite && File.Exists(target))
        {
            // Another process was first.
            throw IsThere(path, whatIsLost, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var reason = SharingViolation.Is(failure)
                ? "another program has it open, probably Excel. Close it there, and run the command again."
                : TemporaryFiles.WithoutEnding(failure.Message);
            throw ErrorKinds.FileNotWritten.For(path, $"{path} could not be written: {reason}", failure);
        }
    }

    private static PicsOnefileException IsThere(string path, string whatIsLost, Exception? failure = null) =>
        ErrorKinds.FileExists.For(path, $"{path} is there already, perhaps with {whatIsLost} in it.", failure);

    /// <summary>Writes a file of the module's own, for this account only, in a folder that is made unless it is there.</summary>
    /// <exception cref="IOException">It cannot be written; one that was there is still whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public static void WriteForOwner(string path, byte[] content)
    {
        var target = GetTarget(path);
        OwnerOnly.CreateFolder(Path.GetDirectoryName(target)!);
        Replace(target, overwrite: true, unfinished => OwnerOnly.CreateFile(unfinished), file => file.Write(content, 0, content.Length), default);
    }

    /// <summary>Makes a file of the module's own, for this account only, that is on the disk when this comes back. One that is there stays as it is.</summary>
    /// <returns>Whether it was made; not where another process was first.</returns>
    /// <exception cref="IOException">It cannot be written; nothing is left.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public static bool CreateForOwner(string path, Action<Stream> write)
    {
        var target = GetTarget(path);
        var unfinished = TemporaryFiles.NameFor(target);
        try
        {
            OwnerOnly.CreateFile(unfinished);
            WriteTemporary(unfinished, write, default);
            File.Move(unfinished, target);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            return false;
        }
        finally
        {
            Discard(unfinished);
        }
    }

    // A path to anything but a regular file is rejected before the temporary file is created.
    private static string GetTarget(string path)
    {
        var target = RegularFile.Target(path);
        RegularFile.ThrowUnlessRegular(target);
        return target;
    }

    // A copy has the rights of the file; what is in it is written over.
    private static void CopyPermissions(string path, string unfinished)
    {
        if (File.Exists(path))
            File.Copy(path, unfinished);
    }

    private static void Replace(string target, bool overwrite, Action<string> makeReady, Action<Stream> write, CancellationToken cancellation)
    {
        TemporaryFiles.SweepFor(target);
        var unfinished = TemporaryFiles.NameFor(target);
        try
        {
            makeReady(unfinished);
            WriteTemporary(unfinished, write, cancellation);
            GiveName(unfinished, target, overwrite);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new DirectoryNotFoundException($"The folder {Path.GetDirectoryName(target)} is not there.", missing);
        }
        finally
        {
            Discard(unfinished);
        }
    }

    /// <summary>Gives a written file its name. Only what may be replaced is; another process may make or remove the file at any moment.</summary>
    /// <param name="unfinished">The written file.</param>
    /// <param name="target">Its name.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="replace">How it is replaced, for tests.</param>
    /// <exception cref="IOException">It is there and must not be replaced, or the file cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not rename it.</exception>
    internal static void GiveName(string unfinished, string target, bool overwrite, Action<string, string>? replace = null)
    {
        while (true)
        {
            var isThere = overwrite && File.Exists(target);
            try
            {
                if (isThere)
                    (replace ?? ReplaceFile)(unfinished, target);
                else
                    File.Move(unfinished, target);
                return;
            }
            catch (IOException) when (overwrite && File.Exists(target) != isThere && File.Exists(unfinished))
            {
                // It came or went since the look. Windows itself may remove it and then not rename the other (ERROR_UNABLE_TO_MOVE_REPLACEMENT).
            }
        }
    }

    private static void ReplaceFile(string unfinished, string target) => File.Replace(unfinished, target, null);

    private static void WriteTemporary(string unfinished, Action<Stream> write, CancellationToken cancellation)
    {
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        using (var stoppable = new CancellableStream(file, cancellation))
        {
            write(stoppable);
            file.Flush(flushToDisk: true);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The error of the file itself is reported already.
        }
    }
}
