using System;
using System.Globalization;

namespace PicsOnefile.Benchmarks.OwnData;

/// <summary>What is measured on labelled lists.</summary>
public sealed record DataPlan
{
    /// <summary>True for the whole columns alone.</summary>
    public bool WholeColumnsAlone { get; init; }

    /// <summary>The share of the second list that a sample takes, 0 to 1; null where none is taken.</summary>
    public double? Sample { get; init; }

    /// <summary>How many samples.</summary>
    public int Samples { get; init; }

    /// <summary>The seed of the first sample; each further one has the next.</summary>
    public int Seed { get; init; }

    /// <summary>Whether the calibration is shown.</summary>
    public bool Calibration { get; init; }

    /// <summary>Whether what was missed is shown.</summary>
    public bool Details { get; init; }

    /// <summary>Reads a share.</summary>
    /// <param name="text">A number above 0, up to 1; or null.</param>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static double? Share(string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1 ? share
        : throw new FormatException($"--sample needs a share above 0, up to 1, not '{text}'.");
}
