using System;
using PicsOnefile.Cache;

namespace PicsOnefile.Reading;

/// <summary>Why a reading is not taken by itself.</summary>
public enum WithheldWhy
{
    /// <summary>It has no record, and that was never accepted.</summary>
    Empty,

    /// <summary>It is much shorter than the last accepted one.</summary>
    Shrunk,

    /// <summary>The list's own total disagrees with the records that came.</summary>
    Incomplete,

    /// <summary>It could not be read at all.</summary>
    Failed,
}

/// <summary>
/// How much shorter than the last accepted reading a list may come back. Each reading is compared with the last accepted one. A list that loses a few records a
/// month is a list of people who leave. Links that then lead to no record show by themselves.
/// </summary>
/// <param name="Percent">The share of the last accepted reading that may be missing; 0 to 100.</param>
/// <param name="Records">The number of records that may be missing, whatever share that is.</param>
public sealed record ShrinkLimit(int Percent, int Records)
{
    /// <summary>Makes the limit of a profile. A value out of range counts as the nearest in range.</summary>
    /// <returns>The limit.</returns>
    public static ShrinkLimit From(PicsOnefileProfile profile) => new(Math.Min(100, Math.Max(0, profile.ShrinkPercent)), Math.Max(0, profile.ShrinkRecords));

    /// <summary>Judges a reading.</summary>
    /// <param name="state">The readings of this list so far, or null.</param>
    /// <param name="rows">The number of records that came.</param>
    /// <param name="missing">How many more records the list's own total counts.</param>
    /// <returns>Why the reading is withheld, or null.</returns>
    public WithheldWhy? Judge(ReadingState? state, int rows, int missing)
    {
        // A person has accepted a total that is always off by the same number. It may count records that are never shown.
        if (missing != 0 && missing != state?.AcceptedMissing)
            return WithheldWhy.Incomplete;
        if (rows == 0 && state?.AcceptedRows != 0)
            return WithheldWhy.Empty;
        return state?.AcceptedRows is { } before && IsShrunk(before, rows) ? WithheldWhy.Shrunk : null;
    }

    /// <summary>Checks whether a list has become much shorter: by more than the share and by more than the number.</summary>
    /// <returns>True where both are exceeded.</returns>
    public bool IsShrunk(int before, int now) => before - now > Records && (before - now) * 100L > (long)before * Percent;
}
