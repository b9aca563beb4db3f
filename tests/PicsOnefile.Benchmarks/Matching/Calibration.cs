using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>
/// Whether a stated probability is the share that is right: the proposals in bins of their probability. Bins of several runs add up.
/// </summary>
public sealed class Calibration
{
    private static readonly double[] Ends = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

    private Calibration(IReadOnlyList<CalibrationBin> bins) => Bins = bins;

    /// <summary>All bins in rising order, empty ones too.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>Sorts proposals into bins; a probability of an end belongs to the bin above, and 1 to the last.</summary>
    public static Calibration From(IEnumerable<(double Probability, bool IsRight)> proposals)
    {
        var bins = Ends.Select((end, at) => (From: at == 0 ? 0 : Ends[at - 1], To: end)).Select(bin => new CalibrationBin(bin.From, bin.To)).ToArray();
        foreach (var (probability, isRight) in proposals)
        {
            var at = Math.Min(Ends.Count(end => end <= probability), bins.Length - 1);
            bins[at] = bins[at] with { Count = bins[at].Count + 1, Sum = bins[at].Sum + probability, Right = bins[at].Right + (isRight ? 1 : 0) };
        }

        return new(bins);
    }

    /// <summary>The bins of several runs together.</summary>
    public static Calibration Sum(IEnumerable<Calibration> runs) =>
        new([
            .. runs.SelectMany(run => run.Bins)
                .GroupBy(bin => (bin.From, bin.To))
                .OrderBy(bins => bins.Key.From)
                .Select(bins => new CalibrationBin(bins.Key.From, bins.Key.To)
                {
                    Count = bins.Sum(bin => bin.Count),
                    Sum = bins.Sum(bin => bin.Sum),
                    Right = bins.Sum(bin => bin.Right),
                }),
        ]);
}

/// <summary>The proposals whose probability lies between two ends.</summary>
/// <param name="From">The least probability, 0 to 1.</param>
/// <param name="To">The probability that begins the next bin.</param>
public sealed record CalibrationBin(double From, double To)
{
    /// <summary>A bin of fewer proposals shows nothing for certain.</summary>
    public const int Enough = 100;

    private const double Tolerance = 0.03;

    // The quantile of the normal distribution for 95 % on both sides.
    private const double Quantile = 1.959964;

    /// <summary>How many proposals.</summary>
    public int Count { get; init; }

    /// <summary>The sum of their probabilities.</summary>
    public double Sum { get; init; }

    /// <summary>How many of them are right.</summary>
    public int Right { get; init; }

    /// <summary>The mean probability.</summary>
    public double Mean => Sum / Count;

    /// <summary>The share that is right.</summary>
    public double Share => (double)Right / Count;

    /// <summary>The interval of 95 % of the share that is right.</summary>
    /// <remarks>Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.</remarks>
    public (double Least, double Most) Interval
    {
        get
        {
            var square = Quantile * Quantile;
            var middle = (Share + (square / (2 * Count))) / (1 + (square / Count));
            var half = Quantile / (1 + (square / Count)) * Math.Sqrt((Share * (1 - Share) / Count) + (square / (4.0 * Count * Count)));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }

    /// <summary>Whether the share that is right is within 3 points of the mean, or the mean within the interval; null for too few proposals.</summary>
    public bool? Holds =>
        Count < Enough ? null : Math.Abs(Mean - Share) <= Tolerance || (Interval.Least <= Mean && Mean <= Interval.Most);
}
