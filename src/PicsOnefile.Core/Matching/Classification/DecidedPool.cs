using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>A pool after deciding.</summary>
internal sealed class DecidedPool<TProfile>
    where TProfile : RecordProfile
{
    private readonly Dictionary<int, Decision> byLeft;

    public DecidedPool(Pool<TProfile> pool, IReadOnlyList<CertainRule> rules, KindWords words)
    {
        (Pool, Decider) = (pool, new(pool, rules, words));
        Proposed = Enumerable.Range(0, pool.Lefts.Count).Select(Decider.Assigned).OfType<Decision>().ToArray();
        byLeft = Proposed.ToDictionary(decision => decision.Left);
    }

    /// <summary>The records and their pairs.</summary>
    public Pool<TProfile> Pool { get; }

    /// <summary>How it was decided.</summary>
    public Decider<TProfile> Decider { get; }

    /// <summary>The proposed pairs, at most one for each record.</summary>
    public IReadOnlyList<Decision> Proposed { get; }

    /// <summary>The proposed pair of a Onefile record, or null.</summary>
    public Decision? ProposedFor(int left) => byLeft.TryGetValue(left, out var decision) ? decision : null;
}
