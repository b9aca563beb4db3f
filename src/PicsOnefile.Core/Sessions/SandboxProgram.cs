using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;

namespace PicsOnefile.Sessions;

/// <summary>The program of the sandbox in a folder: as it was published, or as it was built.</summary>
/// <param name="File">What is started.</param>
/// <param name="Arguments">The arguments that come before those of the sandbox.</param>
internal sealed record SandboxProgram(string File, string Arguments)
{
    private const string Name = "PicsOnefile.Sandbox";

    // A published program brings its own runtime. A built one needs dotnet.
    private static readonly string[] OwnRuntime = ["hostfxr.dll", "libhostfxr.so", "libhostfxr.dylib"];

    private static string Executable => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? $"{Name}.exe" : Name;

    /// <summary>Finds the program in a folder.</summary>
    /// <returns>The program.</returns>
    /// <exception cref="PicsOnefileException">SandboxNotFound.</exception>
    public static SandboxProgram Find(string folder)
    {
        var (program, assembly) = (Path.Combine(folder, Executable), Path.Combine(folder, $"{Name}.dll"));
        if (System.IO.File.Exists(assembly) && !OwnRuntime.Any(file => System.IO.File.Exists(Path.Combine(folder, file))))
            return new SandboxProgram("dotnet", Quoted(assembly));
        return System.IO.File.Exists(program)
            ? new SandboxProgram(program, "")
            : throw ErrorKinds.SandboxNotFound.For(folder, $"The sandbox's program for this system, {Executable}, is not in {folder}.");
    }

    // The .NET Framework takes one text: a quote in it, and the backslashes before one, are written with a backslash each.
    private static string Quoted(string path) => $"\"{Regex.Replace(path, "(\\\\*)\"", "$1$1\\\"")}\"";
}
