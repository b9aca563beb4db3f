using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.PowerShell.Rows;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Closes a connection; without one, all that this runspace has opened.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PicsOnefile")]
public sealed class DisconnectPicsOnefileCommand : PicsOnefileCmdlet
{
    /// <summary>The connection to close.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ConnectionObject]
    public PicsOnefileConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A connection that was closed already needs nothing. One of another process is not closed here, and silence would look as if it were.
        if (Connection is not null && !OpenConnections.WasOpenedHere(Connection))
            WriteError(OpenConnections.Missing(Connection));
        var sessions =
            Connection is null ? OpenConnections.Here
            : OpenConnections.Find(Connection) is { } given ? [given]
            : [];
        foreach (var session in sessions)
        {
            OpenConnections.Close(session);
            WriteVerbose($"Closed the connection to '{session.Profile.ProfileName}'.");
        }
    }
}
