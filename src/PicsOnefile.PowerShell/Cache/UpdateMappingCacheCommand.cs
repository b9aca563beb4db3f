using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Setup;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Reads everything anew from both systems.</summary>
[Cmdlet(VerbsData.Update, "MappingCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(MappingCacheEntry))]
public sealed class UpdateMappingCacheCommand : ConnectedCmdlet
{
    /// <summary>Shows what is cached afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess(Session.Cache.Location, "Read both systems anew"))
            return;
        Run(run => new WholeReading(Session).ReadAsync(run));
        if (PassThru)
            WriteObject(OrEnd(Session.Cache.Describe), enumerateCollection: true);
    }
}
