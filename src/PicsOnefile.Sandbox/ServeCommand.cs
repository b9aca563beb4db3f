using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.World.Folder;

namespace PicsOnefile.Sandbox;

/// <summary><c>serve</c>: starts one twin, prints how to reach it, and runs until it is stopped.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var (options, rest) = CommandLine.Parse(arguments);
        var save = rest switch
        {
            [] => null,
            ["--save", var folder] => folder,
            [var one] when one.StartsWith("--save=", StringComparison.Ordinal) => one["--save=".Length..],
            _ => throw new FormatException($"serve cannot make sense of '{string.Join(' ', rest)}'."),
        };
        await using var server = await TwinServer.StartAsync(options);
        if (save is not null)
        {
            lock (server.Twin.World.Gate)
                WorldFolder.Write(server.Twin.World, save);
        }

        foreach (var line in Banner(server))
            Console.WriteLine(line);
        await server.WaitAsync();
        return 0;
    }

    private static IEnumerable<string> Banner(TwinServer server)
    {
        var (twin, world) = (server.Twin, server.Twin.World);
        yield return $"Onefile ({twin.Credentials.Environment})  {server.OnefileAddress}";
        yield return $"PICSWeb         {(twin.Options.PicsWebApi ? server.PicsWebAddress : "no API; exported lists under /twin/lists")}";
        yield return $"Control         {server.Address}twin";
        yield return $"Customer token  {twin.Credentials.CustomerToken}";
        yield return $"API user        {twin.Credentials.ApiUser}";
        yield return $"API password    {twin.Credentials.ApiPassword}";
        yield return $"Holds           {world.Centres.Count} centres, {world.Assessors.Count()} assessors, {world.Placements.Count} placements, "
            + $"{world.Standards.Count} standards; "
            + $"{world.Officers.Count} officers, {world.Organisations.Count} organisations, {world.Qualifications.Count} qualifications, "
            + $"{world.Learners.Count} learners";
        yield return "Ctrl+C stops it.";
    }
}
