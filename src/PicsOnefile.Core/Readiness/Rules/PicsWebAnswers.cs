using System.Collections.Generic;

namespace PicsOnefile.Readiness.Rules;

internal sealed class PicsWebAnswers()
    : ReadinessRule("PO-C002", FindingSeverity.Error, "PICSWeb answers", "Connect-PicsOnefile with the API user's name and password, or give exported lists.")
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.PicsWeb switch
        {
            { Works: null } unasked =>
            [
                NotChecked(
                    facts,
                    unasked.Detail,
                    "Run Test-PicsWebSync without -Offline. A tenant without the API is checked on its own screen: OneFile Summary > Integration Status."
                ),
            ],
            { Works: false } failed =>
            [
                Found(
                    facts,
                    facts.PicsWebAddress,
                    null,
                    $"PICSWeb does not answer as it should: {failed.Detail}",
                    "Connect-PicsOnefile with the API user's name and password (Users & Permissions > Actions > Create API User)."
                ),
            ],
            _ => [],
        };
}
