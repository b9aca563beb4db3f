using System.Reflection;
using System.Runtime.Loader;

namespace PicsOnefile.PowerShell.Loader;

/// <summary>Loads the core into a context of its own, where PowerShell asks for it.</summary>
public static class PrivateDependencies
{
    private const string Core = "PicsOnefile.Core";
    private static readonly object Gate = new();
    private static DependencyContext? _context;

    /// <summary>
    /// Starts to resolve the core. A second call has no effect: a process keeps one context, for the cmdlets' types are bound to its core
    /// from the first use on.
    /// </summary>
    /// <param name="folder">The Dependencies folder of the module.</param>
    public static void Serve(string folder)
    {
        lock (Gate)
        {
            if (_context is not null)
                return;
            _context = new DependencyContext(folder);
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    // Only Core: its own context resolves its dependencies, and no other module gets our versions.
    private static Assembly? Resolve(AssemblyLoadContext asking, AssemblyName name) => name.Name == Core ? _context!.LoadFromAssemblyName(name) : null;
}
