using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Matching.Blocking;

/// <summary>
/// An inverted index over the keys of one side. Looking up adds, for every record that shares a key, the key's inverse document frequency (log2 of the list's
/// length over the
/// key's document frequency), and returns the best few: the number of comparisons grows with the number of records, not with its square.
/// </summary>
internal sealed class BlockingIndex
{
    // A key that more records have is not worth following; rarer keys of the same record lead to its partner.
    private const int MaximumDocumentFrequency = 250;

    private readonly ulong[] keys;
    private readonly int[] records;
    private readonly int[] buckets;
    private readonly int shift;
    private readonly int size;

    private BlockingIndex(ulong[] keys, int[] records, int size)
    {
        this.keys = keys;
        this.records = records;
        this.size = size;
        var bits = 1;
        while (bits < 22 && 1 << bits < keys.Length)
            bits++;
        shift = 64 - bits;
        buckets = new int[(1 << bits) + 1];
        foreach (var key in keys)
            buckets[(key >> shift) + 1]++;
        for (var i = 1; i < buckets.Length; i++)
            buckets[i] += buckets[i - 1];
    }

    /// <summary>Indexes the keys of a list of records.</summary>
    public static BlockingIndex Build<T>(IReadOnlyList<T> list, Action<T, List<ulong>> keysOf, CancellationToken cancellation)
    {
        var perRecord = new ulong[list.Count][];
        Parallel.For(
            0,
            list.Count,
            new ParallelOptions { CancellationToken = cancellation },
            () => new List<ulong>(),
            (i, _, scratch) =>
            {
                Fill(list[i], keysOf, scratch);
                perRecord[i] = scratch.ToArray();
                return scratch;
            },
            _ => { }
        );

        var total = 0;
        foreach (var some in perRecord)
            total += some.Length;
        var (all, owners, at) = (new ulong[total], new int[total], 0);
        for (var i = 0; i < perRecord.Length; i++)
        {
            foreach (var key in perRecord[i])
                (all[at], owners[at++]) = (key, i);
        }

        Array.Sort(all, owners);
        return new(all, owners, list.Count);
    }

    // The keys of a record, each once.
    private static void Fill<T>(T record, Action<T, List<ulong>> keysOf, List<ulong> keys)
    {
        keys.Clear();
        keysOf(record, keys);
        keys.Sort();
        var kept = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            if (i == 0 || keys[i] != keys[kept - 1])
                keys[kept++] = keys[i];
        }

        keys.RemoveRange(kept, keys.Count - kept);
    }

    /// <summary>What a thread needs to look up; not shared between threads.</summary>
    public Lookup NewLookup() => new(this);

    /// <summary>Looks up candidates; keeps its sums between calls so that nothing is allocated.</summary>
    public sealed class Lookup(BlockingIndex index)
    {
        private readonly float[] sums = new float[index.size];
        private readonly List<int> touched = [];
        private readonly List<ulong> wanted = [];

        /// <summary>The positions of the records that share most keys with a record, at most so many, best first.</summary>
        public IReadOnlyList<int> Find<T>(T record, Action<T, List<ulong>> keysOf, int most)
        {
            foreach (var position in touched)
                sums[position] = 0;
            touched.Clear();

            Fill(record, keysOf, wanted);
            foreach (var key in wanted)
                Add(key);

            touched.Sort((a, b) => sums[b] != sums[a] ? sums[b].CompareTo(sums[a]) : a.CompareTo(b));
            return touched.Count <= most ? touched : touched.GetRange(0, most);
        }

        private void Add(ulong key)
        {
            var bucket = key >> index.shift;
            var (start, end) = (index.buckets[bucket], index.buckets[bucket + 1]);
            start = LowerBound(key, start, end);
            var stop = start;
            while (stop < end && index.keys[stop] == key && stop - start <= MaximumDocumentFrequency)
                stop++;

            var frequency = stop - start;
            if (frequency is 0 or > MaximumDocumentFrequency)
                return;
            var weight = (float)Math.Log((index.size + 1.0) / frequency, 2);
            for (var i = start; i < stop; i++)
            {
                var record = index.records[i];
                if (sums[record] == 0)
                    touched.Add(record);
                sums[record] += weight;
            }
        }

        private int LowerBound(ulong key, int start, int end)
        {
            while (start < end)
            {
                var middle = (start + end) >>> 1;
                if (index.keys[middle] < key)
                    start = middle + 1;
                else
                    end = middle;
            }

            return start;
        }
    }
}
