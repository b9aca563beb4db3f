using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Reporting;

/// <summary>Where a customer is and what is next: the steps of the report, one by one.</summary>
public static class Guide
{
    /// <summary>Lists the steps of a report.</summary>
    /// <returns>The steps in their order; the first one is the next thing to do.</returns>
    public static IReadOnlyList<GuideStep> For(LinkReport report)
    {
        var where = Where(report);
        return [.. report.Steps.Select((step, at) => Make(where, at, step) with { ProfileName = report.ProfileName })];
    }

    /// <summary>Lists the steps of somebody who is not connected.</summary>
    /// <param name="profiles">The names of the saved profiles.</param>
    /// <returns>The steps.</returns>
    public static IReadOnlyList<GuideStep> ForNobody(IReadOnlyList<string> profiles)
    {
        var connect =
            profiles.Count == 0
                ? new NextStep(
                    "Connect to your customer and save the settings as a profile. The help says where the customer token and the API user come from.",
                    "Get-Help Connect-PicsOnefile -Examples"
                )
                : new NextStep(
                    "Connect with a saved profile.",
                    $"Connect-PicsOnefile -ProfileName {NextSteps.Quoted(profiles[0])}",
                    profiles.Count == 1 ? null : $"Saved are: {string.Join(", ", profiles)}."
                );
        const string Again = "Ask again: with a connection the guide says how much is linked, and what is next.";
        var where = profiles.Count == 0 ? "Not connected, and no profile is saved." : "Not connected.";
        return [Make(where, 0, connect), Make(where, 1, new(Again, "Get-PicsOnefileGuide"))];
    }

    private static GuideStep Make(string where, int at, NextStep step) =>
        new()
        {
            Where = where,
            Step = at + 1,
            What = step.What,
            Command = step.Command,
            How = step.How,
        };

    private static string Where(LinkReport report)
    {
        var errors = report.Rules.Sum(rule => rule.Findings.Count(finding => finding.Severity == FindingSeverity.Error));
        string[] parts =
        [
            $"{report.CustomerName} in {report.Environment}, profile {report.ProfileName}",
            .. report.Kinds.Select(Linked),
            errors == 0 ? "no error blocks the switch" : errors == 1 ? "1 error blocks the switch" : $"{errors} errors block the switch",
        ];
        return string.Join("; ", parts) + ".";
    }

    private static string Linked(ReportedKind kind)
    {
        if (kind.NotRead is not null)
            return $"{kind.Onefile.Many} not read";
        // What PICSWeb has alone may never have had an account.
        var centres = kind.Centres.Where(centre => centre.CentreId is not null).ToList();
        var all = centres.Sum(centre => centre.States.Values.Sum());
        var linked = centres.Sum(centre => centre.States.TryGetValue(LinkState.Linked, out var count) ? count : 0);
        return $"{linked} of {all} {kind.Onefile.Many} linked";
    }
}
