using System;
using System.Collections.Generic;
using System.IO;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>How a cache file is opened. The defaults are the module's; tests give their own.</summary>
internal sealed record SqliteSettings
{
    /// <summary>The steps of the schema.</summary>
    public IReadOnlyList<Migration> Migrations { get; init; } = Migration.All;

    /// <summary>How long a transaction waits for another process. The longest one of ours, taking a list of 100,000 rows, lasts a few seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Whether a folder is on a network: a write-ahead log needs memory shared between processes, which a network path does not have.</summary>
    public Func<string, bool> IsOnNetwork { get; init; } = FolderIsOnNetwork;

    /// <summary>Whether the file system of a folder keeps access lists. Without them everybody who reaches the drive can read the file.</summary>
    public Func<string, bool> KeepsAccessLists { get; init; } = AccessList.IsKept;

    /// <summary>The largest file, in bytes, that is checked as a whole when it is opened; of a larger one, what cannot be rebuilt is checked.</summary>
    public long WholeCheckLimit { get; init; } = 64L << 20;

    private static bool FolderIsOnNetwork(string folder)
    {
        if (PathForms.IsOnServer(folder))
            return true;
        try
        {
            // .NET Framework needs the drive; on Unix any folder leads to its file system.
            var drive = Path.DirectorySeparatorChar == '\\' ? Path.GetPathRoot(PathForms.WithoutPrefix(folder))! : folder;
            return new DriveInfo(drive).DriveType == DriveType.Network;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
