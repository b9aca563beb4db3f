using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.Rehearsal;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>A twin of its own, and a shell with the built module connected to it: what an administrator sits in front of.</summary>
public sealed class TwinShell : IAsyncDisposable
{
    private readonly StringWriter _screen;
    private readonly DirectoryInfo _folder;

    private TwinShell(TwinServer server, HostedShell shell, StringWriter screen, DirectoryInfo folder) =>
        (Server, Shell, _screen, _folder) = (server, shell, screen, folder);

    public TwinServer Server { get; }

    public Twin Twin => Server.Twin;

    public HostedShell Shell { get; }

    /// <summary>A folder that goes when the test ends.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What has been shown so far.</summary>
    public string Screen => _screen.ToString();

    /// <summary>Where the profiles of all tests lie.</summary>
    public static string Home { get; private set; } = "";

    // Profiles of all tests lie in one folder that is not the person's own; each test names its own profile.
    [ModuleInitializer]
    internal static void LeaveThePersonsSettingsAlone()
    {
        var home = Directory.CreateTempSubdirectory("picsonefile-tests-");
        Home = home.FullName;
        Environment.SetEnvironmentVariable("PICSONEFILE_HOME", home.FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => home.Delete(recursive: true);
    }

    /// <summary>A small world: enough of everything for one test.</summary>
    public static TwinOptions Small(int seed = 1, int centres = 1) =>
        new()
        {
            World = new WorldOptions
            {
                Seed = seed,
                Centres = centres,
                Assessors = 12,
                Placements = 8,
                Standards = 4,
            },
        };

    /// <summary>The same, with a Onefile whose rows say which accounts are archived; otherwise only the details of each tell.</summary>
    public static TwinOptions SmallWithArchivedRows() => Small() with { Switches = new TwinSwitches { ArchivedPlace = ArchivedPlace.RowsAndDetails } };

    /// <summary>Starts both; connected unless the test is about connecting.</summary>
    public static async Task<TwinShell> StartAsync(TwinOptions? options = null, bool connect = true, string with = "")
    {
        var server = await TwinServer.StartAsync(options ?? Small());
        var screen = new StringWriter();
        var folder = Directory.CreateTempSubdirectory("picsonefile-test-");
        var shell = new HostedShell(HostedShell.FindModule(AppContext.BaseDirectory), screen);
        var twin = new TwinShell(server, shell, screen, folder);
        shell.Set("token", Protect(server.Twin.Credentials.CustomerToken));
        shell.Set("user", new PSCredential(server.Twin.Credentials.ApiUser, Protect(server.Twin.Credentials.ApiPassword)));
        shell.Set("onefile", server.OnefileAddress);
        shell.Set("picsWeb", server.PicsWebAddress);
        shell.Set("folder", folder.FullName);
        shell.Set("cache", Path.Combine(folder.FullName, "cache.db"));
        if (connect)
            twin.Must($"$connection = {twin.ConnectLine} {with}");
        return twin;
    }

    /// <summary>The line that connects to this twin.</summary>
    public string ConnectLine =>
        $"Connect-PicsOnefile -Environment {Twin.Credentials.Environment} -OnefileAddress $onefile -PicsWebAddress $picsWeb -CustomerToken $token -ApiUser "
            + "$user -CachePath $cache"
        + (Twin.World.HasSeveralCentres ? " -LinkBy MisValue" : "");

    /// <summary>Runs a line and answers everything it wrote.</summary>
    public ShellResult Run(string script) => Shell.Run(script);

    /// <summary>Runs a line that must not write an error, and answers its output.</summary>
    public IReadOnlyList<PSObject> Must(string script)
    {
        var result = Shell.Run(script);
        if (result.Ended is { } ended)
            throw new Xunit.Sdk.XunitException($"{script} ended: {ended.Message}");
        if (result.Errors.Count > 0)
            throw new Xunit.Sdk.XunitException($"{script} wrote: {string.Join("; ", result.Errors)}");
        return result.Output;
    }

    /// <summary>The one error that a line must write (or end with).</summary>
    public ErrorRecord Fails(string script)
    {
        var result = Shell.Run(script);
        var errors = result.Errors.ToList();
        if (result.Ended is { } ended)
            errors.Add(ended.ErrorRecord);
        return Xunit.Assert.Single(errors);
    }

    /// <summary>Everything that both systems hold, as text.</summary>
    public string World()
    {
        lock (Twin.World.Gate)
        {
            var world = Twin.World;
            return JsonSerializer.Serialize(
                new
                {
                    world.Users,
                    world.Placements,
                    world.Officers,
                    world.Organisations,
                    world.Qualifications,
                    world.Learners,
                    world.Integration,
                }
            );
        }
    }

    /// <summary>The same without what a write stamps by itself: the row version and the time of the last change.</summary>
    public string Fields()
    {
        var world = JsonNode.Parse(World())!.AsObject();
        foreach (var record in world.SelectMany(kind => kind.Value is JsonObject records ? records.Select(row => row.Value) : []).OfType<JsonObject>())
        {
            record.Remove("Version");
            record.Remove("LastModified");
        }
        return world.ToJsonString();
    }

    /// <summary>How many rows the journal has.</summary>
    public int JournalLength => Must("Get-LinkHistory -Detailed").Count;

    /// <summary>Runs a line after which both systems and the journal must be as they were.</summary>
    public ShellResult ChangesNothing(string script)
    {
        var (world, journal) = (World(), JournalLength);
        var result = Run(script);
        Xunit.Assert.Equal(world, World());
        Xunit.Assert.Equal(journal, JournalLength);
        return result;
    }

    /// <summary>Changes the made-up data as somebody on the vendor's screen would.</summary>
    public void Edit(Action<TwinWorld> edit)
    {
        lock (Twin.World.Gate)
            edit(Twin.World);
    }

    /// <summary>Writes a file into the test's folder and answers its path.</summary>
    public string Save(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        Shell.Dispose();
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Text as a secret.</summary>
    public static SecureString Protect(string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
