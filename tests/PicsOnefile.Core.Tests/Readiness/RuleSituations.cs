using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Readiness;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>For each rule what an administrator may have in front of him, and what he is told. The letter of a rule's ID names the file of its rows.</summary>
internal static class RuleSituations
{
    public static readonly IReadOnlyList<Situation> Firing = [.. ConnectionSituations.Firing, .. LinkSituations.Firing, .. StandardSituations.Firing];

    public static readonly IReadOnlyList<Situation> Quiet = [.. ConnectionSituations.Quiet, .. LinkSituations.Quiet, .. StandardSituations.Quiet];

    /// <summary>The facts under which a rule has nothing to say: those above, and the two providers for whom all is well.</summary>
    public static IReadOnlyList<ReadinessFacts> QuietOf(string ruleId) =>
        [AllWell(), AllWell(LinkBy.MisValue), .. Quiet.Where(situation => situation.RuleId == ruleId).Select(situation => situation.Facts)];

    /// <summary>The facts under which a rule has something to look at and cannot.</summary>
    public static ReadinessFacts BlindTo(string ruleId) =>
        ruleId switch
        {
            "PO-L002" or "PO-L012" => Blind(LinkBy.MisValue),
            "PO-L009" => Blind(LinkBy.AdditionalId) with
            {
                Pending = [Recorded("O1", "11")],
                PendingReferences = [Waiting("Q1", "OLD", "196AS"), ToAdd("196GW")],
            },
            "PO-C008" => Blind(LinkBy.AdditionalId) with { Incomplete = ["PICSWeb counts 12 learners, and 10 came"] },
            "PO-L013" => Blind(LinkBy.AdditionalId) with { Rejected = Rejected("O1", "11"), RejectedCandidates = null },
            "PO-D002" => Blind(LinkBy.AdditionalId) with { Attestations = [Said(nameof(DesktopIntegration), nameof(DesktopIntegration.Deactivated))] },
            _ => Blind(LinkBy.AdditionalId),
        };
}
