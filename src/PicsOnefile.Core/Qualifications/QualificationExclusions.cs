using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>Keeps what people say about qualifications, and takes off the worklist what is not wanted any more because of it.</summary>
public sealed class QualificationExclusions(Workspace workspace, ChangeService changeService)
{
    /// <summary>Plans an exclusion.</summary>
    /// <param name="snapshot">Both sides as they are.</param>
    /// <param name="qualificationId">PICSWeb's key of the qualification; null for a component that is meant to have none.</param>
    /// <param name="code">Onefile's code; null for a qualification that is to be left alone altogether, and beside one for the pair.</param>
    /// <param name="reason">The reason, for the ledger.</param>
    /// <returns>The exclusion to keep, or why it cannot be kept.</returns>
    public PlanItem Plan(StandardSnapshot snapshot, string? qualificationId, string? code, string reason)
    {
        qualificationId = snapshot.QualificationIdOf(qualificationId);
        var exclusion = new LinkExclusion
        {
            Environment = workspace.Environment,
            Kind = ExclusionKind.Qualification,
            Ident = qualificationId,
            OnefileId = ExclusionIndex.CodeOf(code),
            Reason = reason,
            Actor = RunningAccount.Name,
            At = workspace.Clock.GetUtcNow(),
        };
        if (exclusion is { Ident: null, OnefileId: null })
            return Refused(ErrorKinds.VqRequestInvalid.For(null, "It names neither a qualification nor a code."));
        if (qualificationId is not null && snapshot.Qualification(qualificationId) is null)
            return Refused(
                ErrorKinds.RecordUnknown.For(qualificationId, $"PICSWeb has no qualification '{qualificationId}'.{snapshot.HintOfId(qualificationId)}")
            );
        return qualificationId is null && !IsKnown(snapshot, exclusion.OnefileId!)
            ? Refused(ErrorKinds.RecordUnknown.For(code, $"Neither Onefile nor PICSWeb knows the code '{code}'."))
            : new(new PlanStep.Exclude(exclusion, ExclusionWords.Target(exclusion, workspace.Terms), $"Exclude ({exclusion.Reason})"));
    }

    private static PlanItem Refused(PicsOnefileException why) => new(new PlanStep.Refused(why));

    /// <summary>Keeps them.</summary>
    public void Keep(IReadOnlyCollection<LinkExclusion> exclusions)
    {
        if (exclusions.Count > 0)
            OlderRejections.Since(workspace.Cache.Ledger, workspace.Environment, exclusions.Min(exclusion => exclusion.At));
        foreach (var exclusion in exclusions)
            workspace.Cache.Ledger.Exclude(exclusion);
        if (exclusions.Count > 0)
            changeService.TakeFromWorklist([
                .. workspace.Cache.Worklist.Waiting(workspace.Environment).Where(item => IsUnwanted(item, ExclusionIndex.From(exclusions))),
            ]);
    }

    /// <summary>Takes back the rejection of a pair or the exclusion of a code. A person has decided for the pair after all.</summary>
    internal void TakeBack(ExclusionIndex said, PlannedChange change)
    {
        foreach (var exclusion in new[] { said.OfPair(change.Key, change.NewValue), said.OfCode(change.NewValue) }.OfType<LinkExclusion>())
            workspace.Cache.Ledger.Include(exclusion);
    }

    private static bool IsKnown(StandardSnapshot snapshot, string code) =>
        snapshot.OnefileCodeFor(code) is not null
        || (ComponentKey.From(OnefileCode.Parse(code)) is { } key && snapshot.Row(key.StandardCode, key.Kind) is not null);

    private static bool IsUnwanted(WaitingChange item, ExclusionIndex said) =>
        item.Kind switch
        {
            NewQualifications.Kind => said.OfCode(item.NewValue) is not null,
            nameof(RecordKind.Qualification) => said.OfQualification(item.Key) is not null || said.OfPair(item.Key, item.NewValue) is not null,
            _ => false,
        };
}
