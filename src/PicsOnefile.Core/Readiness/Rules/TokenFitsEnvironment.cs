using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Readiness.Rules;

internal sealed class TokenFitsEnvironment()
    : ReadinessRule(
        "PO-C003",
        FindingSeverity.Error,
        "The customer token belongs to the connected environment",
        "Connect-PicsOnefile -Environment with the environment that the token was issued for."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.Onefile switch
        {
            { Works: true } => [],
            { Works: false } refused when refused.ErrorId == ErrorKinds.CustomerTokenRefused.Id =>
            [
                Found(
                    facts,
                    facts.Environment.ToString(),
                    null,
                    $"{facts.Environment} does not accept the customer token: {refused.Detail}",
                    "Connect-PicsOnefile -Environment with the environment that the token was issued for. A token belongs to one of Live, Practice and Beta."
                ),
            ],
            var unknown => [NotChecked(facts, unknown.Detail, "Run Test-PicsWebSync again when Onefile answers.")],
        };
}
