using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>Finds an assembly as the framework does: its own where it has one that is new enough, then the module's by simple name.</summary>
internal sealed class FrameworkResolver : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _read = [];
    private readonly string[] _module = [BuiltModule.Folder, BuiltModule.PathOf("Dependencies"), BuiltModule.PathOf("Dependencies/Desktop")];

    /// <summary>The folders of reference assemblies: .NET Framework 4.7.2, its facades, and Windows PowerShell 5.1.</summary>
    public static IReadOnlyList<string> Framework { get; } =
    [
        Given("FrameworkSurface"),
        Path.Combine(Given("FrameworkSurface"), "Facades"),
        Given("WindowsPowerShellSurface"),
    ];

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (Find(Framework, name) is { } path && Resolve(name, path) is var own && own.Name.Version >= name.Version)
            return own;
        return Resolve(name, Find(_module, name) ?? throw new AssemblyResolutionException(name));
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name, string path)
    {
        if (!_read.TryGetValue(path, out var assembly))
            _read[path] = assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
        return assembly;
    }

    public void Dispose()
    {
        foreach (var assembly in _read.Values)
            assembly.Dispose();
    }

    private static string? Find(IReadOnlyList<string> folders, AssemblyNameReference name) =>
        folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);

    private static string Given(string key) =>
        typeof(FrameworkResolver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
