using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>Where the packages come from: one file names every version, and every package it names is used.</summary>
public sealed class PackageVersionsTests
{
    private const string Transitive = "Transitive packages pinned because the lower versions asked for are not on every feed";

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
        var named = Versions().Where(version => (string?)version.Parent!.Attribute("Label") != Transitive).Select(version => (string?)version.Attribute("Include")).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, used));
    }

    private static IEnumerable<XElement> Versions() => XDocument.Load(Path.Combine(BuiltModule.Root, "Directory.Packages.props")).Descendants("PackageVersion");

    private static IEnumerable<XElement> References() =>
        Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(BuiltModule.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .SelectMany(path => XDocument.Load(path).Descendants("PackageReference"));
}
