using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Shows what is cached, how old and how large.</summary>
[Cmdlet(VerbsCommon.Get, "MappingCache")]
[OutputType(typeof(MappingCacheEntry))]
public sealed class GetMappingCacheCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(OrEnd(Session.Cache.Describe), enumerateCollection: true);
}
