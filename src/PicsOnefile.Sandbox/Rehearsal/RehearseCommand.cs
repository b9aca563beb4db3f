using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>
/// <c>rehearse</c>: builds the module (unless <c>--no-build</c> says that it is built), rehearses, and ends with 0 only if everything held. Takes the options
/// of <c>serve</c>.
/// </summary>
public static class RehearseCommand
{
    private const string NoBuild = "--no-build";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var (twin, rest) = CommandLine.Parse(arguments);
        var build = !rest.Contains(NoBuild);
        if (rest.FirstOrDefault(argument => argument != NoBuild) is { } unknown)
            throw new FormatException($"rehearse does not know '{unknown}'.");
        var module = HostedShell.FindModule(AppContext.BaseDirectory);
        if (build && !await BuildAsync(HostedShell.FindRoot(AppContext.BaseDirectory)))
            return 1;
        // Nothing of the person's own settings is read or changed. The variable is the process's, so it is set here and not in the rehearsal.
        var home = Directory.CreateTempSubdirectory("picsonefile-home-");
        try
        {
            Environment.SetEnvironmentVariable("PICSONEFILE_HOME", home.FullName);
            var report = await new Rehearsal(new RehearsalOptions { Twin = twin, Module = module }).RunAsync();
            return report.Succeeded ? 0 : 1;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    // The twin references nothing of the module, so that dotnet run does not build it.
    private static async Task<bool> BuildAsync(string root)
    {
        Console.WriteLine("Building the module ...");
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", Path.Combine(root, "src", "PicsOnefile.PowerShell"), "--verbosity", "quiet", "-nologo"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
            Console.WriteLine(output);
        return build.ExitCode == 0;
    }
}
