using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes an exclusion back: the record takes part again, and a rejected qualification may be proposed again.</summary>
[Cmdlet(VerbsCommon.Remove, "LinkExclusion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByIds)]
public sealed class RemoveLinkExclusionCommand : LinkExclusionCommandBase
{
    private protected override IReadOnlyCollection<ReviewDecision> Opposite => [ReviewDecision.Exclude];

    private protected override ResultForm Form => ResultForm.Include;

    /// <inheritdoc/>
    protected override void EndProcessing() => ShowResult();

    private string Hint(string? ident, string? onefileId)
    {
        var standing = Session.Cache.Ledger.Exclusions(Session.Environment).Where(exclusion => exclusion.Kind == Kind).ToList();
        return AutoConversion.Hint(ident, standing.Select(exclusion => exclusion.Ident)) is { Length: > 0 } hint
            ? hint
            : AutoConversion.Hint(onefileId, standing.Select(exclusion => exclusion.OnefileId));
    }

    private protected override void Take()
    {
        var ident = IsPair || string.IsNullOrWhiteSpace(OnefileId) ? Ident : null;
        var onefileId =
            string.IsNullOrWhiteSpace(OnefileId) ? null
            : Kind == ExclusionKind.Qualification ? ExclusionIndex.CodeOf(OnefileId)
            : OnefileId;
        if (!Agreed(Target, "Take the exclusion back"))
            return;
        if (
            !OrEnd(() =>
                StandingExclusions.Named(Session.Cache.Ledger, Session.Environment, Kind, ident, onefileId) is { } standing
                && Session.Cache.Ledger.Include(standing)
            )
        )
        {
            Tally.Conclude(ResultKind.Refused);
            WriteError(ErrorKinds.RecordUnknown.For(onefileId ?? ident, $"{Target} is not excluded.{Hint(ident, onefileId)}"));
            return;
        }
        Tally.Conclude(ResultKind.Done);
    }
}
