using System;
using System.IO;

namespace PicsOnefile.Files;

/// <summary>
/// Lifts the attributes of a file that forbid to write it, for as long as it is written: read-only, and on Windows also hidden and system. -Force overrides
/// them everywhere in PowerShell, and the file has them again afterwards.
/// </summary>
internal sealed class WriteProtection : IDisposable
{
    private const FileAttributes Protecting = FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System;

    private readonly string _path;
    private readonly FileAttributes _before;

    private WriteProtection(string path, FileAttributes before) => (_path, _before) = (path, before);

    /// <summary>Lifts them.</summary>
    /// <returns>An object that puts them back; null where the file is missing or has none of them.</returns>
    /// <exception cref="UnauthorizedAccessException">This account may not.</exception>
    /// <exception cref="IOException">The attributes cannot be read or set.</exception>
    public static WriteProtection? Lift(string path)
    {
        if (!File.Exists(path))
            return null;
        var before = File.GetAttributes(path);
        if ((before & Protecting) == 0)
            return null;
        File.SetAttributes(path, before & ~Protecting);
        return new(path, before);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.SetAttributes(_path, File.GetAttributes(_path) | (_before & Protecting));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What was to be written is written, or its error is reported already.
        }
    }
}
