using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;

namespace PicsOnefile.Windows.Runner;

/// <summary>Windows' .NET and PowerShell, made of packages, for a machine that is no Windows.</summary>
/// <param name="DotnetFolder">What DOTNET_ROOT names.</param>
/// <param name="PowerShellFolder">The folder with pwsh.exe.</param>
public sealed record WindowsRuntime(string DotnetFolder, string PowerShellFolder)
{
    /// <summary>Fetches what is not there yet, and lays it out.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <returns>Where it lies.</returns>
    /// <exception cref="InvalidOperationException">It could not be fetched.</exception>
    public static WindowsRuntime LayOut(string repository)
    {
        DotnetCommand.Run(repository, "tool", "restore");
        var project = Path.Combine(repository, "tests/PicsOnefile.Windows/Runtime/Runtime.csproj");
        var said = DotnetCommand.Run(
            repository,
            "msbuild",
            project,
            "-nologo",
            "-restore",
            "-target:LayOut",
            $"-getProperty:{nameof(DotnetFolder)}",
            $"-getProperty:{nameof(PowerShellFolder)}"
        );
        using var answer = JsonDocument.Parse(said);
        var properties = answer.RootElement.GetProperty("Properties");
        return new(properties.GetProperty(nameof(DotnetFolder)).GetString()!, properties.GetProperty(nameof(PowerShellFolder)).GetString()!);
    }
}

/// <summary>The SDK's own command.</summary>
public static class DotnetCommand
{
    /// <summary>Runs it and answers what it wrote.</summary>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote.</exception>
    public static string Run(string folder, params string[] arguments)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var said = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        return dotnet.ExitCode == 0 ? said : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {said}");
    }
}
