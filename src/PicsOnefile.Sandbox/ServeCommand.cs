using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.CommandLines;
using PicsOnefile.Sandbox.World.Folder;

namespace PicsOnefile.Sandbox;

/// <summary><c>serve</c>: starts one twin, prints how to reach it, and runs until it is stopped.</summary>
public static class ServeCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var save = CommandOption.Text("--save", "FOLDER", "writes the world as CSV files when it starts");
        var command = new Command("serve", "Starts one twin, prints how to reach it, and runs until it is stopped.") { save };
        foreach (var one in TwinOption.All)
            command.Add(one.Option);
        command.SetAction((parsed, _) => RunAsync(TwinOption.Read(parsed), parsed.GetValue(save)));
        return command;
    }

    private static async Task<int> RunAsync(TwinOptions options, string? save)
    {
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
