using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>
/// Which Onefile records are worth one call for their details: those that MIS IDs leave undecided and that the name alone makes a good candidate
/// of a PICSWeb record which has something to compare the details with.
/// </summary>
internal static class DetailsWanted
{
    // Odds, from the name alone, below which a record is no good candidate (about 1 in 65).
    private const float GoodCandidate = -6;

    // Where no name fits a PICSWeb record, so many of the nearest are asked for: the surname or the trading name may have changed.
    private const int Nearest = 3;

    /// <summary>The positions of the Onefile records, in rising order.</summary>
    public static IEnumerable<int> Of<TProfile>(DecidedPool<TProfile> decided)
        where TProfile : RecordProfile
    {
        var pool = decided.Pool;
        var settled = new HashSet<int>();
        var settledRights = new HashSet<int>();
        foreach (var decision in decided.Proposed.Where(decision => decision.Confidence == Confidence.Certain && decision.Edge.Levels.HasAny(Level.SameMisId) && !MayBeTheOldAccount(decision)))
        {
            settled.Add(decision.Left);
            settledRights.Add(decision.Edge.Right);
        }

        var wanted = new SortedSet<int>();
        for (var left = 0; left < pool.Lefts.Count; left++)
        {
            if (Asks(left) && pool.Edges[left].Any(edge => edge.Weight >= GoodCandidate && Answers(edge.Right)))
                wanted.Add(left);
        }

        for (var right = 0; right < pool.Rights.Count; right++)
        {
            if (Answers(right) && !pool.Claims[right].Any(left => pool.Find(left, right)!.Value.Weight >= GoodCandidate))
                wanted.UnionWith(pool.Claims[right].Where(Asks).Take(Nearest));
        }

        return wanted;

        // Of two accounts of one person the one with the MIS ID may be archived, which the details alone tell where rows lack the flag.
        bool MayBeTheOldAccount(Decision decision) => pool.Lefts[decision.Left] is { Live: null, DetailsMissing: true }
            && pool.Claims[decision.Edge.Right].Any(left => left != decision.Left && pool.Find(left, decision.Edge.Right)!.Value.Weight >= GoodCandidate);
        bool Asks(int left) => pool.Lefts[left] is { DetailsMissing: true, Taken: false } record && record.Live != false && !settled.Contains(left);
        bool Answers(int right) => pool.Rights[right] is { Taken: false, HasMoreThanName: true } && !settledRights.Contains(right);
    }
}
