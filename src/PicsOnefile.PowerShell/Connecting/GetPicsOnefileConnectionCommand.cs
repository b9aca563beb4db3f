using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Shows the connections that this runspace has opened: both sides' state, the API map's availability, the calls left this minute.</summary>
[Cmdlet(VerbsCommon.Get, "PicsOnefileConnection")]
[OutputType(typeof(PicsOnefileConnection))]
public sealed class GetPicsOnefileConnectionCommand : PicsOnefileCmdlet
{
    /// <summary>Only the connections of this profile; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string ProfileName { get; set; } = "*";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var wanted = Fits(ProfileName);
        WriteObject(
            OpenConnections.Here.Where(session => wanted?.Invoke(session.Profile.ProfileName) ?? false).Select(session => session.Describe()),
            enumerateCollection: true
        );
    }
}
