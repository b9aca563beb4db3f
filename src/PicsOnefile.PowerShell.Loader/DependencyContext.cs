using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace PicsOnefile.PowerShell.Loader;

/// <summary>
/// Holds the core and every third-party assembly of the module away from PowerShell's own and other modules' versions.
/// </summary>
/// <remarks>
/// Both overrides are needed: a context without <see cref="Load"/> falls back to the default context and mixes versions, and PowerShell
/// does not look for native libraries where the build puts them. <c>Dependencies/Desktop</c> is never searched: .NET carries those assemblies itself.
/// </remarks>
internal sealed class DependencyContext(string folder) : AssemblyLoadContext
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = NativeLibraryPath.Find(folder, unmanagedDllName);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }
}
