using System;
using PicsOnefile.Sandbox.CommandLines;
using PicsOnefile.Windows.Inside;
using PicsOnefile.Windows.Runner;

// What people and CI run has no command's name. It starts the two commands on Windows' .NET.
var run = RunCommand.Create();
run.Add(TestsCommand.Create());
run.Add(StartCommand.Create());
return await CommandProgram.RunAsync(run, args, error => error is FormatException or InvalidOperationException);
