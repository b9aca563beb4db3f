using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

internal sealed class DesktopFirstRunAhead()
    : ReadinessRule(
        "PO-D002",
        FindingSeverity.Information,
        "A former PICS Desktop customer knows what the first two-way run does",
        "Read about_PicsOnefile_DesktopMigration before Enable-PicsWebSync."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!DesktopFirstRun.IsAhead(facts.Attestations))
            return [];
        if (!facts.Integration.TryGet(out var settings, out var reason))
            return
            [
                NotChecked(
                    facts,
                    $"Whether PICSWeb has synchronised before is not known. {reason}",
                    "Look at Last Synchronised: OneFile Summary > Integration Status."
                ),
            ];
        return settings.LastSynchronised is not null
            ? []
            : DesktopFirstRun
                .Sentences(facts.Learners.Value, facts.Officers.Value, facts.Terms)
                .Select(sentence => Found(facts, null, null, sentence, "Read about_PicsOnefile_DesktopMigration before Enable-PicsWebSync."));
    }
}
