using System.Runtime.CompilerServices;
using PicsOnefile.PowerShell.Loader;

namespace PicsOnefile.PowerShell.Loading;

/// <summary>PowerShell 7: the only place that touches the loader, whose assembly Windows PowerShell cannot load.</summary>
internal static class CoreDependencies
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Serve(string folder) => PrivateDependencies.Serve(folder);
}
