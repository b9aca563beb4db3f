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

    private readonly ulong[] _keys;
    private readonly int[] _records;
    private readonly int[] _buckets;
    private readonly int _shift;
    private readonly int _size;

    private BlockingIndex(ulong[] keys, int[] records, int size)
    {
        _keys = keys;
        _records = records;
        _size = size;
        var bits = 1;
        while (bits < 22 && 1 << bits < keys.Length)
            bits++;
        _shift = 64 - bits;
        _buckets = new int[(1 << bits) + 1];
        foreach (var key in keys)
            _buckets[(key >> _shift) + 1]++;
        for (var i = 1; i < _buckets.Length; i++)
            _buckets[i] += _buckets[i - 1];
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
        private readonly float[] _sums = new float[index._size];
        private readonly List<int> _touched = [];
        private readonly List<ulong> _wanted = [];

        /// <summary>The positions of the records that share most keys with a record, at most so many, best first.</summary>
        public IReadOnlyList<int> Find<T>(T record, Action<T, List<ulong>> keysOf, int most)
        {
            foreach (var position in _touched)
                _sums[position] = 0;
            _touched.Clear();

            Fill(record, keysOf, _wanted);
            foreach (var key in _wanted)
                Add(key);

            _touched.Sort((a, b) => _sums[b] != _sums[a] ? _sums[b].CompareTo(_sums[a]) : a.CompareTo(b));
            return _touched.Count <= most ? _touched : _touched.GetRange(0, most);
        }

        private void Add(ulong key)
        {
            var bucket = key >> index._shift;
            var (start, end) = (index._buckets[bucket], index._buckets[bucket + 1]);
            start = LowerBound(key, start, end);
            var stop = start;
            while (stop < end && index._keys[stop] == key && stop - start <= MaximumDocumentFrequency)
                stop++;

            var frequency = stop - start;
            if (frequency is 0 or > MaximumDocumentFrequency)
                return;
            var weight = (float)Math.Log((index._size + 1.0) / frequency, 2);
            for (var i = start; i < stop; i++)
            {
                var record = index._records[i];
                if (_sums[record] == 0)
                    _touched.Add(record);
                _sums[record] += weight;
            }
        }

        private int LowerBound(ulong key, int start, int end)
        {
            while (start < end)
            {
                var middle = (start + end) >>> 1;
                if (index._keys[middle] < key)
                    start = middle + 1;
                else
                    end = middle;
            }

            return start;
        }
    }
}
