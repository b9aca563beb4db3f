using System;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>
/// <c>rehearse</c>: builds the module (unless one is named, or <c>--no-build</c> says that it is built), rehearses, and ends with 0 only if everything held.
/// Takes the options of <c>serve</c>.
/// </summary>
public static class RehearseCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var noBuild = CommandOption.Flag("--no-build", "the module is built already");
        var module = CommandOption.Text("--module", "FOLDER", "the folder of the module to rehearse with, in place of the built one; it is not built");
        var command = new Command("rehearse", "Builds the module, and prepares a twin with it. Ends with 0 only if everything held.") { noBuild, module };
        foreach (var one in TwinOption.All)
            command.Add(one.Option);
        command.SetAction((parsed, _) => RunAsync(TwinOption.Read(parsed), parsed.GetValue(module), build: !parsed.GetValue(noBuild)));
        return command;
    }

    private static async Task<int> RunAsync(TwinOptions twin, string? given, bool build)
    {
        // A module that is named is not built: the published program lies in no checkout.
        var named = given ?? Environment.GetEnvironmentVariable(HostedShell.ModuleVariable);
        if (string.IsNullOrEmpty(named) && build && !await BuildAsync(FindCheckout()))
            return 1;
        var module = given is null ? HostedShell.FindModule(AppContext.BaseDirectory) : Path.GetFullPath(given);
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

    private static string FindCheckout()
    {
        try
        {
            return HostedShell.FindRoot(AppContext.BaseDirectory);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new FormatException($"{error.Message} Name the folder of the module: --module FOLDER, or {HostedShell.ModuleVariable}.", error);
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
