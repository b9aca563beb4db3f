using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PicsOnefile.PowerShell.Loading;

/// <summary>
/// Windows PowerShell 5.1 has no load contexts, so the application domain asks the module for missing assemblies. They are found by simple name, because the
/// closure refers to several versions of one assembly. Matching by full name breaks SQLitePCLRaw.
/// </summary>
internal static class DesktopDependencies
{
    // RTLD_NOW of dlfcn.h.
    private const int ResolveNow = 2;

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

    // The framework looks for e_sqlite3 on the PATH only, and Mono where the system keeps libraries. A library of that name in the process is used first.
    private static void PreloadSqlite(string folder)
    {
        var windows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        if (!windows && !RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            return;
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X86 => "x86",
            Architecture.Arm64 => "arm64",
            _ => "x64",
        };
        var path = Path.Combine(folder, "runtimes", (windows ? "win-" : "linux-") + architecture, "native", windows ? "e_sqlite3.dll" : "libe_sqlite3.so");
        if (!File.Exists(path))
            return;
        if (windows && LoadLibrary(path) == IntPtr.Zero)
            throw new DllNotFoundException($"{path} could not be loaded (error {Marshal.GetLastWin32Error()}).");
        if (!windows && OpenSharedObject(path, ResolveNow) == IntPtr.Zero)
            throw new DllNotFoundException($"{path} could not be loaded.");
    }

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LoadLibrary(string path);

    [DllImport("libdl.so.2", EntryPoint = "dlopen", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr OpenSharedObject(string path, int flags);
}
