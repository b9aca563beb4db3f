using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>The records that compete with each other, and every pair of them worth a look. Both lists are in the order of their IDs.</summary>
internal sealed class ComparisonSpace<TProfile>
    where TProfile : RecordProfile
{
    // Pairs that nothing learned from the lists would make likely are forgotten at once.
    private const float Floor = -14;
    private const int MostCompared = 60;
    private const int MostKept = 12;

    // A second index is worth its memory where the lists are short, and one list shows enough where they are long.
    private const int MostIndexedAnew = 20_000;

    private readonly ILookup<string, string> _rejected;

    private ComparisonSpace(
        IReadOnlyList<TProfile> lefts,
        IReadOnlyList<TProfile> rights,
        IPairComparer<TProfile> comparer,
        ILookup<string, string> rejected,
        CandidatePair[][] pairs,
        long compared
    )
    {
        (Lefts, Rights, Comparer, _rejected, Pairs, Compared) = (lefts, rights, comparer, rejected, pairs, compared);
        Claims = Turned(pairs, rights.Count);
    }

    /// <summary>The Onefile records.</summary>
    public IReadOnlyList<TProfile> Lefts { get; }

    /// <summary>The PICSWeb records.</summary>
    public IReadOnlyList<TProfile> Rights { get; }

    /// <summary>Rules and risks of the kind.</summary>
    public IPairComparer<TProfile> Comparer { get; }

    /// <summary>The pairs of each Onefile record, best first.</summary>
    public CandidatePair[][] Pairs { get; }

    /// <summary>The Onefile records that have a pair with each PICSWeb record, best first.</summary>
    public int[][] Claims { get; }

    /// <summary>The share of the records of the shorter list that are thought to have no partner.</summary>
    public double Alone { get; private init; } = 1;

    /// <summary>The odds before comparing as they are thought beforehand, in bits.</summary>
    public float Prior => LikelihoodRatio.Prior(Lefts.Count, Rights.Count);

    /// <summary>What the lists taught: of the odds before comparing, and of the levels that a pair shows.</summary>
    public LearnedBits Learned { get; private init; } = new(0, _ => []);

    /// <summary>Pairs of records of one list.</summary>
    public IReadOnlyList<InsidePairs> Inside { get; private init; } = [];

    /// <summary>How many pairs were compared field by field.</summary>
    public long Compared { get; }

    /// <summary>Finds and compares the pairs worth it.</summary>
    public static ComparisonSpace<TProfile> Compare(
        IReadOnlyList<TProfile> lefts,
        IReadOnlyList<TProfile> rights,
        IPairComparer<TProfile> comparer,
        ILookup<string, string> rejected,
        CancellationToken cancellation
    )
    {
        var index = BlockingIndex.Build(rights, comparer.Keys, cancellation);
        var (pairs, compared, prior) = (new CandidatePair[lefts.Count][], 0L, LikelihoodRatio.Prior(lefts.Count, rights.Count));
        Parallel.For(
            0,
            lefts.Count,
            new ParallelOptions { CancellationToken = cancellation },
            index.NewLookup,
            (i, _, lookup) =>
            {
                var found = lookup.Find(lefts[i], comparer.Keys, MostCompared);
                pairs[i] = CompareRow(lefts[i], found, rights, comparer, rejected, prior);
                Interlocked.Add(ref compared, found.Count);
                return lookup;
            },
            _ => { }
        );
        var inside = new List<InsidePairs> { InsidePairs.Find(rights, index, comparer, prior, cancellation) };
        if (lefts.Count <= MostIndexedAnew)
            inside.Add(InsidePairs.Find(lefts, BlockingIndex.Build(lefts, comparer.Keys, cancellation), comparer, prior, cancellation));
        return new(lefts, rights, comparer, rejected, pairs, compared) { Inside = inside };
    }

    /// <summary>The same records with their pairs weighed anew.</summary>
    /// <param name="pairs">The pairs of each Onefile record, best first.</param>
    /// <param name="alone">The share of the records of the shorter list that are thought to have no partner.</param>
    /// <param name="learned">What the lists taught.</param>
    public ComparisonSpace<TProfile> With(CandidatePair[][] pairs, double alone, LearnedBits learned) =>
        new(Lefts, Rights, Comparer, _rejected, pairs, Compared)
        {
            Inside = Inside,
            Alone = alone,
            Learned = learned,
        };

    /// <summary>The pair of two records, or null where it is not worth a look.</summary>
    public CandidatePair? Find(int left, int right)
    {
        foreach (var pair in Pairs[left])
        {
            if (pair.Right == right)
                return pair;
        }

        return null;
    }

    /// <summary>The Idents that a person has rejected for a Onefile record.</summary>
    public IEnumerable<string> RejectedFor(int left) => _rejected[Lefts[left].Id];

    private static CandidatePair[] CompareRow(
        TProfile left,
        IReadOnlyList<int> found,
        IReadOnlyList<TProfile> rights,
        IPairComparer<TProfile> comparer,
        ILookup<string, string> rejected,
        float prior
    )
    {
        var row = new List<CandidatePair>();
        var no = rejected.Contains(left.Id) ? rejected[left.Id] : [];
        foreach (var right in found)
        {
            if (no.Contains(rights[right].Id, StringComparer.OrdinalIgnoreCase))
                continue;
            var comparison = comparer.Compare(left, rights[right]);
            if (comparison.Weight + prior >= Floor)
                row.Add(new(right, comparison.Weight + prior, comparison.Levels | Disuse(left, rights[right])));
        }

        row.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Right.CompareTo(b.Right));
        if (row.Count > MostKept)
            row.RemoveRange(MostKept, row.Count - MostKept);
        return row.ToArray();
    }

    private static LevelSet Disuse(TProfile left, TProfile right) =>
        (left.Live == false ? Level.NotLive.Set : default) | (left.Mark is not null || right.Mark is not null ? Level.Marked.Set : default);

    private static int[][] Turned(CandidatePair[][] pairs, int columns)
    {
        var counts = new int[columns];
        foreach (var row in pairs)
        {
            foreach (var pair in row)
                counts[pair.Right]++;
        }

        var claims = counts.Select(count => new (float Weight, int Left)[count]).ToArray();
        Array.Clear(counts, 0, counts.Length);
        for (var i = 0; i < pairs.Length; i++)
        {
            foreach (var pair in pairs[i])
                claims[pair.Right][counts[pair.Right]++] = (-pair.Weight, i);
        }

        var turned = new int[columns][];
        Parallel.For(0, columns, j =>
        {
            Array.Sort(claims[j]);
            turned[j] = Array.ConvertAll(claims[j], claim => claim.Left);
        });
        return turned;
    }
}
