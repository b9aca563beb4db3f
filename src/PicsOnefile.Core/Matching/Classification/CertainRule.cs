using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Classification;

/// <summary>How much of the run's budget of expected wrong links a Certain candidate uses.</summary>
internal enum Risk
{
    /// <summary>None that is worth counting.</summary>
    Negligible,

    /// <summary>A stranger may bear the name by chance: the expected number of namesakes is counted.</summary>
    Namesake,

    /// <summary>Another branch may have the same name and telephone number, and nothing says where either is.</summary>
    HiddenBranch,
}

/// <summary>One way to be Certain: two independent pieces of evidence, or an identifying one. No conflict and a clear margin come on top.</summary>
/// <param name="Any">Of each group at least one level must hold.</param>
/// <param name="None">None of these may hold.</param>
/// <param name="Risk">What has to be counted.</param>
internal sealed record CertainRule(IReadOnlyList<LevelSet> Any, LevelSet None = default, Risk Risk = Risk.Negligible)
{
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
