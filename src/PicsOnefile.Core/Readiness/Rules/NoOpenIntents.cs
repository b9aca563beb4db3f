using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;

namespace PicsOnefile.Readiness.Rules;

/// <summary>Links and references are judged by what the systems say now, so that an open intent alone blocks nothing.</summary>
internal sealed class NoOpenIntents() : ReadinessRule(
    "PO-J001",
    FindingSeverity.Warning,
    "Every change that was begun has an outcome",
    "Connect-PicsOnefile settles it by looking; Get-LinkHistory -Open shows it.")
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) => facts.OpenIntents.Select(intent => Found(
        facts,
        intent.Key,
        null,
        $"{facts.Terms.Record(intent.Kind, intent.Key)}: {intent.Field} was to become {(string.IsNullOrEmpty(intent.NewValue) ? "empty" : $"'{intent.NewValue}'")} (run {intent.RunId}), and the process ended before the outcome was known.",
        RemedyOf(facts, intent),
        intent.Environment == facts.Environment ? FindingSeverity.Warning : FindingSeverity.Information));

    private static string RemedyOf(ReadinessFacts facts, Change intent)
    {
        if (intent.Environment != facts.Environment)
            return $"It is settled at the next connection to {intent.Environment}.";
        return intent.Kind == RecordKind.Integration.ToString() ? "Get-PicsWebSync settles it by looking." : "Connect-PicsOnefile settles it by looking; Get-LinkHistory -Open shows it.";
    }
}
