using System;
using System.CommandLine;
using System.IO;
using PicsOnefile.Benchmarks.Ablations;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Benchmarks.Micro;
using PicsOnefile.Benchmarks.OwnData;
using PicsOnefile.Benchmarks.Scale;
using PicsOnefile.Benchmarks.Threads;
using PicsOnefile.Errors;
using PicsOnefile.Sandbox.CommandLines;

return await CommandProgram.RunAsync(
    new RootCommand("Measures the matching against known truth, and how long it takes (see tests/README.md).")
    {
        MatchingCommand.Create(),
        DataCommand.Create(),
        AblationCommand.Create(),
        ThreadsCommand.Create(),
        ScaleCommand.Create(),
        MicroCommand.Create(),
    },
    args,
    error => error is FormatException or IOException or PicsOnefileException
);
