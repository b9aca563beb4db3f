using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>The built module packed twice, and the first zip unpacked as on a machine without internet.</summary>
public sealed class PackedModule : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picsonefile-package-");

    /// <summary>The first package for the Gallery.</summary>
    public string Package => Only("first", "*.nupkg");

    /// <summary>The first zip.</summary>
    public string Zip => Only("first", "*.zip");

    /// <summary>A folder as $env:PSModulePath names them, with the zip's content.</summary>
    public string Modules => Path.Combine(_folder.FullName, "modules");

    /// <summary>A file of the second packing.</summary>
    public string Second(string pattern) => Only("second", pattern);

    public async Task InitializeAsync()
    {
        await PackAsync("first");
        await PackAsync("second");
        await ZipFile.ExtractToDirectoryAsync(Zip, Modules);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private string Only(string folder, string pattern) => Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, folder), pattern));

    /// <summary>Packs a copy of the module as a fork with a public address would; the answer is the folder of the copy.</summary>
    public async Task<string> PackForAsync(string address)
    {
        string module = Path.Combine(_folder.FullName, "addressed");
        foreach (string file in Directory.GetFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(module, Path.GetRelativePath(BuiltModule.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        await PackAsync("elsewhere", $"-p:RepositoryUrl={address}", $"-p:ModuleOutput={module}/");
        return module;
    }

    /// <summary>The package of that copy.</summary>
    public string Elsewhere => Only("elsewhere", "*.nupkg");

    // Of what is built already: a test must not build the module anew under the others.
    private Task<IReadOnlyList<string>> PackAsync(string to, params string[] properties) =>
        ShellProcess.RunAsync(
            new ProcessStartInfo(
                "dotnet",
                [
                    "pack",
                    Path.Combine(BuiltModule.Root, "src", "PicsOnefile.PowerShell"),
                    "--no-build",
                    "--configuration",
                    new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
                    $"-p:PackageOutputPath={Path.Combine(_folder.FullName, to)}/",
                    $"-p:NuspecFile={Path.Combine(_folder.FullName, to + ".nuspec")}",
                    .. properties,
                ]
            )
        );
}
