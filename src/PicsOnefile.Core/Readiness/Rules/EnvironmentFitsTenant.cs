using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// A training PICSWeb uses Practice or Beta (vendor help pages). That a training system has one of these words in its address is an assumption: the rule
/// never blocks.
/// </summary>
internal sealed class EnvironmentFitsTenant()
    : ReadinessRule(
        "PO-C007",
        FindingSeverity.Warning,
        "A training PICSWeb uses Practice or Beta, the real one uses Live",
        "Connect-PicsOnefile -Environment Practice or Beta with a training PICSWeb, Live with the real one."
    )
{
    private static readonly IReadOnlyList<string> TrainingWords = ["train", "test", "demo", "practice", "sandbox", "uat", "staging"];

    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (facts.PicsWebAddress is null || !Uri.TryCreate(facts.PicsWebAddress, UriKind.Absolute, out var address))
            return
            [
                NotChecked(
                    facts,
                    "No PICSWeb address is known: exported lists do not say which system they come from.",
                    "Make sure that the lists come from the system that is meant."
                ),
            ];
        var tenant = address.IsLoopback ? null : address.Host.Split('.')[0];
        var training = tenant is not null && TrainingWords.Any(word => tenant.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
        return (facts.Environment, training) switch
        {
            (OnefileEnvironment.Live, true) =>
            [
                Found(
                    facts,
                    address.Host,
                    null,
                    $"{address.Host} looks like a training system, and Live is connected: made-up learners would be uploaded to the real Onefile.",
                    "Connect-PicsOnefile -Environment Practice."
                ),
            ],
            (not OnefileEnvironment.Live, false) =>
            [
                Found(
                    facts,
                    address.Host,
                    null,
                    $"{facts.Environment} is connected. If {address.Host} is not a training system, real records would be given IDs of {facts.Environment}.",
                    "Use a training PICSWeb with Practice and Beta, and Live with the real one.",
                    FindingSeverity.Information
                ),
            ],
            _ => [],
        };
    }
}
