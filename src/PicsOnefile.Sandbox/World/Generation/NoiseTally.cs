using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>How often a kind of noise is really in the world.</summary>
/// <param name="Wanted">The share that the noise table asks for, per cent; null for what comes by chance.</param>
/// <param name="Total">The records that could have had it.</param>
public sealed record NoiseCount(string Name, double? Wanted, int Count, int Total)
{
    /// <summary>The share that was made, per cent.</summary>
    public double Share => Total == 0 ? 0 : 100.0 * Count / Total;
}

/// <summary>
/// Counts what the generator did, by its outcome and not by its intention. A name that was to be varied and came out the same does not count. The counts show
/// what the figures of a measurement were measured on.
/// </summary>
public sealed class NoiseTally
{
    private readonly List<NoiseCount> _counts = [];

    /// <summary>The counts, in the order in which they were first made.</summary>
    public IReadOnlyList<NoiseCount> Counts => _counts;

    /// <summary>One more record, with or without the noise.</summary>
    public void Count(string name, double? wanted, bool made)
    {
        var at = _counts.FindIndex(count => count.Name == name);
        if (at < 0)
            _counts.Add(new NoiseCount(name, wanted, made ? 1 : 0, 1));
        else
            _counts[at] = _counts[at] with { Count = _counts[at].Count + (made ? 1 : 0), Total = _counts[at].Total + 1 };
    }

    /// <summary>All records at once.</summary>
    public void Count(string name, double? wanted, IEnumerable<bool> made)
    {
        foreach (var each in made)
            Count(name, wanted, each);
    }

    /// <summary>E-mail addresses and telephone numbers of one record on both sides, before they are written in one form or another.</summary>
    public void CountContacts(Noise noise, (string One, string Other) mails, (string One, string Other) telephones)
    {
        Count("e-mail missing", noise.EmailMissing, IsMissing(mails));
        Count("e-mail different", noise.EmailDifferent, IsDifferent(mails));
        Count("telephone missing", noise.TelephoneMissing, IsMissing(telephones));
        Count("telephone different", noise.TelephoneDifferent, IsDifferent(telephones));
    }

    public static bool IsMissing((string One, string Other) values) => values.One.Length == 0 || values.Other.Length == 0;

    public static bool IsDifferent((string One, string Other) values) => !IsMissing(values) && values.One != values.Other;

    /// <summary>For each item whether others have the same key.</summary>
    public static IEnumerable<bool> Shared<T>(IEnumerable<T> keys) =>
        keys.GroupBy(key => key).SelectMany(group => Enumerable.Repeat(group.Count() > 1, group.Count()));
}
