using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>The one sandbox of each runspace, and the connection to it. The process of a runspace that is forgotten ends, because its pipe is closed.</summary>
internal sealed class RunningSandbox
{
    private static readonly ConditionalWeakTable<Runspace, RunningSandbox> Started = new();

    private readonly SandboxProcess _process;
    private readonly PicsOnefileSession _session;

    private RunningSandbox(SandboxProcess process, PicsOnefileSession session) => (_process, _session) = (process, session);

    /// <summary>What this runspace has started; null where it has started nothing, or where it was ended by <see cref="End"/>.</summary>
    public static RunningSandbox? Here => Runspace.DefaultRunspace is { } runspace && Started.TryGetValue(runspace, out var started) ? started : null;

    /// <summary>What the user was shown.</summary>
    public PicsOnefileSandbox Description => _process.Description;

    /// <summary>Whether its process still runs.</summary>
    public bool IsRunning => _process.IsRunning;

    /// <summary>What to tell of a process that has ended without <see cref="End"/>.</summary>
    public string EndedByItself =>
        $"The process of the sandbox (ID {Description.Id}) has ended by itself, with exit code {_process.ExitCode}. Its records are gone.";

    /// <summary>The error that there is one already.</summary>
    public PicsOnefileException AlreadyRuns =>
        ErrorKinds.SandboxRunning.For(Description, $"A sandbox runs already in this session: process {Description.Id}, {Description.OnefileAddress}.");

    /// <summary>Keeps a sandbox that was started in this runspace.</summary>
    public static void Keep(SandboxProcess process, PicsOnefileSession session) => Started.Add(Runspace.DefaultRunspace, new RunningSandbox(process, session));

    /// <summary>Closes the connection, so that its files are free, and ends the process.</summary>
    public void End()
    {
        OpenConnections.Close(_session);
        _process.Dispose();
        Started.Remove(Runspace.DefaultRunspace);
    }
}
