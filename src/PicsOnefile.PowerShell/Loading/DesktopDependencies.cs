using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PicsOnefile.PowerShell.Loading;

/// <summary>
/// Windows PowerShell 5.1: no load contexts, so the application domain asks us for what it does not find. By simple name, because the
/// references in the closure ask for several versions of one assembly (and matching by full name breaks SQLitePCLRaw).
/// </summary>
internal static class DesktopDependencies
{
    private static string? _folder;

    public static void Serve(string folder)
    {
        if (_folder is not null)
            return;
        _folder = folder;
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        PreloadSqlite(folder);
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs asked)
    {
        var file = new AssemblyName(asked.Name).Name + ".dll";
        var path = new[] { Path.Combine(_folder!, file), Path.Combine(_folder!, "Desktop", file) }.FirstOrDefault(File.Exists);
        return path is null ? null : Assembly.LoadFrom(path);
    }

    // The framework looks for e_sqlite3 on the PATH only, unless a library of that name is in the process already.
    private static void PreloadSqlite(string folder)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return;
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X86 => "x86",
            Architecture.Arm64 => "arm64",
            _ => "x64",
        };
        var path = Path.Combine(folder, "runtimes", "win-" + architecture, "native", "e_sqlite3.dll");
        if (File.Exists(path) && LoadLibrary(path) == IntPtr.Zero)
            throw new DllNotFoundException($"{path} could not be loaded (error {Marshal.GetLastWin32Error()}).");
    }

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LoadLibrary(string path);
}
