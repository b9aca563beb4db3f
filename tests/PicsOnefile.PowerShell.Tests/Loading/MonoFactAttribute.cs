using System;
using System.IO;
using System.Linq;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>A promise that only a runtime with the .NET Framework's API can keep; where none is installed the test says so.</summary>
internal sealed class MonoFactAttribute : FactAttribute
{
    public MonoFactAttribute()
    {
        if (Path is null)
            Skip = "No Mono is installed (apt-get install mono-complete): the module is not run on the .NET Framework's API.";
    }

    /// <summary>Mono on the PATH, or null.</summary>
    public static string? Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => new[] { "mono", "mono.exe" }.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}

/// <summary>The same with several cases.</summary>
internal sealed class MonoTheoryAttribute : TheoryAttribute
{
    public MonoTheoryAttribute() => Skip = new MonoFactAttribute().Skip;
}
