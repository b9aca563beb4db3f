using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Classification;

/// <summary>
/// One way to be Certain: two independent pieces of evidence, or an identifying one. It is a guard: no conflict, a clear margin and the limit of risk come
/// on top.
/// </summary>
/// <param name="Any">Of each group at least one level must hold.</param>
/// <param name="None">None of these may hold.</param>
/// <param name="IsTested">
/// True for a rule that was never wrong where it held millions of times. The risk of its pairs is then thought to be at most <see cref="MostRisk"/>.
/// </param>
internal sealed record CertainRule(IReadOnlyList<LevelSet> Any, LevelSet None = default, bool IsTested = true)
{
    /// <summary>
    /// The risk of a pair by a tested rule: none was wrong among some 1.7 million of lists of twenty seeds, two generators and three levels of noise
    /// (tests/results/matching.md), which bounds the rate at 1.8 in a million (the rule of three).
    /// </summary>
    public const double MostRisk = 1.8e-6;

    /// <summary>True where the levels satisfy the rule.</summary>
    public bool Holds(LevelSet levels)
    {
        foreach (var group in Any)
        {
            if (!levels.HasAny(group))
                return false;
        }

        return !levels.HasAny(None);
    }
}
