using System.Management.Automation;
using PicsOnefile.Failures;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes an exclusion back: the record takes part in linking again.</summary>
[Cmdlet(VerbsCommon.Remove, "LinkExclusion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLinkExclusionCommand : LinkExclusionCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var exclusion = new LinkExclusion
        {
            Kind = Kind,
            Ident = string.IsNullOrEmpty(OnefileId) ? Ident : null,
            OnefileId = string.IsNullOrEmpty(OnefileId) ? null : OnefileId,
        };
        if (ShouldProcess(Target, "Take the exclusion back") && !OrEnd(() => Session.Cache.Ledger.Include(exclusion)))
            WriteFailure(FailureKinds.RecordUnknown.About(exclusion.OnefileId ?? exclusion.Ident, $"{Target} is not excluded."));
    }
}
