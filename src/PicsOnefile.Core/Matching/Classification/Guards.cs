using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Classification;

/// <summary>How many proposals each guard keeps below Certain, in words.</summary>
internal static class Guards
{
    private static readonly IReadOnlyList<(Guard Guard, string Words)> Table =
    [
        (Guard.Conflict, "a conflict"),
        (Guard.Rival, "another record that fits as well"),
        (Guard.NoRule, "too little evidence"),
        (Guard.RiskOfOne, "the limit of one link"),
        (Guard.RiskOfRun, "the limit of the run"),
    ];

    /// <summary>Counts what was kept back.</summary>
    /// <param name="proposed">The proposed pairs of a run, after the limit of risk.</param>
    public static IReadOnlyList<(string By, int Proposals)> Count(IReadOnlyCollection<Decision> proposed)
    {
        var counts = proposed.ToLookup(decision => decision.KeptBackBy);
        return [.. Table.Select(row => (row.Words, counts[row.Guard].Count())).Where(row => row.Item2 > 0)];
    }
}
