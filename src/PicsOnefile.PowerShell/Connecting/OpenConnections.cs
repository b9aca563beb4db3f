using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>The open sessions of this process, and which runspace opened them.</summary>
internal static class OpenConnections
{
    private static readonly ConcurrentDictionary<Guid, PicsOnefileSession> Sessions = new();

    private static readonly ConcurrentDictionary<Guid, byte> EverOpened = new();

    // By runspace, so that two scripts in one process neither change each other's default nor close each other's connections. Weakly, so that a closed runspace
    // is forgotten. A runspace runs one pipeline at a time, so its own list needs no lock.
    private static readonly ConditionalWeakTable<Runspace, List<Guid>> Opened = new();

    /// <summary>The open sessions of this runspace, in the order they were opened.</summary>
    public static IReadOnlyList<PicsOnefileSession> Here
    {
        get
        {
            if (Runspace.DefaultRunspace is not { } runspace || !Opened.TryGetValue(runspace, out var opened))
                return [];
            opened.RemoveAll(id => !Sessions.ContainsKey(id));
            return [.. opened.Select(id => Find(id)).OfType<PicsOnefileSession>()];
        }
    }

    /// <summary>Checks whether this process has ever opened the connection. A connection from a job, a file or another process was not opened here.</summary>
    /// <returns>True for a connection of this process, open or not.</returns>
    public static bool WasOpenedHere(PicsOnefileConnection connection) => EverOpened.ContainsKey(connection.ConnectionId);

    public static void Add(PicsOnefileSession session)
    {
        EverOpened[session.Id] = 0;
        Sessions[session.Id] = session;
        Opened.GetOrCreateValue(Runspace.DefaultRunspace).Add(session.Id);
    }

    /// <summary>
    /// Finds the session behind a connection, whichever runspace opened it. Without a connection it is the last one of this runspace that is still open.
    /// </summary>
    /// <returns>The session, or null.</returns>
    public static PicsOnefileSession? Find(PicsOnefileConnection? connection) =>
        connection is not null ? Find(connection.ConnectionId)
        : Here is { Count: > 0 } open ? open[open.Count - 1]
        : null;

    /// <summary>
    /// Makes the error that there is no session behind a connection, or no connection at all. For a connection of another process it says so, and how to
    /// connect there.
    /// </summary>
    /// <returns>The error.</returns>
    public static PicsOnefileException Missing(PicsOnefileConnection? connection) =>
        connection is null ? ErrorKinds.NotConnected.For(null, "No connection is open in this runspace.")
        : !WasOpenedHere(connection)
            ? ErrorKinds.NotConnected.For(
                connection,
                $"The connection{Named(connection)} was opened in another process: a connection does not travel to a job, a remote session or a file. "
                    + $"{Again(connection)}"
            )
        : ErrorKinds.NotConnected.For(connection, $"The connection{Named(connection)} has been closed.");

    public static void Close(PicsOnefileSession session)
    {
        if (Sessions.TryRemove(session.Id, out _))
            session.Dispose();
    }

    /// <summary>Closes the sessions of this runspace: what removing the module does.</summary>
    public static void CloseHere()
    {
        foreach (var session in Here)
            Close(session);
    }

    /// <summary>Ends every command: no data of it is left in a log beside the cache file, and the head of the journal is kept.</summary>
    /// <param name="session">The session; null, or a closed one, has nothing left.</param>
    /// <param name="warn">Called once for each session with what is wrong with the second file; null leaves it to the next command.</param>
    public static void Rest(PicsOnefileSession? session, Action<string>? warn)
    {
        if (session is null || !Sessions.ContainsKey(session.Id))
            return;
        try
        {
            session.Checkpoint(warn);
        }
        catch (Exception failure) when (failure is PicsOnefileException or ObjectDisposedException)
        {
            // The command is done. A problem of the cache is reported by the next command that uses it.
        }
    }

    private static string Named(PicsOnefileConnection connection) => connection.ProfileName.Length == 0 ? "" : $" to '{connection.ProfileName}'";

    private static string Again(PicsOnefileConnection connection) =>
        connection.ProfileName.Length == 0 || connection.ProfileName == PicsOnefileProfile.AdHoc
            ? "Connect inside the job with the same settings; Save-PicsOnefileProfile keeps them under a name."
            : $"Connect inside the job: Connect-PicsOnefile -ProfileName '{connection.ProfileName.Replace("'", "''")}'.";

    private static PicsOnefileSession? Find(Guid id) => Sessions.TryGetValue(id, out var session) ? session : null;
}
