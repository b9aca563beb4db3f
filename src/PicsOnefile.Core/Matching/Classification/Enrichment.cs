using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>
/// Which Onefile records are worth one call for their details: those that MIS IDs leave undecided and that the name alone makes a good candidate
/// of a PICSWeb record which has something to compare the details with.
/// </summary>
internal static class Enrichment
{
    // Chance, from the name alone, below which a record is no good candidate.
    private const float GoodCandidate = 1f / 65;

    // Odds, in bits, above which another account may be the same person's, though only one of them can be linked (about 1 in 65).
    private const float LikelyAccount = -6;

    // Where no name fits a PICSWeb record, so many of the nearest are asked for: the surname or the trading name may have changed.
    private const int Nearest = 3;

    /// <summary>The positions of the Onefile records, in rising order.</summary>
    public static IEnumerable<int> FindRecords<TProfile>(ClassifiedSpace<TProfile> decided)
        where TProfile : RecordProfile
    {
        var space = decided.Space;
        var settled = new HashSet<int>();
        var settledRights = new HashSet<int>();
        foreach (var decision in decided.Proposed.Where(IsSettled))
        {
            settled.Add(decision.Left);
            settledRights.Add(decision.Pair.Right);
        }

        var wanted = new SortedSet<int>();
        for (var left = 0; left < space.Lefts.Count; left++)
        {
            if (Asks(left) && space.Pairs[left].Any(pair => IsGood(pair) && Answers(pair.Right)))
                wanted.Add(left);
        }

        for (var right = 0; right < space.Rights.Count; right++)
        {
            if (Answers(right) && !space.Claims[right].Any(left => IsGood(space.Find(left, right)!.Value)))
                wanted.UnionWith(space.Claims[right].Where(Asks).Take(Nearest));
        }

        return wanted;

        // Whatever the limit of risk holds back afterwards: details do not change that the MIS ID agrees.
        bool IsSettled(Decision decision) =>
            decision.MayBeCertain && decision.Pair.Levels.HasAny(Level.SameMisId) && !MayBeTheOldAccount(decision);

        // Of two accounts of one person the one with the MIS ID may be archived, which the details alone show where rows lack the flag.
        bool MayBeTheOldAccount(Decision decision) =>
            space.Lefts[decision.Left] is { Live: null, DetailsMissing: true }
            && space.Claims[decision.Pair.Right].Any(left => left != decision.Left && space.Find(left, decision.Pair.Right)!.Value.Weight >= LikelyAccount);

        static bool IsGood(CandidatePair pair) => 1 - pair.Risk >= GoodCandidate;

        bool Asks(int left) => space.Lefts[left] is { DetailsMissing: true, Taken: false } record && record.Live != false && !settled.Contains(left);

        bool Answers(int right) => space.Rights[right] is { Taken: false, HasMoreThanName: true } && !settledRights.Contains(right);
    }
}
