using System;
using System.IO;
using System.Runtime.InteropServices;

namespace PicsOnefile.Files;

/// <summary>
/// The access list of a file or folder on Windows. What lies in the user's own profile folder has a list of its owner from there; elsewhere it inherits from a
/// folder that is often open to all users, so that the module sets a list itself.
/// </summary>
/// <remarks>
/// A list is written as text (learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format). The packages of .NET for access lists do nothing
/// in the form that both editions of PowerShell could share.
/// </remarks>
internal static class AccessList
{
    private const uint AccessInformation = 4;
    private const uint PersistentLists = 8;
    private const uint QueryToken = 8;
    private const int TokenUser = 1;
    private const int Revision = 1;
    private const int LongestPath = 32_768;

    private static readonly bool OnWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    private static readonly Lazy<string?> User = new(CurrentUser);

    /// <summary>Whether a path lies outside a profile folder, or there is none.</summary>
    /// <param name="path">A full path of Windows.</param>
    /// <param name="profileFolder">The profile folder of the account; empty where it has none.</param>
    public static bool IsNeeded(string path, string profileFolder)
    {
        var profile = PathForms.WithoutPrefix(profileFolder).TrimEnd('\\', '/');
        var plain = PathForms.WithoutPrefix(path);
        return profile.Length == 0
            || !plain.StartsWith(profile, StringComparison.OrdinalIgnoreCase)
            || (plain.Length > profile.Length && plain[profile.Length] is not ('\\' or '/'));
    }

    /// <summary>The list as text: full access for the user, the system and the administrators, nothing inherited, nobody else.</summary>
    /// <param name="user">The user's security identifier.</param>
    /// <param name="isFolder">Whether what is made in it later gets the same list.</param>
    public static string For(string user, bool isFolder)
    {
        var inheritance = isFolder ? "OICI" : "";
        return $"D:P(A;{inheritance};FA;;;{user})(A;{inheritance};FA;;;SY)(A;{inheritance};FA;;;BA)";
    }

    /// <summary>Sets the list of a file or folder that was just made, where it is needed.</summary>
    /// <returns>False where the drive or the share does not take it.</returns>
    public static bool TryRestrict(string path, bool isFolder)
    {
        if (!OnWindows || !IsNeeded(path, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)))
            return true;
        if (User.Value is not { } user || !FromText(For(user, isFolder), Revision, out var list, IntPtr.Zero))
            return false;
        try
        {
            return SetList(PathForms.WithPrefix(path), AccessInformation, list);
        }
        finally
        {
            _ = LocalFree(list);
        }
    }

    /// <summary>Gives a file that SQLite has made beside another one the same list. SQLite itself does so on Unix alone.</summary>
    /// <param name="path">The file with the list.</param>
    /// <param name="beside">The other one; it may be missing.</param>
    public static void Copy(string path, string beside)
    {
        if (!OnWindows || !File.Exists(beside) || !IsNeeded(path, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)))
            return;
        path = PathForms.WithPrefix(path);
        _ = GetList(path, AccessInformation, null, 0, out var length);
        var list = new byte[length];
        if (GetList(path, AccessInformation, list, length, out _))
            _ = CopyList(PathForms.WithPrefix(beside), AccessInformation, list);
    }

    /// <summary>Whether the file system of a folder keeps access lists: NTFS does, FAT32 and exFAT do not. True on other systems than Windows.</summary>
    public static bool IsKept(string folder)
    {
        if (!OnWindows)
            return true;
        var volume = new char[LongestPath];
        return !VolumeOf(PathForms.WithoutPrefix(folder), volume, volume.Length)
            || !VolumeFacts(volume, IntPtr.Zero, 0, IntPtr.Zero, IntPtr.Zero, out var facts, IntPtr.Zero, 0)
            || (facts & PersistentLists) != 0;
    }

    private static string? CurrentUser()
    {
        if (!OpenToken(CurrentProcess(), QueryToken, out var token))
            return null;
        var facts = IntPtr.Zero;
        try
        {
            _ = TokenFacts(token, TokenUser, IntPtr.Zero, 0, out var length);
            facts = Marshal.AllocHGlobal(length);
            // The facts begin with the address of the identifier.
            if (!TokenFacts(token, TokenUser, facts, length, out _) || !ToText(Marshal.ReadIntPtr(facts), out var text))
                return null;
            var user = Marshal.PtrToStringUni(text);
            _ = LocalFree(text);
            return user;
        }
        finally
        {
            Marshal.FreeHGlobal(facts);
            _ = CloseHandle(token);
        }
    }

    [DllImport("advapi32", EntryPoint = "ConvertStringSecurityDescriptorToSecurityDescriptorW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool FromText(string text, int revision, out IntPtr list, IntPtr size);

    [DllImport("advapi32", EntryPoint = "SetFileSecurityW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool SetList(string path, uint information, IntPtr list);

    [DllImport("advapi32", EntryPoint = "SetFileSecurityW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool CopyList(string path, uint information, byte[] list);

    [DllImport("advapi32", EntryPoint = "GetFileSecurityW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GetList(string path, uint information, byte[]? list, int length, out int needed);

    [DllImport("kernel32", EntryPoint = "GetVolumePathNameW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool VolumeOf(string path, char[] volume, int length);

    [DllImport("kernel32", EntryPoint = "GetVolumeInformationW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool VolumeFacts(
        char[] volume,
        IntPtr name,
        int nameLength,
        IntPtr serial,
        IntPtr longestName,
        out uint facts,
        IntPtr fileSystem,
        int fileSystemLength
    );

    [DllImport("kernel32", EntryPoint = "GetCurrentProcess")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr CurrentProcess();

    [DllImport("advapi32", EntryPoint = "OpenProcessToken")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool OpenToken(IntPtr process, uint access, out IntPtr token);

    [DllImport("advapi32", EntryPoint = "GetTokenInformation")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool TokenFacts(IntPtr token, int kind, IntPtr facts, int length, out int needed);

    [DllImport("advapi32", EntryPoint = "ConvertSidToStringSidW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool ToText(IntPtr identifier, out IntPtr text);

    [DllImport("kernel32", EntryPoint = "LocalFree")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LocalFree(IntPtr memory);

    [DllImport("kernel32", EntryPoint = "CloseHandle")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool CloseHandle(IntPtr handle);
}
