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
        try
        {
            var target = GetTarget(path);
            if (!overwrite && File.Exists(target))
                throw ErrorKinds.FileExists.For(path, $"{path} is there already, perhaps with {whatIsLost} in it.");
            using (overwrite ? WriteProtection.Lift(target) : null)
                Replace(target, unfinished => CopyPermissions(target, unfinished), write, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var reason = SharingViolation.Is(failure)
                ? "another program has it open, probably Excel. Close it there, and run the command again."
                : failure.Message;
            throw ErrorKinds.FileNotWritten.For(path, $"{path} could not be written: {reason}", failure);
        }
    }

    /// <summary>Writes a file of the module's own, for this account only, in a folder that is made unless it is there.</summary>
    /// <exception cref="IOException">It cannot be written; one that was there is still whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public static void WriteForOwner(string path, byte[] content)
    {
        var target = GetTarget(path);
        OwnerOnly.CreateFolder(Path.GetDirectoryName(target)!);
        Replace(target, unfinished => OwnerOnly.CreateFile(unfinished), file => file.Write(content, 0, content.Length), default);
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

    private static void Replace(string target, Action<string> makeReady, Action<Stream> write, CancellationToken cancellation)
    {
        TemporaryFiles.SweepFor(target);
        var unfinished = TemporaryFiles.NameFor(target);
        try
        {
            makeReady(unfinished);
            WriteTemporary(unfinished, write, cancellation);
            if (File.Exists(target))
                File.Replace(unfinished, target, null);
            else
                File.Move(unfinished, target);
        }
        finally
        {
            Discard(unfinished);
        }
    }

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
