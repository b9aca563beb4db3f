using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Windows.Inside;
using PicsOnefile.Windows.Runner;

// The commands. The first is for people and CI; the others are started by it on Windows' .NET.
var commands = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.OrdinalIgnoreCase)
{
    ["run"] = RunCommand.RunAsync,
    ["tests"] = TestsCommand.RunAsync,
    ["start"] = StartCommand.RunAsync,
};

var name = args.Length == 0 || args[0].StartsWith('-') ? "run" : args[0];
if (!commands.TryGetValue(name, out var command))
{
    Console.Error.WriteLine($"Options: {RunOptions.Help} (see tests/README.md).");
    return 2;
}

try
{
    return await command(args.Length == 0 || args[0].StartsWith('-') ? args : args[1..]);
}
catch (Exception error) when (error is FormatException or InvalidOperationException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
