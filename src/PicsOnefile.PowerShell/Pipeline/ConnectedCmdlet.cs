using System.Management.Automation;
using PicsOnefile.PowerShell.Connecting;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>A cmdlet that works on an open connection.</summary>
public abstract class ConnectedCmdlet : PicsOnefileCmdlet
{
    /// <summary>The connection to use; without it the one that was opened last in this runspace.</summary>
    [Parameter]
    [ConnectionObject]
    [ValidateNotNull]
    public PicsOnefileConnection? Connection { get; set; }

    /// <summary>The session behind the connection.</summary>
    private protected PicsOnefileSession Session { get; private set; } = null!;

    /// <summary>False where this call can do without a connection, for example with lists that are given.</summary>
    private protected virtual bool NeedsConnection => true;

    /// <summary>True where the cmdlet itself names the age of every list.</summary>
    private protected virtual bool ShowsAges => false;

    private protected override (int Left, int Limit)? CallsGranted => Session is null ? null : (Session.CallsLeft, Session.Profile.CallLimit);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // Read here and not where it is used: only the pipeline's thread knows the runspace of the default connection.
        if (!NeedsConnection)
            return;
        Session = OrEnd(() => OpenConnections.Find(Connection) ?? throw OpenConnections.Missing(Connection));
        Terms = Session.Terms;
    }

    // Reported while the pipeline takes warnings, and once for each problem, for every command would report it.
    private protected override void AtEnd(RunContext run)
    {
        if (!ShowsAges)
        {
            foreach (var warning in run.Lists.Warnings(list => IsNew(list.What)))
                run.Log.Warning(warning);
        }
        OpenConnections.Rest(Session, run.Log.Warning);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // What was written outside a run, and whatever ended the command.
        if (disposing)
            OpenConnections.Rest(Session, null);
        base.Dispose(disposing);
    }
}
