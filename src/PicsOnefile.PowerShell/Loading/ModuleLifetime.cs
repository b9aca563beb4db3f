using System;
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;

namespace PicsOnefile.PowerShell.Loading;

/// <summary>
/// Called by PowerShell when the module is imported and removed. PowerShell looks at the exported types before it calls OnImport. No public type of this
/// assembly may therefore derive from, or implement, a type of the core.
/// </summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    // Dependencies/Desktop holds what .NET 10 has itself. On an older .NET the split would be wrong and fail in obscure ways.
    private const int OldestDotNet = 10;

    /// <inheritdoc/>
    public void OnImport()
    {
        var dependencies = Path.Combine(Path.GetDirectoryName(typeof(ModuleLifetime).Assembly.Location)!, "Dependencies");
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal) || Type.GetType("Mono.Runtime") is not null)
        {
            DesktopDependencies.Serve(dependencies);
            return;
        }
        if (Refusal(Environment.Version, RuntimeInformation.FrameworkDescription) is { } refusal)
            throw new PSNotSupportedException(refusal);
        CoreDependencies.Serve(dependencies);
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        Connecting.RunningSandbox.Here?.End();
        Connecting.OpenConnections.CloseHere();
    }

    /// <summary>Checks whether a PowerShell on this .NET can run the module.</summary>
    /// <returns>The reason why not and what to do, or null.</returns>
    internal static string? Refusal(Version dotNet, string description) =>
        dotNet.Major >= OldestDotNet
            ? null
            : $"PicsOnefile.PowerShell needs PowerShell 7.6 or later, or Windows PowerShell 5.1. This PowerShell runs on {description}: update PowerShell, "
                + "or use powershell.exe.";
}
