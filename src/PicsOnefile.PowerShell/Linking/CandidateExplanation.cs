using System.Management.Automation;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>
/// The property Explanation of a candidate. PicsOnefile.PowerShell.Types.ps1xml makes a hidden property of it: it is computed when somebody reads it, and what
/// walks over all properties (Export-Csv, ConvertTo-Json, Export-Clixml) stays flat and does not compute it.
/// </summary>
public static class CandidateExplanation
{
    /// <summary>Explains a candidate.</summary>
    /// <returns>The explanation, or null where there is none.</returns>
    public static LinkExplanation? Explanation(PSObject candidate) => (candidate?.BaseObject as LinkCandidate)?.Explain();
}
