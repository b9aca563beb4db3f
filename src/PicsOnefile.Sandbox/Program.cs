using System;
using System.CommandLine;
using System.IO;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.CommandLines;
using PicsOnefile.Sandbox.Rehearsal;

return await CommandProgram.RunAsync(
    new RootCommand("Onefile and PICSWeb as a local twin, with made-up records.") { ServeCommand.Create(), RehearseCommand.Create() },
    args,
    error => error is FormatException or ArgumentException or IOException
);
