using System;
using System.IO;
using System.Security;
using System.Security.Cryptography;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Files;

/// <summary>The path of a file and a hash of its content at the time of reading.</summary>
/// <param name="Path">The full path as it was given; a link means its file.</param>
/// <param name="Length">In bytes.</param>
/// <param name="WrittenAt">When it was last written.</param>
/// <param name="Hash">SHA-256 of its content, in lower-case hexadecimal.</param>
public sealed record FileIdentity(string Path, long Length, DateTimeOffset WrittenAt, string Hash)
{
    /// <summary>Returns the current identity of a file; null where it is missing or unreadable.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the look.</param>
    public static FileIdentity? From(string path, CancellationToken cancellation = default) => AbandonableWork.Run(() => Read(path), cancellation);

    /// <summary>Returns when a file was last written, without reading it.</summary>
    /// <param name="path">The file; a link means its file.</param>
    /// <exception cref="IOException">The file cannot be looked at.</exception>
    public static DateTimeOffset FindWriteTime(string path) => new FileInfo(RegularFile.Target(System.IO.Path.GetFullPath(path))).LastWriteTimeUtc;

    private static FileIdentity? Read(string path)
    {
        try
        {
            var full = System.IO.Path.GetFullPath(PathRules.Check(path));
            var file = new FileInfo(RegularFile.Target(full));
            return RegularFile.Exists(full) ? new(full, file.Length, file.LastWriteTimeUtc, ComputeHash(full)) : null;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or PicsOnefileException)
        {
            return null;
        }
    }

    /// <summary>Whether two paths name one file.</summary>
    public static bool SamePath(string one, string other) =>
        string.Equals(one, other, System.IO.Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>
    /// Whether the path still has this content. Another length or time means no, without opening the file. A copy keeps both, so equal ones need the hash.
    /// </summary>
    /// <param name="cancellation">Stops the look.</param>
    public bool IsUnchanged(CancellationToken cancellation = default) => AbandonableWork.Run(HasSameContent, cancellation);

    private bool HasSameContent()
    {
        try
        {
            var file = new FileInfo(RegularFile.Target(Path));
            return file.Exists && file.Length == Length && file.LastWriteTimeUtc == WrittenAt.UtcDateTime && ComputeHash(Path) == Hash;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException or PicsOnefileException)
        {
            return false;
        }
    }

    private static string ComputeHash(string path)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(RegularFile.Read(path, RegularFile.LargestText))).Replace("-", "").ToLowerInvariant();
    }
}
