using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>Where the packages come from: one file names every version, and every package it names is used.</summary>
public sealed class PackageVersionsTests
{
    private const string Transitive = "Transitive packages pinned because the lower versions asked for are not on every feed";

    // Packages whose assembly no code names, and what they are for.
    private static readonly Dictionary<string, string> WithoutAssembly = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IsExternalInit"] = "is source: a type that the compiler looks for",
        ["Nullable"] = "is source: types that the compiler looks for",
        ["SQLitePCLRaw.lib.e_sqlite3"] = "SQLite itself, a native library for each platform",
        ["Microsoft.NET.Test.Sdk"] = "makes the test host",
        ["xunit.runner.visualstudio"] = "finds the tests for the test host",
    };

    private static readonly string[] Folders = ["src", "tests"];

    [Fact]
    public void No_project_names_a_version_of_its_own() =>
        Assert.All(References(), reference => Assert.Null(reference.Attribute("Version") ?? reference.Attribute("VersionOverride")));

    [Fact]
    public void Every_version_is_one_version_and_no_range() =>
        Assert.All(Versions(), version => Assert.Matches(@"^[0-9]+(\.[0-9]+){2,3}$", (string?)version.Attribute("Version")));

    [Fact]
    public void Every_package_that_is_named_is_used()
    {
        var used = References().Select(reference => (string?)reference.Attribute("Include")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = Versions()
            .Where(version => (string?)version.Parent!.Attribute("Label") != Transitive)
            .Select(version => (string?)version.Attribute("Include"))
            .ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, used));
    }

    /// <summary>A reference that no code uses still ships, or is one more thing to keep up to date.</summary>
    [Fact]
    public void Every_reference_of_a_project_is_used_by_its_code()
    {
        // The other test projects may be built while this one runs.
        string[] built =
        [
            .. Projects("src"),
            .. Projects("tests").Where(project => project.EndsWith("PicsOnefile.PowerShell.Tests.csproj", StringComparison.Ordinal)),
        ];
        Assert.Equal(6, built.Length);
        foreach (string project in built)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            string folder = Path.GetDirectoryName(project)!;
            var assets = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")))!["targets"]!.AsObject().First().Value!.AsObject();
            var used = AssemblyNames(name, folder);
            foreach (string package in Named(project).Where(package => !WithoutAssembly.ContainsKey(package)))
            {
                var found = Assert.Single(assets, entry => entry.Key.StartsWith(package + "/", StringComparison.OrdinalIgnoreCase));
                // A package may be a bundle of others (xunit): then one of its own dependencies has to be used.
                var own = Assemblies(found.Value!).ToList();
                if (own.Count == 0)
                    own =
                    [
                        .. (found.Value!["dependencies"]?.AsObject() ?? [])
                            .SelectMany(part => assets.Where(entry => entry.Key.StartsWith(part.Key + "/", StringComparison.OrdinalIgnoreCase)))
                            .SelectMany(entry => Assemblies(entry.Value!)),
                    ];
                Assert.True(own.Any(used.Contains), $"{name} references {package} ({string.Join(", ", own)}), and no code of it uses one of its assemblies.");
            }
        }
    }

    [Fact]
    public void The_reasons_for_packages_without_an_assembly_are_still_needed()
    {
        var named = Folders.SelectMany(Projects).SelectMany(Named).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(WithoutAssembly.Keys, package => Assert.Contains(package, named));
    }

    private static IEnumerable<string> Projects(string folder) =>
        Directory.GetFiles(Path.Combine(BuiltModule.Root, folder), "*.csproj", SearchOption.AllDirectories);

    // A package of which nothing is referenced (ExcludeAssets="all") is wanted for a file in it.
    private static IEnumerable<string> Named(string project) =>
        XDocument
            .Load(project)
            .Descendants("PackageReference")
            .Where(reference => (string?)reference.Attribute("ExcludeAssets") != "all")
            .Select(reference => (string)reference.Attribute("Include")!);

    private static IEnumerable<string> Assemblies(JsonNode package) =>
        (package["compile"]?.AsObject() ?? []).Select(file => Path.GetFileNameWithoutExtension(file.Key)).Where(file => file != "_");

    // The newest build of the project, of whatever configuration this test runs in.
    private static HashSet<string> AssemblyNames(string name, string folder)
    {
        string built = Directory
            .EnumerateFiles(Path.Combine(folder, "obj"), name + ".dll", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}ref", StringComparison.Ordinal))
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .First();
        using var file = new PEReader(File.OpenRead(built));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<XElement> Versions() => XDocument.Load(Path.Combine(BuiltModule.Root, "Directory.Packages.props")).Descendants("PackageVersion");

    private static IEnumerable<XElement> References() => Folders.SelectMany(Projects).SelectMany(path => XDocument.Load(path).Descendants("PackageReference"));
}
