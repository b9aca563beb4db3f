using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>A deterministic stream of chance. Each part of the generator has its own, so that a change in one part leaves the others as they were.</summary>
public sealed class Draw(int seed, string stream)
{
    private readonly Random _random = new(StableHash(seed, stream));

    public int Below(int limit) => _random.Next(limit);

    public int Between(int first, int last) => _random.Next(first, last + 1);

    public bool Chance(double share) => _random.NextDouble() < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var point = _random.NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            point -= weight(item);
            if (point < 0)
                return item;
        }

        return items[^1];
    }

    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToArray();
        _random.Shuffle(list);
        return [.. list];
    }

    /// <summary>
    /// Marks the given share of <paramref name="count"/> records, exactly but for rounding (the fraction is drawn), so that even small worlds hold the
    /// shares of the noise table.
    /// </summary>
    public bool[] Quota(int count, double percent)
    {
        var wanted = count * percent / 100;
        var marked = (int)Math.Floor(wanted) + (Chance(wanted - Math.Floor(wanted)) ? 1 : 0);
        var marks = new bool[count];
        foreach (var index in Shuffle(Enumerable.Range(0, count)).Take(marked))
            marks[index] = true;
        return marks;
    }

    private static int StableHash(int seed, string text)
    {
        unchecked
        {
            var hash = 2166136261;
            foreach (var letter in text)
                hash = (hash ^ letter) * 16777619;
            return (int)((hash ^ (uint)seed) * 2654435761u);
        }
    }
}
