using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>
/// Beside other modules and in every way that people load and unload: in processes of their own, in the engine alone and in pwsh where it is installed.
/// </summary>
public sealed class CoexistenceTests
{
    // Through everything that the dependencies do: SQLite, JSON, retry, matching.
    private const string Work = """
        $connection = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb `
            -CachePath ([IO.Path]::Combine($folder, 'cache.db'))
        Find-OfficerLink | Where-Object Confidence -EQ Certain | Set-OfficerLink -Confirm:$false
        "linked $(@(Get-OfficerLink -State Linked).Count) journal $((Test-LinkHistory).Ok) findings $(@(Test-PicsWebSync).Count -gt 0)"

        """;

    // What other modules may bring: the oldest version that a package's feed has beside ours, and the newest.
    private static readonly Dictionary<string, (string Package, string Version)[]> Versions = new()
    {
        ["older"] = [("Microsoft.Data.Sqlite.Core", "8.0.30"), ("Newtonsoft.Json", "12.0.1"), ("Polly.Core", "8.1.0")],
        ["newer"] = [("Microsoft.Data.Sqlite.Core", "11.0.0"), ("Newtonsoft.Json", "14.0.1-beta2"), ("Polly.Core", "8.9.0")],
    };

    public static TheoryData<string, string, bool> Others
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var shell in ShellProcess.Shells)
            {
                foreach (var versions in Versions.Keys)
                {
                    data.Add(shell, versions, true);
                    data.Add(shell, versions, false);
                }
            }
            return data;
        }
    }

    public static TheoryData<string> Shells => [.. ShellProcess.Shells];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Other_modules_versions_of_the_dependencies_stay_their_own(string shell, string versions, bool before)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var files = Versions[versions].ToDictionary(one => one.Package, one => AssemblyOf(one.Package, one.Version));
        // Where the shell carries the assembly itself (Newtonsoft.Json), other modules need a context of their own as well.
        var theirs = string.Join(
            '\n',
            files.Select(file =>
                file.Key == "Newtonsoft.Json"
                    ? $"$theirs += [Runtime.Loader.AssemblyLoadContext]::new('theirs').LoadFromAssemblyPath('{file.Value}')"
                    : $"$theirs += [Reflection.Assembly]::LoadFrom('{file.Value}')"
            )
        );
        var import = "Import-Module $module";
        var told = await ShellProcess.MustAsync(
            shell,
            twin,
            $$"""
            $theirs = @()
            {{(before ? theirs : import)}}
            {{(before ? import : Work + theirs)}}
            {{Work}}
            foreach ($one in $theirs) {
                "theirs $($one.GetName().Name) $($one.GetName().Version) of $(@($one.GetExportedTypes()).Count -gt 0)"
                $own = [IO.Path]::Combine([IO.Path]::GetDirectoryName($module), 'Dependencies', "$($one.GetName().Name).dll")
                $ours = [Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object { $_.Assemblies } | Where-Object Location -EQ $own
                "ours $($one.GetName().Name) $(@($ours).Count)"
            }
            """
        );
        Works(told, twin);
        foreach (var (package, file) in files)
        {
            var name = AssemblyName.GetAssemblyName(file);
            Assert.Contains($"theirs {name.Name} {name.Version} of True", told);
            Assert.Contains($"ours {name.Name} 1", told);
            Assert.NotEqual(
                name.Version,
                package == "Polly.Core" ? null : AssemblyName.GetAssemblyName(BuiltModule.PathOf("Dependencies/" + Path.GetFileName(file))).Version
            );
        }
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Importing_by_force_and_removing_and_importing_again_leave_a_module_that_works(string shell)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var told = await ShellProcess.MustAsync(
            shell,
            twin,
            $"""
            Import-Module $module
            Import-Module $module -Force
            {Work}
            Remove-Module PicsOnefile.PowerShell
            "left $(@(Get-Command -Module PicsOnefile.PowerShell).Count)"
            Import-Module $module
            "closed $(@(Get-PicsOnefileConnection).Count)"
            {Work}
            """
        );
        Works(told, twin);
        Assert.Contains("left 0", told);
        Assert.Contains("closed 0", told);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Runspaces_and_parallel_blocks_work_at_once(string shell)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var told = await ShellProcess.MustAsync(
            shell,
            twin,
            $$"""
            Import-Module $module
            {{Work}}
            $block = {
                param($module, $connection)
                Import-Module $module
                @(Get-OnefileAssessor -IncludeArchived -Connection $connection).Count
            }
            $running = 1..2 | ForEach-Object {
                $one = [PowerShell]::Create([Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()).
                    AddScript($block).AddArgument($module).AddArgument($connection)
                [pscustomobject]@{ Shell = $one; Result = $one.BeginInvoke() }
            }
            foreach ($one in $running) { "runspace $($one.Shell.EndInvoke($one.Result)) $($one.Shell.HadErrors)" }
            1..4 | ForEach-Object -Parallel {
                Import-Module $using:module
                "parallel $(@(Get-OnefileAssessor -IncludeArchived -Connection $using:connection).Count)"
            } -ThrottleLimit 4
            """
        );
        var all = twin.Twin.World.Assessors.Count();
        Works(told, twin);
        Assert.Equal(2, told.Count(line => line == $"runspace {all} False"));
        Assert.Equal(4, told.Count(line => line == $"parallel {all}"));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Constrained_language_loads_the_cmdlets_and_they_work(string shell)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var told = await ShellProcess.MustAsync(
            shell,
            twin,
            $"""
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Import-Module $module
            "mode $($ExecutionContext.SessionState.LanguageMode) cmdlets $((Get-Command -Module PicsOnefile.PowerShell).Count -gt 40)"
            {Work.Replace("([IO.Path]::Combine($folder, 'cache.db'))", "\"$folder/cache.db\"", StringComparison.Ordinal)}
            """
        );
        Works(told, twin);
        Assert.Contains("mode ConstrainedLanguage cmdlets True", told);
    }

    private static void Works(IReadOnlyList<string> told, TwinShell twin)
    {
        var linked = twin.Twin.World.Officers.Values.Count(officer => officer.AdditionalId.Length > 0);
        Assert.True(linked > 0);
        Assert.Contains(told, line => System.Text.RegularExpressions.Regex.IsMatch(line, "^linked [1-9][0-9]* journal True findings True$"));
    }

    // The newest of .NET's own targets that the package has, as NuGet would choose.
    private static string AssemblyOf(string package, string version)
    {
        var packages = typeof(CoexistenceTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Packages")
            .Value!;
        var lib = Path.Combine(packages, package.ToLowerInvariant(), version, "lib");
        var target = ((string[])["net10.0", "net8.0", "net6.0", "netstandard2.0"]).First(name => Directory.Exists(Path.Combine(lib, name)));
        return Assert.Single(Directory.GetFiles(Path.Combine(lib, target), "*.dll"));
    }
}
