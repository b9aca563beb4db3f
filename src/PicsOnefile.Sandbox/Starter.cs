using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.PicsWeb;

namespace PicsOnefile.Sandbox;

/// <summary>
/// The program that started an attached twin. It is told everything in one line, through a pipe that nobody else reads. It keeps the twin's standard input
/// open: a process that ends, or is killed, closes it, and the twin ends with it. Nothing is left behind, not even the folder.
/// </summary>
public sealed class Starter : IDisposable
{
    // On Windows the files of a process that was killed are let go a moment later.
    private const int Tries = 50;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picsonefile-sandbox-");

    /// <summary>Makes the folder, which is for this account alone and goes when the twin ends.</summary>
    public Starter(TwinServer server)
    {
        var (twin, credentials) = (server.Twin, server.Twin.Credentials);
        if (!twin.Options.PicsWebApi)
            ExportedLists.WriteAll(twin, _folder.FullName);
        Greeting = new JsonObject
        {
            ["environment"] = credentials.Environment,
            ["onefileAddress"] = server.OnefileAddress.ToString(),
            ["picsWebAddress"] = twin.Options.PicsWebApi ? server.PicsWebAddress.ToString() : null,
            ["controlAddress"] = $"{server.Address}twin",
            ["customerToken"] = credentials.CustomerToken,
            ["apiUser"] = credentials.ApiUser,
            ["apiPassword"] = credentials.ApiPassword,
            ["seed"] = twin.Options.World.Seed,
            ["centres"] = twin.World.Centres.Count,
            ["assessors"] = twin.World.Assessors.Count(),
            ["placements"] = twin.World.Placements.Count,
            ["folder"] = _folder.FullName,
        }.ToJsonString();
    }

    /// <summary>
    /// Addresses, secrets and the folder, as one line of JSON in plain ASCII. The folder holds the exported lists of a tenant without the API.
    /// </summary>
    public string Greeting { get; }

    /// <summary>Completes when the starter has closed the twin's standard input, or has ended.</summary>
    public static Task EndAsync() => Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null));

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var left = Tries; _folder.Exists && left > 0; left--)
        {
            try
            {
                _folder.Delete(recursive: true);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(BetweenTries);
            }

            _folder.Refresh();
        }
    }
}
