using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Pairs of records of one list. They are two, and show how alike two can be.</summary>
/// <param name="Records">How many records the list has.</param>
/// <param name="Looked">For how many of them others that are alike were looked for.</param>
/// <param name="Pairs">The pairs found, each as seen from a record that was looked at.</param>
internal sealed record InsidePairs(int Records, int Looked, IReadOnlyList<CandidatePair> Pairs)
{
    // So many records show how alike strangers can be.
    private const int MostLooked = 4000;
    private const int MostCompared = 30;

    // A pair that nobody would propose shows nothing.
    private const float Floor = 0;

    /// <summary>Looks for records that are alike.</summary>
    /// <param name="list">The list.</param>
    /// <param name="index">The index over its keys.</param>
    /// <param name="comparer">The comparer.</param>
    /// <param name="prior">Odds before comparing, in bits.</param>
    /// <param name="cancellation">Says whether to stop.</param>
    public static InsidePairs Find<TProfile>(
        IReadOnlyList<TProfile> list,
        BlockingIndex index,
        IPairComparer<TProfile> comparer,
        float prior,
        CancellationToken cancellation
    )
        where TProfile : RecordProfile
    {
        // The lists are in the order of their IDs, so that every n-th is a sample which the order of the input does not change.
        var step = Math.Max(1, (list.Count + MostLooked - 1) / MostLooked);
        var looked = (list.Count + step - 1) / step;
        var found = new CandidatePair[looked][];
        Parallel.For(
            0,
            looked,
            new ParallelOptions { CancellationToken = cancellation },
            index.NewLookup,
            (i, _, lookup) =>
            {
                var at = i * step;
                found[i] =
                [
                    .. lookup
                        .Find(list[at], comparer.Keys, MostCompared)
                        .Where(other => other != at)
                        .Select(other => (Other: other, Seen: comparer.Compare(list[at], list[other], ofOneList: true)))
                        .Where(pair => pair.Seen.Weight + prior >= Floor)
                        .Select(pair => new CandidatePair(pair.Other, pair.Seen.Weight + prior, pair.Seen.Levels)),
                ];
                return lookup;
            },
            _ => { }
        );
        return new(list.Count, looked, [.. found.SelectMany(pairs => pairs)]);
    }
}
