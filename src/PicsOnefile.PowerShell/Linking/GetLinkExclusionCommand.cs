using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows the records that are meant to stay as they are in the connected environment, with actor, time and reason.</summary>
[Cmdlet(VerbsCommon.Get, "LinkExclusion")]
[OutputType(typeof(LinkExclusion))]
public sealed class GetLinkExclusionCommand : ConnectedCmdlet
{
    /// <summary>Only officers (with assessors), organisations (with placements) or qualifications (with what was rejected in a review).</summary>
    [Parameter(Position = 0)]
    public ExclusionKind? Kind { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteObject(
            OrEnd(() => Session.Cache.Ledger.Exclusions(Session.Environment)).Where(exclusion => Kind is null || exclusion.Kind == Kind),
            enumerateCollection: true
        );
}
