using System.Collections.Generic;

namespace PicsOnefile.Readiness.Rules;

internal sealed class LinkModeFitsCentres()
    : ReadinessRule(
        "PO-C005",
        FindingSeverity.Error,
        "Records are linked in the way that PICSWeb uses with this number of centres",
        "Connect-PicsOnefile -LinkBy AdditionalId with one centre, -LinkBy MisValue with several."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Centres.TryGet(out var centres, out var reason))
            return [NotChecked(facts, reason, "Run Test-PicsWebSync again when Onefile can be read.")];
        return (facts.LinkBy, centres.Count) switch
        {
            (LinkBy.AdditionalId, > 1) =>
            [
                Found(
                    facts,
                    null,
                    null,
                    $"Links are made by Additional ID, and the customer has {centres.Count} centres: PICSWeb uses MIS Values then.",
                    "Connect-PicsOnefile -LinkBy MisValue.",
                    // Whether PICSWeb counts centres that it never enrols into is not known.
                    facts.OnlyCentre
                        is null
                        ? FindingSeverity.Error
                        : FindingSeverity.Warning
                ),
            ],
            (LinkBy.MisValue, 1) =>
            [
                Found(
                    facts,
                    null,
                    null,
                    "Links are made by MIS Value, and the customer has one centre: PICSWeb uses Additional IDs then.",
                    "Connect-PicsOnefile -LinkBy AdditionalId."
                ),
            ],
            _ => [],
        };
    }
}
