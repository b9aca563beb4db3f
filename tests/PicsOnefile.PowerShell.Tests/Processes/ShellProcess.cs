using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Processes;

/// <summary>Runs scripts in processes of their own: what a test loads into one, no other test sees.</summary>
internal static class ShellProcess
{
    private static readonly string[] Programs = ["pwsh", "pwsh.exe"];
    private static readonly string[] OfFile = ["-NoProfile", "-NonInteractive", "-File"];
    private static readonly string[] ToolCommand = ["dotnet", "tool", "run", "pwsh", "--"];

    /// <summary>
    /// The command that starts PowerShell: the one on the PATH, else the tool of this repository's manifest where <c>dotnet tool restore</c> fetched it;
    /// null where neither is.
    /// </summary>
    public static IReadOnlyList<string>? Pwsh { get; } = OnPath(Programs) is { } file ? [file] : Tool();

    /// <summary>The program of util-linux that runs another one on a terminal of its own; null where it is not.</summary>
    public static string? Script { get; } = OperatingSystem.IsLinux() ? OnPath(["script"]) : null;

    /// <summary>The engine alone, and pwsh where it is installed.</summary>
    public static IReadOnlyList<string> Shells { get; } = Pwsh is null ? ["engine"] : ["engine", "pwsh"];

    /// <summary>
    /// Runs a script that must not fail, and answers its lines. It finds the module at $module and the twin's addresses at $onefile, $picsWeb and $environment;
    /// the secrets are in the environment.
    /// </summary>
    public static async Task<IReadOnlyList<string>> MustAsync(
        string shell,
        TwinShell twin,
        string script,
        string? modulePath = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var settings = $"""
            $ErrorActionPreference = 'Stop'
            $module = '{BuiltModule.PathOf("PicsOnefile.PowerShell.psd1")}'
            $folder = '{twin.Folder}'
            $onefile = '{twin.Server.OnefileAddress}'
            $picsWeb = '{twin.Server.PicsWebAddress}'
            $environment = '{twin.Twin.Credentials.Environment}'

            """;
        var file = twin.Save($"{Guid.NewGuid():N}.ps1", settings + script);
        var start = shell switch
        {
            "pwsh" => new ProcessStartInfo(Pwsh![0], [.. Pwsh.Skip(1), .. OfFile, file]) { WorkingDirectory = BuiltModule.Root },
            // The same on a terminal of its own.
            "terminal" => new ProcessStartInfo(
                Script!,
                ["-qefc", string.Join(' ', Pwsh!.Concat(OfFile).Append(file).Select(word => $"'{word}'")), "/dev/null"]
            )
            {
                WorkingDirectory = BuiltModule.Root,
            },
            _ => new ProcessStartInfo("dotnet", [typeof(ShellProcess).Assembly.Location, file]),
        };
        Give(start, twin);
        if (modulePath is not null)
            start.Environment["PSModulePath"] = modulePath;
        else
            // The tests' own shells want it empty; a process of its own starts with what it would have.
            start.Environment.Remove("PSModulePath");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return await RunAsync(start);
    }

    /// <summary>Hands a process the twin's secrets.</summary>
    public static void Give(ProcessStartInfo start, TwinShell twin)
    {
        start.Environment["PICSONEFILE_CUSTOMER_TOKEN"] = twin.Twin.Credentials.CustomerToken;
        start.Environment["PICSONEFILE_API_USER"] = twin.Twin.Credentials.ApiUser;
        start.Environment["PICSONEFILE_API_PASSWORD"] = twin.Twin.Credentials.ApiPassword;
    }

    /// <summary>Runs a process that must end with 0, and answers the lines of its standard output.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.\n{output}\n{await errors}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))];
    }

    private static string? OnPath(IEnumerable<string> programs) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => programs.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    // Whether the tool is fetched, only the SDK knows.
    private static string[]? Tool()
    {
        using var asked = Process.Start(
            new ProcessStartInfo(ToolCommand[0], [.. ToolCommand.Skip(1), "-Version"])
            {
                WorkingDirectory = BuiltModule.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        asked.ErrorDataReceived += (_, _) => { };
        asked.BeginErrorReadLine();
        asked.StandardOutput.ReadToEnd();
        asked.WaitForExit();
        return asked.ExitCode == 0 ? ToolCommand : null;
    }
}
