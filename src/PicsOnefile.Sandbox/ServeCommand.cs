using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Runtime.InteropServices;
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
        var attached = CommandOption.Flag("--attached", "for a program that starts the twin: one line of JSON, and the end with standard input");
        var command = new Command("serve", "Starts one twin, prints how to reach it, and runs until it is stopped.") { save, attached };
        foreach (var one in TwinOption.All)
            command.Add(one.Option);
        command.SetAction((parsed, _) => RunAsync(TwinOption.Read(parsed), parsed.GetValue(save), parsed.GetValue(attached)));
        return command;
    }

    private static async Task<int> RunAsync(TwinOptions options, string? save, bool attached)
    {
        await using var server = await TwinServer.StartAsync(options);
        if (save is not null)
        {
            lock (server.Twin.World.Gate)
                WorldFolder.Write(server.Twin.World, save);
        }

        var stopped = new TaskCompletionSource();
        using var closed = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        if (attached)
        {
            using var starter = new Starter(server);
            Console.WriteLine(starter.Greeting);
            await Task.WhenAny(stopped.Task, Starter.EndAsync());
            return 0;
        }

        foreach (var line in Banner(server))
            Console.WriteLine(line);
        await stopped.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }

        // Ctrl+C reaches every program of a console. There it is meant for the shell that started the twin.
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (!attached)
                stopped.TrySetResult();
        }
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
        yield return "To connect, paste the next line into a PowerShell that has the module:";
        yield return ConnectLine.For(server);
        yield return "Ctrl+C stops it.";
    }
}
