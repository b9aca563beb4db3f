using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.Rehearsal;

// The commands; each reads the arguments after its name and returns the exit code.
var commands = new Dictionary<string, Func<IReadOnlyList<string>, Task<int>>>(StringComparer.OrdinalIgnoreCase)
{
    ["serve"] = ServeCommand.RunAsync,
    ["rehearse"] = RehearseCommand.RunAsync,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Commands: {string.Join(", ", commands.Keys)}. Options of serve, besides --save FOLDER (writes the world as CSV files):");
    foreach (var line in CommandLine.Help())
        Console.Error.WriteLine(line);
    return 2;
}

try
{
    return await run(args[1..]);
}
catch (Exception error) when (error is FormatException or ArgumentException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
