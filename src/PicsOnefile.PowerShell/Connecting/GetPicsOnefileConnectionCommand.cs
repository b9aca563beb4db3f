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
        var wanted = WildcardPattern.Get(ProfileName, WildcardOptions.IgnoreCase);
        WriteObject(
            OpenConnections.Here.Where(session => wanted.IsMatch(session.Profile.ProfileName)).Select(session => session.Describe()),
            enumerateCollection: true
        );
    }
}
