using PicsOnefile.Matching.Levels;

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
/// <param name="Any">Of each group at least one sign must stand.</param>
/// <param name="None">None of these may stand.</param>
/// <param name="Risk">What has to be counted.</param>
internal sealed record CertainRule(Sign[] Any, Sign None = Sign.None, Risk Risk = Risk.Negligible)
{
    /// <summary>True where the signs satisfy the rule.</summary>
    public bool Holds(Sign signs)
    {
        foreach (var group in Any)
        {
            if ((signs & group) == 0)
                return false;
        }

        return (signs & None) == 0;
    }
}
