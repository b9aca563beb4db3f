using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Reliability;
using PicsOnefile.Reliability.Faults;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Spoilt;
using PicsOnefile.Reliability.Table;
using PicsOnefile.Reliability.Together;

// The commands; each reads the arguments after its name and answers the exit code.
var commands = new Dictionary<string, Func<Arguments, Task<int>>>(StringComparer.OrdinalIgnoreCase)
{
    ["long"] = LongCommand.RunAsync,
    ["faults"] = FaultCommand.RunAsync,
    ["kills"] = KillCommand.RunAsync,
    ["together"] = TogetherCommand.RunAsync,
    ["spoilt"] = SpoiltInputs.RunAsync,
    ["work"] = WorkCommand.RunAsync,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Commands: {string.Join(", ", commands.Keys)} (see tests/README.md).");
    return 2;
}

try
{
    return await run(new Arguments(args[1..]));
}
catch (FormatException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
