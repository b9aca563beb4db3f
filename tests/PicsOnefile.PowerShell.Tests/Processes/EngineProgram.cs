using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Rehearsal;

namespace PicsOnefile.PowerShell.Tests.Processes;

/// <summary>
/// A shell without a console in a process of its own: <c>dotnet PicsOnefile.PowerShell.Tests.dll SCRIPT</c> runs a file as <c>pwsh -File</c> does.
/// </summary>
internal static class EngineProgram
{
    private static async Task<int> Main(string[] arguments)
    {
        var state = InitialSessionState.CreateDefault2();
        using var runspace = RunspaceFactory.CreateRunspace(new ShellHost(Console.Out), state);
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript(await File.ReadAllTextAsync(arguments[0]));
        try
        {
            foreach (var line in shell.Invoke())
                Console.WriteLine(line);
        }
        catch (RuntimeException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.ErrorRecord}\n{failure}");
            return 1;
        }
        foreach (var error in shell.Streams.Error)
            await Console.Error.WriteLineAsync($"{error}\n{error.Exception}");
        return shell.Streams.Error.Count == 0 ? 0 : 1;
    }
}
