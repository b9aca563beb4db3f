using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>Where the tests run: Windows itself, or Wine on another system.</summary>
public interface IWindowsMachine
{
    /// <summary>What the run's last line calls it.</summary>
    string Name { get; }

    /// <summary>The command that starts PowerShell 7 there.</summary>
    IReadOnlyList<string> PowerShell { get; }

    /// <summary>The list of tests that are known to fail there, as a path in the repository; null where all have to pass.</summary>
    string? KnownFailures { get; }

    /// <summary>How often the runtime itself may break there, and the rest of a part be run in another process.</summary>
    int BreaksAllowed { get; }

    /// <summary>Makes it ready to start programs.</summary>
    /// <param name="isStopped">Whether the run has been stopped, so that what failed is not tried again.</param>
    /// <exception cref="InvalidOperationException">It cannot be made ready.</exception>
    void Prepare(Func<bool> isStopped);

    /// <summary>A path of this system as programs of Windows see it.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>The same with drive and backslashes.</returns>
    string WindowsPath(string path);

    /// <summary>A path that a program of Windows named, on this system.</summary>
    /// <param name="path">A full path with a drive.</param>
    /// <returns>The same as this system opens it.</returns>
    string OwnPath(string path);

    /// <summary>How one of this program's commands is started on Windows' .NET.</summary>
    /// <param name="arguments">The command and its arguments, with paths of Windows.</param>
    /// <returns>What to start.</returns>
    ProcessStartInfo Start(IEnumerable<string> arguments);

    /// <summary>Ends every program that was started and is still there.</summary>
    void EndPrograms();
}

/// <summary>Windows itself: every path is what it is.</summary>
public sealed class NativeWindows : IWindowsMachine
{
    /// <inheritdoc/>
    public string Name => "Windows";

    /// <inheritdoc/>
    public IReadOnlyList<string> PowerShell { get; } = ["dotnet", "tool", "run", "pwsh", "--"];

    /// <inheritdoc/>
    public string? KnownFailures => null;

    /// <inheritdoc/>
    public int BreaksAllowed => 0;

    /// <inheritdoc/>
    public void Prepare(Func<bool> isStopped) { }

    /// <inheritdoc/>
    public string WindowsPath(string path) => path;

    /// <inheritdoc/>
    public string OwnPath(string path) => path;

    /// <inheritdoc/>
    public ProcessStartInfo Start(IEnumerable<string> arguments) => new("dotnet", arguments.Prepend(typeof(NativeWindows).Assembly.Location));

    /// <inheritdoc/>
    public void EndPrograms() { }
}
