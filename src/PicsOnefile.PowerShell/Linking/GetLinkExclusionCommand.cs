using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows the records that are meant to stay unlinked, with who said so, when and why.</summary>
[Cmdlet(VerbsCommon.Get, "LinkExclusion")]
[OutputType(typeof(LinkExclusion))]
public sealed class GetLinkExclusionCommand : ConnectedCmdlet
{
    /// <summary>Only officers (with assessors) or organisations (with placements).</summary>
    [Parameter(Position = 0)]
    public LinkKind? Kind { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteObject(OrEnd(Session.Cache.Ledger.Exclusions).Where(exclusion => Kind is null || exclusion.Kind == Kind), enumerateCollection: true);
}
