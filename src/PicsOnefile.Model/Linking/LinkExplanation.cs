using System.Collections.Generic;
using System.Globalization;

namespace PicsOnefile;

/// <summary>Why a candidate has its probability: rows that add up to it, as in a waterfall.</summary>
public sealed record LinkExplanation
{
    /// <summary>The steps, from the odds before comparing to the result. Their bits add up to <see cref="Bits"/>.</summary>
    public IReadOnlyList<ExplanationRow> Rows { get; init; } = [];

    /// <summary>The result in bits, log2 of the odds: 0 is even odds, 10 is about 1000 to 1.</summary>
    public double Bits { get; init; }

    /// <summary>The result as the candidate's probability, 0 to 0.999999.</summary>
    public double Probability { get; init; }

    /// <summary>The guard or the limit that keeps the candidate below Certain, in words; null for a Certain one.</summary>
    public string? NotCertainBecause { get; init; }

    /// <summary>Describes it in few words: the probability, and why it is not Certain.</summary>
    public override string ToString() =>
        Described.By(Probability.ToString("0.######", CultureInfo.InvariantCulture), NotCertainBecause is null ? null : $"({NotCertainBecause})");
}
