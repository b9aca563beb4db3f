using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace PicsOnefile.Files;

/// <summary>
/// Temporary files of writes in progress: FILE.(32 hexadecimal digits).part, of a long name its beginning. A killed process leaves one behind. The next write
/// of the same file removes it when it is a day old and not open. The same is true for what a killed process leaves beside a cache.
/// </summary>
internal static class TemporaryFiles
{
    private const string EndingOfName = @"\.[0-9a-f]{32}\.part";

    // Nothing that the module writes takes longer, and clocks of file servers differ by less.
    private static readonly TimeSpan Old = TimeSpan.FromDays(1);

    // Names have 255 characters on Windows and 255 bytes elsewhere. Behind the beginning come 38 of these, and 8 for the longest name of SQLite beside it.
    private const int LongestBeginning = 255 - 38 - 8;

    /// <summary>Returns a new temporary name beside a file.</summary>
    public static string NameFor(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Beginning(Path.GetFileName(path))}.{Guid.NewGuid().ToString("N")}.part");

    /// <summary>Takes the ending off every temporary name in a message of the system: a person knows the file by its own name.</summary>
    public static string WithoutEnding(string message) => Regex.Replace(message, EndingOfName, "", RegexOptions.CultureInvariant);

    /// <summary>Removes what killed processes left of a file.</summary>
    /// <param name="path">The file that is to be written.</param>
    public static void SweepFor(string path) => Sweep(path, EndingOfName);

    /// <summary>Removes what killed processes left of a cache file: copies, backups before an update, and locks of runs.</summary>
    /// <param name="path">The cache file.</param>
    public static void SweepForCache(string path) =>
        Sweep(path, @"\.(([0-9a-f]{32}\.part|v\d+-\d{8}T\d{9}Z(-\d+)?\.partial)(-wal|-shm|-journal)?|\d{8}T\d{9}Z-[0-9a-f]{6}\.run)");

    private static void Sweep(string path, string ending)
    {
        try
        {
            var name = Beginning(Path.GetFileName(path));
            var left = new Regex($"^{Regex.Escape(name)}{ending}$", RegexOptions.CultureInvariant);
            foreach (var file in new DirectoryInfo(Path.GetDirectoryName(path)!).EnumerateFiles().Where(file => left.IsMatch(file.Name)).ToList())
                Discard(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            // The folder may be written and not listed; what was left stays.
        }
    }

    // No letter is cut in two.
    private static string Beginning(string name)
    {
        while (Encoding.UTF8.GetByteCount(name) > LongestBeginning)
            name = name.Substring(0, name.Length - (char.IsLowSurrogate(name[name.Length - 1]) && name.Length > 1 ? 2 : 1));
        return name;
    }

    private static void Discard(FileInfo file)
    {
        // The times of files are the system's.
        if (TimeProvider.System.GetUtcNow() - file.LastWriteTimeUtc < Old || !RegularFile.Exists(file.FullName))
            return;
        try
        {
            // A process that still writes the file has it exclusively.
            using (new FileStream(file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }

            file.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // In use, or another account's.
        }
    }
}
