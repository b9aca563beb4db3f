using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PicsOnefile.Setup;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>The open sessions of this process, and which runspace opened them.</summary>
internal static class OpenConnections
{
    private static readonly ConcurrentDictionary<Guid, PicsOnefileSession> Sessions = new();

    // By runspace, so that two scripts in one process neither change each other's default nor close each other's connections; weakly, so that a closed
    // runspace is forgotten. A runspace runs one pipeline at a time: its own list needs no lock.
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

    public static void Add(PicsOnefileSession session)
    {
        Sessions[session.Id] = session;
        Opened.GetOrCreateValue(Runspace.DefaultRunspace).Add(session.Id);
    }

    /// <summary>The session behind a connection, whichever runspace opened it; without one the last of this runspace that is still open, or null.</summary>
    public static PicsOnefileSession? Find(PicsOnefileConnection? connection) => connection is not null ? Find(connection.ConnectionId) : Here is { Count: > 0 } open ? open[open.Count - 1] : null;

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

    private static PicsOnefileSession? Find(Guid id) => Sessions.TryGetValue(id, out var session) ? session : null;
}
