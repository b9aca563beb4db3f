using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace PicsOnefile.PowerShell.Loader;

/// <summary>Where the build puts native libraries: <c>runtimes/&lt;rid&gt;/native</c> under the dependencies.</summary>
public static class NativeLibraryPath
{
    /// <summary>The library's file for this process, or null where the module ships none for its platform.</summary>
    /// <param name="folder">The Dependencies folder.</param>
    /// <param name="name">The library's name as the caller's import writes it, with or without prefix and extension.</param>
    public static string? Find(string folder, string name)
    {
        var native = Path.Combine(folder, "runtimes", $"{Platform()}-{Architecture()}", "native");
        return FileNames(name).Select(file => Path.Combine(native, file)).FirstOrDefault(File.Exists);
    }

    private static string Platform() =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "win"
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "osx"
        : "linux";

    // ToString("G") of the enumeration is X64, Arm64, X86: the RIDs' words but for the case.
    private static string Architecture() => RuntimeInformation.ProcessArchitecture.ToString("G").ToLower(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> FileNames(string name) =>
        Platform() switch
        {
            "win" => [name, name + ".dll"],
            "osx" => [name, $"lib{name}.dylib", name + ".dylib"],
            _ => [name, $"lib{name}.so", name + ".so"],
        };
}
