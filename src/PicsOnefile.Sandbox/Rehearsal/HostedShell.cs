using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>What a script wrote to the streams.</summary>
public sealed record ShellResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    RuntimeException? Ended
)
{
    /// <summary>The reports to the progress bar, where $ProgressPreference is Continue.</summary>
    public IReadOnlyList<string> Progress { get; init; } = [];

    /// <summary>Messages of the information stream, Write-Host's among them.</summary>
    public IReadOnlyList<string> Information { get; init; } = [];
}

/// <summary>
/// PowerShell's real engine without its console and without the Utility and Management modules: the language, the core commands,
/// the formatting, and the module as it was built.
/// </summary>
public sealed class HostedShell : IDisposable
{
    private readonly Runspace _runspace;
    private volatile PowerShell? _running;

    static HostedShell()
    {
        // Nothing of the machine's own PowerShell may help: what works here works with the engine alone.
        Environment.SetEnvironmentVariable("PSModulePath", "");
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
    }

    /// <summary>Opens a shell with the built module imported.</summary>
    /// <param name="module">The folder of the built module.</param>
    /// <param name="screen">Takes what an administrator would see.</param>
    public HostedShell(string module, TextWriter screen)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Path.Combine(module, "PicsOnefile.PowerShell.psd1"));
        state.Variables.Add(new SessionStateVariableEntry("ProgressPreference", ActionPreference.SilentlyContinue, ""));
        _runspace = RunspaceFactory.CreateRunspace(new ShellHost(screen), state);
        _runspace.Open();
    }

    /// <summary>The environment variable that names the folder of another module than the built one: a package that was unpacked.</summary>
    public const string ModuleVariable = "PICSONEFILE_MODULE";

    /// <summary>
    /// The built module of this checkout, out/PicsOnefile.PowerShell beside the solution above the given folder; or the one that PICSONEFILE_MODULE names.
    /// </summary>
    public static string FindModule(string from) =>
        Environment.GetEnvironmentVariable(ModuleVariable) is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(FindRoot(from), "out", "PicsOnefile.PowerShell");

    /// <summary>The checkout: the folder of the solution above the given one.</summary>
    public static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PicsOnefile.PowerShell.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"There is no PicsOnefile.PowerShell.sln above {from}.");
    }

    /// <summary>Makes a value known to later scripts.</summary>
    public void Set(string variable, object? value) => _runspace.SessionStateProxy.SetVariable(variable, value);

    /// <summary>Runs a script and returns what it wrote; an error that ends it is returned, not thrown.</summary>
    public ShellResult Run(string script)
    {
        using var shell = Shell();
        shell.AddScript(script, useLocalScope: false);
        return Invoke(shell);
    }

    /// <summary>Runs a script file as an administrator would, its output going through the formatting to the screen.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">The script's parameters.</param>
    public ShellResult RunFile(string path, IDictionary parameters)
    {
        using var shell = Shell();
        // A file's own path comes before its errors, and & runs it in its own scope.
        shell.AddCommand(path).AddParameters(parameters).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        return Invoke(shell);
    }

    /// <summary>Ctrl+C: asks what is running to stop, from any thread, and does not wait for it.</summary>
    public void Stop() => _running?.BeginStop(null, null);

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("Disconnect-PicsOnefile");
        _runspace.Dispose();
    }

    private PowerShell Shell()
    {
        var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell;
    }

    private ShellResult Invoke(PowerShell shell)
    {
        RuntimeException? ended = null;
        IReadOnlyList<PSObject> output = [];
        _running = shell;
        try
        {
            output = [.. shell.Invoke()];
        }
        catch (RuntimeException failure)
        {
            ended = failure;
        }
        finally
        {
            _running = null;
        }
        return new ShellResult(
            output,
            [.. shell.Streams.Error],
            [.. shell.Streams.Warning.Select(record => record.Message)],
            [.. shell.Streams.Verbose.Select(record => record.Message)],
            ended
        )
        {
            Progress = [.. shell.Streams.Progress.Select(record => $"{record.Activity}: {record.StatusDescription}")],
            Information = [.. shell.Streams.Information.Select(record => $"{record.MessageData}")],
        };
    }
}
