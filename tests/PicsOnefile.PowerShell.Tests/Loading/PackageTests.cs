using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>What is published and what is carried to machines without internet.</summary>
public sealed class PackageTests(PackedModule packed) : IClassFixture<PackedModule>
{
    private static readonly string Version = XDocument.Load(Path.Combine(BuiltModule.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void Packing_twice_makes_the_same_bytes()
    {
        Assert.Equal(
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(packed.Package))),
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(packed.Second("*.nupkg"))))
        );
        Assert.Equal(
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(packed.Zip))),
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(packed.Second("*.zip"))))
        );
    }

    [Fact]
    public void The_package_holds_the_module_at_its_root_and_what_NuGet_adds()
    {
        Assert.Equal($"PicsOnefile.PowerShell.{Version}.nupkg", Path.GetFileName(packed.Package));
        string[] added = ["PicsOnefile.PowerShell.nuspec", "[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/nuget.psmdcp"];
        Assert.Equal(BuiltModule.Listed.Concat(added).Order(StringComparer.Ordinal), Entries(packed.Package).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_zip_holds_the_folder_that_PowerShell_looks_for() =>
        Assert.Equal(
            BuiltModule.Listed.Select(file => $"PicsOnefile.PowerShell/{Version}/{file}").Order(StringComparer.Ordinal),
            Entries(packed.Zip).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_package_says_what_the_manifest_says_and_how_the_Gallery_finds_it()
    {
        using var twin = new HostedShell(BuiltModule.Folder, new StringWriter());
        var manifest = Assert.IsType<PSModuleInfo>(Tested(twin, BuiltModule.PathOf("PicsOnefile.PowerShell.psd1")).BaseObject);
        var said = Nuspec(packed.Package);
        Assert.Equal(
            [
                "PicsOnefile.PowerShell",
                Version,
                manifest.Author,
                manifest.Description,
                manifest.Copyright,
                manifest.LicenseUri.ToString(),
                manifest.ReleaseNotes,
            ],
            ((string[])["id", "version", "authors", "description", "copyright", "licenseUrl", "releaseNotes"]).Select(name =>
                said[name].ReplaceLineEndings("\n")
            )
        );
        Assert.Equal(Version, manifest.Version.ToString());
        string[] tags =
        [
            .. manifest.Tags,
            "PSModule",
            "PSIncludes_Cmdlet",
            .. manifest.ExportedCmdlets.Keys.SelectMany(name => new[] { "PSCmdlet_" + name, "PSCommand_" + name }),
        ];
        Assert.Equal(tags.Order(StringComparer.Ordinal), said["tags"].Split(' ').Order(StringComparer.Ordinal));
        Assert.True(said["tags"].Length < 4000, "The Gallery takes 4,000 letters of tags.");
    }

    [Fact]
    public void The_release_notes_are_the_changelog_s_words_for_this_version()
    {
        var notes = Nuspec(packed.Package)["releaseNotes"].ReplaceLineEndings("\n");
        Assert.StartsWith("- ", notes, StringComparison.Ordinal);
        Assert.Contains(
            $"## {Version}\n\n{notes}\n",
            File.ReadAllText(Path.Combine(BuiltModule.Root, "CHANGELOG.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.True(notes.Length < 10_000, "The Gallery cuts longer notes.");
    }

    [Fact]
    public void The_manifest_of_the_unpacked_module_is_clean()
    {
        using var shell = new HostedShell(BuiltModule.Folder, new StringWriter());
        Assert.Equal("PicsOnefile.PowerShell", Tested(shell, Path.Combine(Unpacked, "PicsOnefile.PowerShell.psd1")).Text("Name"));
    }

    [Fact]
    public void The_bill_of_materials_names_every_foreign_file_with_its_hash_and_its_licence()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(Unpacked, "PicsOnefile.PowerShell.cdx.json")));
        Assert.Equal(["CycloneDX", "1.6"], [bill.RootElement.GetProperty("bomFormat").GetString()!, bill.RootElement.GetProperty("specVersion").GetString()!]);
        var packages = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
        Assert.All(packages, package => Assert.NotEmpty(package.GetProperty("licenses").EnumerateArray()));
        Assert.Equal(
            packages.Count,
            bill.RootElement.GetProperty("dependencies")[0]
                .GetProperty("dependsOn")
                .EnumerateArray()
                .Intersect(packages.Select(package => package.GetProperty("bom-ref")), Same)
                .Count()
        );
        var hashes = packages
            .SelectMany(package => package.GetProperty("components").EnumerateArray())
            .Select(file => file.GetProperty("hashes")[0].GetProperty("content").GetString()!)
            .ToHashSet();
        var foreign = Directory
            .GetFiles(Path.Combine(Unpacked, "Dependencies"), "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith("PicsOnefile.", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(foreign.Count, hashes.Count);
        Assert.All(foreign, file => Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), hashes));
    }

    [Fact]
    public async Task The_unpacked_module_rehearses_the_whole_preparation()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(HostedShell).Assembly.Location, "rehearse", "--no-build", "--assessors", "12", "--placements", "8", "--standards", "4"]
        );
        start.Environment[HostedShell.ModuleVariable] = Unpacked;
        Assert.NotEmpty(await ShellProcess.RunAsync(start));
    }

    [PwshFact]
    public async Task It_is_found_by_its_name_in_the_module_path_and_works()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        Smoked(await ShellProcess.MustAsync("pwsh", twin, "Import-Module PicsOnefile.PowerShell\n" + Smoke, packed.Modules), packed.Modules);
    }

    [PwshFact]
    public async Task It_installs_from_a_folder_of_packages_and_works()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var target = Path.Combine(twin.Folder, "installed");
        Smoked(
            await ShellProcess.MustAsync(
                "pwsh",
                twin,
                $"""
                Register-PSResourceRepository -Name Folder -Uri '{Path.GetDirectoryName(packed.Package)}' -Trusted
                try {"{"} Save-PSResource PicsOnefile.PowerShell -Repository Folder -Path (New-Item -ItemType Directory '{target}') {"}"}
                finally {"{"} Unregister-PSResourceRepository Folder {"}"}
                Import-Module (Get-ChildItem '{target}' -Recurse -Filter PicsOnefile.PowerShell.psd1).FullName
                {Smoke}
                """
            ),
            target
        );
    }

    [PwshFact]
    public async Task It_is_laid_out_as_PowerShell_itself_would_publish_it()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var gallery = Directory.CreateDirectory(Path.Combine(twin.Folder, "gallery")).FullName;
        await ShellProcess.MustAsync(
            "pwsh",
            twin,
            $"""
            Register-PSResourceRepository -Name Gallery -Uri '{gallery}' -Trusted
            try {"{"} Publish-PSResource -Path '{Unpacked}' -Repository Gallery {"}"} finally {"{"} Unregister-PSResourceRepository Gallery {"}"}
            """
        );
        var theirs = Assert.Single(Directory.GetFiles(gallery));
        Assert.Equal(Path.GetFileName(packed.Package), Path.GetFileName(theirs));
        static bool Named(string file) => !file.EndsWith(".psmdcp", StringComparison.Ordinal);
        Assert.Equal(Entries(theirs).Where(Named).Order(StringComparer.Ordinal), Entries(packed.Package).Where(Named).Order(StringComparer.Ordinal));
        var (own, published) = (Nuspec(packed.Package), Nuspec(theirs));
        Assert.All(published.Where(pair => pair.Key is not "tags"), pair =>
            Assert.Equal(pair.Value.ReplaceLineEndings("\n").Trim(), own[pair.Key].ReplaceLineEndings("\n").Trim())
        );
        Assert.Empty(published["tags"].Split(' ').Except(own["tags"].Split(' ')));
    }

    [Fact]
    public async Task A_public_address_is_written_once_and_found_in_the_manifest_the_package_and_the_help()
    {
        const string Address = "https://repository.example/owner/name";
        string module = await packed.PackForAsync(Address);
        using var shell = new HostedShell(module, new StringWriter());
        var manifest = Assert.IsType<PSModuleInfo>(Tested(shell, Path.Combine(module, "PicsOnefile.PowerShell.psd1")).BaseObject);
        Assert.Equal(Address, manifest.ProjectUri.ToString());
        Assert.Equal($"{Address}/blob/v{Version}/module/icon.png?raw=true", manifest.IconUri.ToString());
        var said = Nuspec(packed.Elsewhere);
        Assert.Equal([manifest.ProjectUri.ToString(), manifest.IconUri.ToString(), "icon.png"], [said["projectUrl"], said["iconUrl"], said["icon"]]);
        foreach (string cmdlet in manifest.ExportedCmdlets.Keys)
            Assert.Equal($"{Address}/blob/v{Version}/module/docs/{cmdlet}.md", HelpUri(shell, cmdlet));
    }

    [Fact]
    public void Without_an_address_nothing_offers_one()
    {
        using var shell = new HostedShell(BuiltModule.Folder, new StringWriter());
        var manifest = Assert.IsType<PSModuleInfo>(Tested(shell, BuiltModule.PathOf("PicsOnefile.PowerShell.psd1")).BaseObject);
        Assert.Null(manifest.ProjectUri);
        Assert.Null(manifest.IconUri);
        Assert.DoesNotContain(Nuspec(packed.Package).Keys, key => key is "projectUrl" or "iconUrl");
        Assert.All(manifest.ExportedCmdlets.Keys, cmdlet => Assert.Equal("", HelpUri(shell, cmdlet)));
    }

    private const string Smoke = """
        "from $((Get-Module PicsOnefile.PowerShell).ModuleBase)"
        $connection = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath (Join-Path $folder cache.db)
        "read $(@(Get-OnefileAssessor).Count -gt 0)"
        "linked $(@(Find-OfficerLink | Where-Object Confidence -EQ Certain | Set-OfficerLink -Confirm:$false -PassThru).Count -gt 0)"
        "readiness $(@(Test-PicsWebSync -InformationAction Ignore).Count -gt 0)"
        """;

    private static void Smoked(IReadOnlyList<string> told, string folder)
    {
        Assert.Contains($"from {Path.Combine(folder, "PicsOnefile.PowerShell", Version)}", told);
        Assert.Equal(["read True", "linked True", "readiness True"], told.TakeLast(3));
    }

    private static EqualityComparer<JsonElement> Same =>
        EqualityComparer<JsonElement>.Create(
            (one, other) => one.GetString() == other.GetString(),
            element => element.GetString()!.GetHashCode(StringComparison.Ordinal)
        );

    // What Get-Help with -Online opens.
    private static string HelpUri(HostedShell shell, string cmdlet) =>
        Assert.Single(shell.Run($"(Get-Command {cmdlet}).HelpUri").Output).BaseObject.ToString()!;

    private string Unpacked => Path.Combine(packed.Modules, "PicsOnefile.PowerShell", Version);

    private static PSObject Tested(HostedShell shell, string manifest)
    {
        shell.Set("manifest", manifest);
        var result = shell.Run("Test-ModuleManifest $manifest");
        Assert.True(
            result.Ended is null && result.Errors.Count == 0 && result.Warnings.Count == 0,
            string.Join("; ", result.Errors.Select(error => error.ToString()).Concat(result.Warnings))
        );
        return Assert.Single(result.Output);
    }

    private static List<string> Entries(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static Dictionary<string, string> Nuspec(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var file = zip.GetEntry("PicsOnefile.PowerShell.nuspec")!.Open();
        return XDocument
            .Load(file)
            .Root!.Elements()
            .Single()
            .Elements()
            .GroupBy(element => element.Name.LocalName)
            .ToDictionary(group => group.Key, group => group.Last().Value);
    }
}
