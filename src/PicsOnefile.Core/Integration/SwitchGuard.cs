using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Integration;

/// <summary>Whether the readiness report lets the integration be switched on.</summary>
internal static class SwitchGuard
{
    // An obstacle that switching on removes is none.
    private static readonly Dictionary<string, string> SetRightBySwitchingOn = new()
    {
        ["PO-I002"] = "the environment goes with the customer token",
        ["PO-I003"] = "the customer token is handed over again where the connection test fails",
    };

    /// <summary>Checks whether the findings allow switching on.</summary>
    /// <returns>The rules that -Force overrides, or null where there is none.</returns>
    /// <exception cref="PicsOnefileException">NotReady: an error was found. ReasonMissing: -Force was given without a reason.</exception>
    public static string? Overridden(IReadOnlyCollection<Finding> findings, bool force, string? reason)
    {
        var errors = findings.Where(finding => finding.Severity == FindingSeverity.Error && !SetRightBySwitchingOn.ContainsKey(finding.RuleId)).ToList();
        if (errors.Count == 0)
            return null;
        var rules = string.Join(
            ", ",
            errors.GroupBy(finding => finding.RuleId).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key} ({rule.Count()})")
        );
        if (!force)
            throw ErrorKinds.NotReady.For(rules, $"{errors.Count} error(s) block the switch: {rules}. The first one: {errors[0].Message}");
        return string.IsNullOrWhiteSpace(reason)
            ? throw ErrorKinds.ReasonMissing.For(rules, $"{errors.Count} error(s) block the switch: {rules}. Switching on anyway needs a reason.")
            : rules;
    }
}
