using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>The one sandbox of each runspace, and the connection to it. The process of a runspace that is forgotten ends, because its pipe is closed.</summary>
internal sealed class RunningSandbox
{
    private static readonly ConditionalWeakTable<Runspace, RunningSandbox> Started = new();

    private readonly SandboxProcess _process;
    private readonly List<PicsOnefileSession> _sessions = [];

    private RunningSandbox(SandboxProcess process) => _process = process;

    /// <summary>What this runspace has started; null where it has started nothing, or where it was ended by <see cref="End"/>.</summary>
    public static RunningSandbox? Here => Runspace.DefaultRunspace is { } runspace && Started.TryGetValue(runspace, out var started) ? started : null;

    /// <summary>Finds the sandbox of this runspace by its profile's name, to connect to it again.</summary>
    /// <returns>The sandbox; null for another name, or where none runs.</returns>
    public static RunningSandbox? Find(string profileName) =>
        Here is { IsRunning: true } here && RecordId.Same(profileName, here.Profile.ProfileName) ? here : null;

    /// <summary>What the user was shown.</summary>
    public PicsOnefileSandbox Description => _process.Description;

    /// <summary>The settings to connect with.</summary>
    public PicsOnefileProfile Profile => _process.Profile;

    /// <summary>A copy of the secrets to connect with.</summary>
    public ConnectionSecrets Secrets => _process.Secrets;

    /// <summary>Whether its process still runs.</summary>
    public bool IsRunning => _process.IsRunning;

    /// <summary>What to tell of a process that has ended without <see cref="End"/>.</summary>
    public string EndedByItself =>
        $"The process of the sandbox (ID {Description.Id}) has ended by itself, with exit code {_process.ExitCode}. Its records are gone.";

    /// <summary>The error that there is one already.</summary>
    public PicsOnefileException AlreadyRuns =>
        ErrorKinds.SandboxRunning.For(
            Description,
            $"A sandbox runs already in this session: process {Description.Id}, {Description.OnefileAddress}."
                + (OpenConnections.Here.Any(_sessions.Contains) ? "" : $" Connect-PicsOnefile -ProfileName {Profile.ProfileName} connects to it again.")
        );

    /// <summary>Keeps a sandbox that was started in this runspace.</summary>
    /// <returns>The sandbox.</returns>
    public static RunningSandbox Keep(SandboxProcess process)
    {
        var started = new RunningSandbox(process);
        Started.Add(Runspace.DefaultRunspace, started);
        return started;
    }

    /// <summary>Notes a session with it, which ends with it.</summary>
    public void Add(PicsOnefileSession session) => _sessions.Add(session);

    /// <summary>Closes the connections, so that its files are free, and ends the process.</summary>
    public void End()
    {
        _sessions.ForEach(OpenConnections.Close);
        _process.Dispose();
        Started.Remove(Runspace.DefaultRunspace);
    }
}
