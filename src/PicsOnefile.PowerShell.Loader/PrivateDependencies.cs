using System.Reflection;
using System.Runtime.Loader;

namespace PicsOnefile.PowerShell.Loader;

/// <summary>Answers PowerShell's question for the core with one loaded in a context of its own.</summary>
public static class PrivateDependencies
{
    private const string Core = "PicsOnefile.Core";
    private static readonly object Gate = new();
    private static DependencyContext? _context;

    /// <summary>
    /// Begins to answer for the core. Calling again changes nothing: a process keeps one context, for the cmdlets' types are bound to its core
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

    // Core alone: everything else that the core needs is asked of its own context, and nobody else is served our versions.
    private static Assembly? Resolve(AssemblyLoadContext asking, AssemblyName name) => name.Name == Core ? _context!.LoadFromAssemblyName(name) : null;
}
