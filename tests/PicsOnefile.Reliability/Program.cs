using System;
using System.CommandLine;
using PicsOnefile.Reliability.Faults;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Spoilt;
using PicsOnefile.Reliability.Table;
using PicsOnefile.Reliability.Together;
using PicsOnefile.Sandbox.CommandLines;

return await CommandProgram.RunAsync(
    new RootCommand("Bulk runs under faults, killed processes and two at once: nothing lost, nothing doubled (see tests/README.md).")
    {
        LongCommand.Create(),
        FaultCommand.Create(),
        KillCommand.Create(),
        TogetherCommand.Create(),
        SpoiltInputs.Create(),
        WorkCommand.Create(),
    },
    args,
    error => error is FormatException
);
