using System;
using System.Collections.Generic;
using System.IO;
using PicsOnefile.Benchmarks;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Benchmarks.Micro;
using PicsOnefile.Benchmarks.OwnData;
using PicsOnefile.Benchmarks.Scale;
using PicsOnefile.Errors;

// The commands; each reads the arguments after its name and answers the exit code.
var commands = new Dictionary<string, Func<Arguments, int>>(StringComparer.OrdinalIgnoreCase)
{
    ["matching"] = MatchingCommand.Run,
    ["data"] = DataCommand.Run,
    ["scale"] = ScaleCommand.Run,
    ["micro"] = MicroCommand.Run,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Commands: {string.Join(", ", commands.Keys)} (see tests/README.md).");
    return 2;
}

try
{
    return run(new Arguments(args[1..]));
}
catch (Exception error) when (error is FormatException or IOException or PicsOnefileException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
