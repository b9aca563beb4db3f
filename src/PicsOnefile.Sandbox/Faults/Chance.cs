using System;
using System.Text;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>Chance that depends on nothing but a seed and what it is about: not on the order in which threads ask, and not on the process.</summary>
public static class Chance
{
    /// <summary>A number from 0 to 1 (without 1).</summary>
    public static double For(int seed, string about, int repeat) => new Random(Hash(seed, about.ToUpperInvariant(), repeat)).NextDouble();

    // FNV-1a; string.GetHashCode differs from process to process.
    private static int Hash(int seed, string about, int repeat)
    {
        var hash = 2_166_136_261;
        foreach (var one in Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}|{repeat}|{about}")))
        {
            hash = unchecked((hash ^ one) * 16_777_619);
        }

        return (int)hash;
    }
}
