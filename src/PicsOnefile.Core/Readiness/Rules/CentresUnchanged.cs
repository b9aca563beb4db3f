using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

internal sealed class CentresUnchanged()
    : ReadinessRule(
        "PO-C004",
        FindingSeverity.Error,
        "The customer's centres are the ones that the link mode was chosen for",
        "Connect-PicsOnefile -LinkBy MisValue when a second centre appears, and link the records of every centre."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Centres.TryGet(out var centres, out var reason))
            return [NotChecked(facts, reason, "Run Test-PicsWebSync again when Onefile can be read.")];
        // A person who chose another mode since then has decided anew, knowing the centres.
        if (facts.CentresBefore is not { } before || before.LinkBy != facts.LinkBy)
            return [];
        var added = centres
            .Where(centre => !before.CentreIds.Contains(centre.CentreId))
            .Select(centre =>
                Found(
                    facts,
                    centre.CentreId,
                    centre.Name,
                    $"The centre {centre.Name} is new: {before.CentreIds.Count} centre(s) were known, and there are {centres.Count} now.",
                    RemedyOf(facts),
                    Weight(facts)
                )
            );
        var gone = before
            .CentreIds.Where(id => centres.All(centre => centre.CentreId != id))
            .Select(id =>
                Found(
                    facts,
                    id,
                    null,
                    $"The centre {id} is not there any more: {before.CentreIds.Count} centre(s) were known, and there are {centres.Count} now.",
                    RemedyOf(facts),
                    FindingSeverity.Warning
                )
            );
        return added.Concat(gone);
    }

    // With a second centre PICSWeb ignores Additional IDs. With one more of several, the MIS Values there are checked record by record.
    private static FindingSeverity Weight(ReadinessFacts facts) => facts.LinkBy == LinkBy.AdditionalId ? FindingSeverity.Error : FindingSeverity.Warning;

    private static string RemedyOf(ReadinessFacts facts) =>
        facts.LinkBy == LinkBy.AdditionalId
            ? "Connect-PicsOnefile -LinkBy MisValue, and link every centre by MIS Value."
            : "Link the records of every centre: Get-OnefileAssessor -Unlinked | Find-OfficerLink. The next Enable-PicsWebSync takes these centres as the "
                + "known ones.";
}
