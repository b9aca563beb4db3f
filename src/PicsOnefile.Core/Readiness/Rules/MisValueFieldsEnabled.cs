using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

internal sealed class MisValueFieldsEnabled()
    : ReadinessRule(
        "PO-L012",
        FindingSeverity.Error,
        "MIS Values can be set in Onefile",
        "Tick Centre > Settings > MIS Values > Enable MIS value fields in every centre, then Test-PicsWebSync -MisValueFields Enabled."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        // One value that was written and read back says more than any word.
        if (facts.LinkBy != LinkBy.MisValue || facts.MisValueWrites.Any(write => write.State == ChangeState.Done))
            return [];
        var failed = facts.MisValueWrites.Where(write => write.State == ChangeState.Failed).ToList();
        if (failed.Count > 0)
            return
            [
                Found(
                    facts,
                    null,
                    null,
                    $"None of {failed.Count} MIS Value(s) was there after it was written: the fields seem to be switched off, or the user may not edit them.",
                    Remedy
                ),
            ];
        return facts.Attestations.Any(said => said.Subject == nameof(MisValueFields))
            ? []
            : [NotChecked(facts, "No MIS Value was written yet, and nobody has said that the fields are enabled.", Remedy)];
    }
}
