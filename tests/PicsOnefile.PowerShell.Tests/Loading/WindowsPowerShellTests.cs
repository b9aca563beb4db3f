using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>
/// The module on the .NET Framework's API, in a process of its own (PicsOnefile.Framework): loaded as Windows PowerShell 5.1 loads it, at work on a twin.
/// </summary>
public sealed class WindowsPowerShellTests
{
    [MonoFact]
    public async Task It_connects_reads_links_and_keeps_its_journal()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var told = await WorkAsync(twin);

        Assert.Equal(Exported(), told["cmdlets"].Single().Split(' '));
        Assert.Equal(["Api"], told["connected"]);
        Assert.Equal(
            twin.Twin.World.Assessors.Select(user => user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal),
            told["assessors"].Single().Split(' ')
        );
        Assert.Empty(told["failure"].Concat(told["problem"]));

        // What it says it linked stands in the twin, and is true.
        var officers = Linked(told, "Officer");
        var organisations = Linked(told, "Organisation");
        Assert.True(officers.Count > 2 && organisations.Count > 2, string.Join("\n", told["linked"]));
        Assert.All(officers, pair => Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident)));
        Assert.All(organisations, pair => Assert.Equal(pair.OnefileId, twin.OrganisationLink(pair.Ident)));
        var truth = Truth.From(twin.Twin.World);
        Assert.All(officers, pair =>
            Assert.Contains(truth.Officers, partner => partner.Ident == pair.Ident && partner.Live.Contains(TruePairs.Number(pair.OnefileId)))
        );
        Assert.All(organisations, pair =>
            Assert.Contains(truth.Organisations, partner => partner.Ident == pair.Ident && partner.Live.Contains(TruePairs.Number(pair.OnefileId)))
        );
        Assert.NotEmpty(told["findings"].Single());
        Assert.Contains("\"madeAt\"", await File.ReadAllTextAsync(Path.Combine(twin.Folder, "report.html")), StringComparison.OrdinalIgnoreCase);

        // One edition's journal is the other's: the chain is whole here too, with an intent and an outcome for each link.
        twin.Must($"$connection = {twin.ConnectLine}");
        var check = Assert.Single(twin.Must("Test-LinkHistory"));
        Assert.Equal($"True {2 * (officers.Count + organisations.Count)} {check.Text("Head")}", told["journal"].Single());
        Assert.Equal("True", check.Text("Ok"));
    }

    [MonoFact]
    public async Task The_dependencies_come_from_the_module_and_its_own_folder_for_Windows_PowerShell()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var loaded = (await WorkAsync(twin))["loaded"].Select(line => line.Split(' ', 2)).ToDictionary(line => line[0], line => line[1]);
        string[] own =
        [
            "PicsOnefile.Core",
            "Microsoft.Data.Sqlite",
            "SQLitePCLRaw.core",
            "SQLitePCLRaw.provider.e_sqlite3",
            "Dapper",
            "Newtonsoft.Json",
            "Polly.Core",
            "CsvHelper",
            "F23.StringSimilarity",
            "Microsoft.Bcl.TimeProvider",
        ];
        Assert.All(own, name => Assert.Equal(BuiltModule.PathOf($"Dependencies/{name}.dll"), loaded[name]));
        Assert.All((string[])["System.Memory", "System.Runtime.CompilerServices.Unsafe"], name =>
            Assert.Equal(BuiltModule.PathOf($"Dependencies/Desktop/{name}.dll"), loaded[name])
        );
        Assert.DoesNotContain("PicsOnefile.PowerShell.Loader", loaded.Keys);
    }

    // Windows PowerShell 5.1 begins with SSL 3 and TLS 1.0 where the .NET Framework is not set to what Windows itself allows (SystemDefault).
    [MonoTheory]
    [InlineData("Ssl3, Tls", "Ssl3, Tls, Tls12")]
    [InlineData("Tls12", "Tls12")]
    [InlineData("SystemDefault", "SystemDefault")]
    public async Task It_asks_for_TLS_1_2_itself_and_takes_nothing_away(string before, string after)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        Assert.Equal([after], (await WorkAsync(twin, before))["tls"]);
    }

    private static IEnumerable<string> Exported() =>
        System
            .Text.RegularExpressions.Regex.Matches(File.ReadAllText(BuiltModule.PathOf("PicsOnefile.PowerShell.psd1")), "'([A-Z][a-z]+-[A-Za-z]+)'")
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal);

    private static List<TruePair> Linked(ILookup<string, string> told, string kind) =>
        [.. told["linked"].Select(line => line.Split(' ')).Where(parts => parts[0] == kind).Select(parts => new TruePair(parts[1], parts[2]))];

    private static async Task<ILookup<string, string>> WorkAsync(TwinShell twin, string protocols = "")
    {
        var start = new ProcessStartInfo(MonoFactAttribute.Path!)
        {
            ArgumentList = { BuiltModule.Built("tests/PicsOnefile.Framework", "net472", "PicsOnefile.Framework.exe"), BuiltModule.Folder, twin.Folder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var credentials = twin.Twin.Credentials;
        start.Environment["TWIN_ENVIRONMENT"] = credentials.Environment;
        start.Environment["TWIN_ONEFILE"] = twin.Server.OnefileAddress.ToString();
        start.Environment["TWIN_TLS"] = protocols;
        start.Environment["TWIN_PICSWEB"] = twin.Server.PicsWebAddress.ToString();
        start.Environment["PICSONEFILE_CUSTOMER_TOKEN"] = credentials.CustomerToken;
        start.Environment["PICSONEFILE_API_USER"] = credentials.ApiUser;
        start.Environment["PICSONEFILE_API_PASSWORD"] = credentials.ApiPassword;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"It ended with {process.ExitCode}.\n{output}\n{await errors}");
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t', 2))
            .ToLookup(line => line[0], line => line[1]);
    }
}
