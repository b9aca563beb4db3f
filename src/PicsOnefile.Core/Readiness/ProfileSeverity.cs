using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>The severity that a profile gives a rule instead of its own, with the reason: "Warning: reason". It can lower and never raise.</summary>
/// <param name="Severity">The gravest severity that the rule's findings may have.</param>
/// <param name="Reason">Why.</param>
public sealed record ProfileSeverity(FindingSeverity Severity, string Reason)
{
    // NotChecked is no severity to choose: it says that the rule could not check.
    private static readonly IReadOnlyList<FindingSeverity> Allowed = [FindingSeverity.Warning, FindingSeverity.Information];

    /// <summary>Reads the profile's rows by rule. A row without a rule, a lower severity or a reason is reported and left out.</summary>
    /// <returns>The severities by rule ID.</returns>
    public static IReadOnlyDictionary<string, ProfileSeverity> Parse(IReadOnlyDictionary<string, string> rows, IRunLog log)
    {
        var read = new Dictionary<string, ProfileSeverity>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (ReadinessRules.All.Any(rule => rule.Id.Equals(row.Key, StringComparison.OrdinalIgnoreCase)) && Parse(row.Value) is { } severity)
                read[row.Key] = severity;
            else
                log.Warning(
                    $"The profile's rule severity '{row.Key}' = '{row.Value}' is left out: it takes a rule's ID, and Warning or Information with a reason, "
                        + "such as 'Warning: agreed with the data team'."
                );
        }
        return read;
    }

    /// <summary>Lowers a finding to the profile's severity, where that is lower. The message names the reason.</summary>
    /// <returns>The finding.</returns>
    public static Finding Lowered(Finding finding, IReadOnlyDictionary<string, ProfileSeverity> severities) =>
        severities.TryGetValue(finding.RuleId, out var own) && own.Severity < finding.Severity
            ? finding with
            {
                Severity = own.Severity,
                Message = $"{finding.Message} ({finding.Severity} by itself; the profile makes it {own.Severity}: {own.Reason})",
            }
            : finding;

    private static ProfileSeverity? Parse(string text)
    {
        var colon = text.IndexOf(':');
        var word = colon < 0 ? "" : text.Substring(0, colon).Trim();
        var reason = colon < 0 ? "" : text.Substring(colon + 1).Trim();
        return reason.Length > 0 && Allowed.Any(severity => severity.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))
            ? new(Allowed.First(severity => severity.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)), reason)
            : null;
    }
}
