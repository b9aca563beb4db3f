using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Drops what was read from both systems. The journal, exclusions and attestations are never touched.</summary>
[Cmdlet(VerbsCommon.Clear, "MappingCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class ClearMappingCacheCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var cache = Session.Cache;
        if (ShouldProcess(cache.Location, "Drop the cached records (the journal stays)"))
        {
            OrEnd(() =>
            {
                cache.Clear();
                return true;
            });
        }
    }
}
