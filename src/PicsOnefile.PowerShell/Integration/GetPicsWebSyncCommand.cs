using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Integration;

/// <summary>Shows PICSWeb's OneFile settings and Integration Status.</summary>
[Cmdlet(VerbsCommon.Get, "PicsWebSync")]
[OutputType(typeof(IntegrationSettings))]
public sealed class GetPicsWebSyncCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(Run(run => Session.Switch.GetAsync(run)));
}
