using System.Management.Automation;
using PicsOnefile.Readiness;

namespace PicsOnefile.PowerShell.Readiness;

/// <summary>
/// Hands a finding to the table together with what holds for all findings of its rule. That is a set of members and no property: Export-Csv and Select-Object
/// do not see it.
/// </summary>
internal static class FindingRow
{
    /// <summary>Makes the row.</summary>
    /// <returns>The finding, with the set OfRule.</returns>
    public static PSObject For(Finding finding, FindingSummary rule)
    {
        var row = new PSObject(finding);
        row.Members.Add(
            new PSMemberSet(
                "OfRule",
                [
                    new PSNoteProperty(nameof(FindingSummary.Count), rule.Count),
                    new PSNoteProperty(nameof(FindingSummary.Title), rule.Title),
                    new PSNoteProperty(nameof(FindingSummary.Remedy), rule.Remedy),
                ]
            )
        );
        return row;
    }
}
