using System;
using System.Collections.Generic;

namespace PicsOnefile.Core.Tests.Matching.MadeUp;

/// <summary>Random choices from a seed.</summary>
public sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public bool Percent(double share) => random.NextDouble() * 100 < share;

    public int Below(int limit) => random.Next(limit);

    public T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    // The first of a list come more often than the last: about three in a hundred bear the first of two hundred forenames, one in a hundred the
    // first of a thousand surnames.
    public T Common<T>(IReadOnlyList<T> list) => list[(int)(list.Count * Math.Pow(random.NextDouble(), 1.5))];

    public string Digits(int count)
    {
        var digits = new char[count];
        for (var i = 0; i < count; i++)
            digits[i] = (char)('0' + random.Next(10));
        return new string(digits);
    }

    public string Typo(string word)
    {
        if (word.Length < 4)
            return word;
        var at = 1 + random.Next(word.Length - 2);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            2 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..],
        };
    }
}
