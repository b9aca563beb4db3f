using System.Management.Automation;
using PicsOnefile.Failures;
using PicsOnefile.Qualifications;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes an exclusion back: the record takes part again, and a rejected qualification may be proposed again.</summary>
[Cmdlet(VerbsCommon.Remove, "LinkExclusion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLinkExclusionCommand : LinkExclusionCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var exclusion = new LinkExclusion
        {
            Environment = Session.Environment,
            Kind = Kind,
            Ident = IsPair || string.IsNullOrEmpty(OnefileId) ? Ident : null,
            OnefileId = string.IsNullOrEmpty(OnefileId) ? null : Kind == ExclusionKind.Qualification ? SetAside.CodeOf(OnefileId) : OnefileId,
        };
        if (ShouldProcess(Target, "Take the exclusion back") && !OrEnd(() => Session.Cache.Ledger.Include(exclusion)))
            WriteFailure(FailureKinds.RecordUnknown.About(exclusion.OnefileId ?? exclusion.Ident, $"{Target} is not excluded."));
    }
}
