using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace PicsOnefile.Files;

/// <summary>
/// Makes folders and files that only the account itself can read: 0700 and 0600, on Windows an access list of its own outside the user's profile folder
/// (<see cref="AccessList"/>). What exists already keeps the rights that its owner gave it.
/// </summary>
/// <remarks>.NET Standard 2.0 has no call for this; chmod has one form on all Unix systems, other than the flags of open.</remarks>
internal static class OwnerOnly
{
    private const uint OwnerFolder = 0x1C0;
    private const uint OwnerFile = 0x180;

    // Closing any handle of a file releases all POSIX locks of the process on it, SQLite's too. The file may only be opened after this.
    private static readonly object Gate = new();

    /// <summary>Creates the folder and its parents where they are missing.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        var above = Path.GetDirectoryName(path);
        if (!string.IsNullOrEmpty(above))
            CreateFolder(above!);
        Directory.CreateDirectory(path);
        _ = Restrict(path, OwnerFolder);
    }

    /// <summary>Creates an empty file where it is missing.</summary>
    /// <returns>False where it was made and the drive or share of Windows does not keep others from it.</returns>
    public static bool CreateFile(string path)
    {
        lock (Gate)
        {
            if (File.Exists(path))
                return true;
            try
            {
                using (new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
                    return Restrict(path, OwnerFile);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process made it in this moment, for its owner only as well.
                return true;
            }
        }
    }

    private static bool Restrict(string path, uint mode)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return AccessList.TryRestrict(path, isFolder: mode == OwnerFolder);
        if (Chmod(Encoding.UTF8.GetBytes(path + '\0'), mode) != 0)
            throw new IOException($"The rights of {path} could not be set.", new Win32Exception(Marshal.GetLastWin32Error()));
        return true;
    }

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Chmod(byte[] path, uint mode);
}
