using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Readiness.Rules;

internal sealed class OnefileAnswers()
    : ReadinessRule("PO-C001", FindingSeverity.Error, "Onefile answers", "Connect-PicsOnefile; check the address, the proxy and the network.")
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.Onefile switch
        {
            { Works: null } unasked => [NotChecked(facts, unasked.Detail, "Run Test-PicsWebSync without -Offline.")],
            // A refused token is the matter of the rule about the environment.
            { Works: false } failed when failed.ErrorId != ErrorKinds.CustomerTokenRefused.Id =>
            [
                Found(facts, facts.Environment.ToString(), null, $"Onefile ({facts.Environment}) does not answer as it should: {failed.Detail}", Remedy),
            ],
            _ => [],
        };
}
