using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>Windows through Wine, with a prefix of its own that goes when the run ends. No display is needed.</summary>
public sealed class Wine : IWindowsMachine
{
    private readonly string _prefix;
    private readonly WindowsRuntime _runtime;

    /// <summary>Wine with a prefix of its own; see <see cref="Prepare"/>.</summary>
    /// <param name="prefix">A folder for it, which is not there yet.</param>
    /// <param name="runtime">Windows' .NET.</param>
    public Wine(string prefix, WindowsRuntime runtime) => (_prefix, _runtime) = (prefix, runtime);

    /// <summary>Whether Wine is on the PATH.</summary>
    public static bool IsThere =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wine")));

    /// <inheritdoc/>
    public string Name => "Windows under Wine";

    /// <inheritdoc/>
    public IReadOnlyList<string> PowerShell => [WindowsPath(Path.Combine(_runtime.PowerShellFolder, "pwsh.exe"))];

    /// <inheritdoc/>
    public string? KnownFailures => "tests/PicsOnefile.Windows/known-failures.tsv";

    /// <inheritdoc/>
    public int BreaksAllowed => 8;

    /// <inheritdoc/>
    public void Prepare(Func<bool> isStopped)
    {
        try
        {
            Boot();
        }
        catch (InvalidOperationException failed) when (!isStopped())
        {
            // Now and then it fails on a machine that has much to do.
            Console.WriteLine($"-- {failed.Message} Once more.");
            EndPrograms();
            Directory.Delete(_prefix, recursive: true);
            Boot();
        }
    }

    /// <inheritdoc/>
    public string WindowsPath(string path) => "Z:" + path.Replace('/', '\\');

    /// <inheritdoc/>
    public string OwnPath(string path) => Path.Combine(_prefix, "dosdevices", path[..2].ToLowerInvariant()) + path[2..].Replace('\\', '/');

    /// <inheritdoc/>
    public ProcessStartInfo Start(IEnumerable<string> arguments) =>
        Command("wine", arguments.Prepend(Path.ChangeExtension(typeof(Wine).Assembly.Location, ".exe")));

    /// <inheritdoc/>
    public void EndPrograms()
    {
        // It takes a moment, in which nothing new can be started. A signal may ask for it as well, on a thread of its own.
        lock (_runtime)
        {
            foreach (var option in (string[])["--kill", "--wait"])
            {
                using var server = Process.Start(Command("wineserver", [option]));
                server?.WaitForExit();
            }
        }
    }

    // A prefix is a Windows 10 without programs.
    private void Boot()
    {
        // So nobody is asked whether Mono and Gecko are to be fetched: nothing here needs them.
        Run("wineboot", ["--init"], ("WINEDLLOVERRIDES", "mscoree=;mshtml="));
        Run("wine", ["winecfg", "-v", "win10"]);
        // The share that every Windows has of its drive for administrators: a path of a server is looked up here.
        var shares = Directory.CreateDirectory(Path.Combine(_prefix, "dosdevices/unc/localhost"));
        File.CreateSymbolicLink(Path.Combine(shares.FullName, "c$"), Path.Combine(_prefix, "drive_c"));
    }

    private void Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var command = Command(program, arguments);
        foreach (var (name, value) in variables)
            command.Environment[name] = value;
        command.RedirectStandardError = true;
        using var process = Process.Start(command)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }

    private ProcessStartInfo Command(string program, IEnumerable<string> arguments)
    {
        var command = new ProcessStartInfo(program, arguments);
        var variables = command.Environment;
        variables["WINEPREFIX"] = _prefix;
        variables["WINEDEBUG"] = "-all";
        // A program that breaks ends, and no debugger looks at it.
        variables["WINEDLLOVERRIDES"] = "winedbg.exe=d";
        variables["DOTNET_ROOT"] = WindowsPath(_runtime.DotnetFolder.TrimEnd('/'));
        // Without these two the runtime crashes now and then under Wine 8.
        variables["DOTNET_EnableWriteXorExecute"] = "0";
        variables["DOTNET_TieredCompilation"] = "0";
        // The garbage collector suspends all threads. Under Wine the runtime breaks where a thread ends in that moment, so the pool's threads do not end, and
        // it collects seldom: after 256 MB.
        variables["DOTNET_ThreadPool_ThreadTimeoutMs"] = "-1";
        variables["DOTNET_ThreadPool_ThreadsToKeepAlive"] = "-1";
        variables["DOTNET_GCgen0size"] = "10000000";
        variables["DOTNET_gcConcurrent"] = "0";
        // Every program begins with Inside/StartupHook, which mends what Wine's handling of exceptions leaves behind.
        variables["DOTNET_STARTUP_HOOKS"] = WindowsPath(typeof(Wine).Assembly.Location);
        variables["PSExecutionPolicyPreference"] = "Bypass";
        variables["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        variables["POWERSHELL_UPDATECHECK"] = "Off";
        // Of this system, and no paths of Windows.
        foreach (var name in (string[])["DOTNET_ROOT_X64", "DOTNET_HOST_PATH", "TMPDIR", "TEMP", "TMP", "PSModulePath", "MSBuildExtensionsPath"])
            variables.Remove(name);
        return command;
    }
}
