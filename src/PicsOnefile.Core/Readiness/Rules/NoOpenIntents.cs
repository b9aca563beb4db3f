using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness.Rules;

/// <summary>Links and references are judged by what the systems say now, so that an open intent alone blocks nothing.</summary>
internal sealed class NoOpenIntents()
    : ReadinessRule(
        "PO-J001",
        FindingSeverity.Warning,
        "Every change that was begun has an outcome",
        "Connect-PicsOnefile, or the next run that writes, checks and settles it; Get-LinkHistory -Open shows it."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.OpenIntents.Select(intent =>
        {
            var standing = facts.Standings.TryGetValue(intent.ChangeId, out var known) ? known : default;
            var isUnderWay = standing.Run == RunActivity.UnderWay;
            return Found(
                facts,
                intent.Key,
                null,
                $"{facts.Terms.Record(intent.Kind, intent.Key)}: {intent.Field} was to become "
                    + $"{(string.IsNullOrEmpty(intent.NewValue) ? "empty" : $"'{intent.NewValue}'")} (run {intent.RunId}), and "
                    + $"{(isUnderWay ? $"the run is under way on {intent.Machine}." : "the process ended before the outcome was known.")}",
                RemedyOf(facts, intent, standing),
                intent.Environment == facts.Environment && !isUnderWay ? FindingSeverity.Warning : FindingSeverity.Information
            );
        });

    private static string RemedyOf(ReadinessFacts facts, Change intent, IntentState standing)
    {
        if (standing.Run == RunActivity.UnderWay)
            return "Wait until that run has ended, then run Test-PicsWebSync again.";
        if (intent.Environment != facts.Environment)
            return $"It is settled at the next connection to {intent.Environment}.";
        var settles =
            intent.Kind == RecordKind.Integration.ToString()
                ? "Get-PicsWebSync checks and settles it"
                : "Connect-PicsOnefile, or the next run that writes, checks and settles it";
        return standing.Run == RunActivity.JustEnded
            ? $"{settles}: at once where the value is there, and otherwise from {ClaimWords.Time(standing.SettledFrom)} on, because what was sent may "
                + "still arrive."
            : $"{settles}; Get-LinkHistory -Open shows it.";
    }
}
