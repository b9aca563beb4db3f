using System;
using PicsOnefile.Cache;

namespace PicsOnefile.Reading;

/// <summary>Why a reading is not taken by itself.</summary>
public enum WithheldWhy
{
    /// <summary>It has no record, and nobody has ever accepted that.</summary>
    Empty,

    /// <summary>It is much shorter than the last accepted one.</summary>
    Shrunk,

    /// <summary>The list's own total disagrees with the records that came.</summary>
    Incomplete,

    /// <summary>It could not be read at all.</summary>
    Failed,
}

/// <summary>
/// How much shorter than the last accepted reading a list may come back. Each accepted reading is what the next is compared with: a list that loses a few
/// records a month is a list of people who leave, and links that lead to nobody show by themselves.
/// </summary>
/// <param name="Percent">The share of the last accepted reading that may be missing; 0 to 100.</param>
/// <param name="Records">The number of records that may be missing, whatever share that is.</param>
public sealed record ShrinkLimit(int Percent, int Records)
{
    /// <summary>The limit of a profile; what a person has edited into nonsense counts as the nearest sense.</summary>
    public static ShrinkLimit From(PicsOnefileProfile profile) => new(Math.Min(100, Math.Max(0, profile.ShrinkPercent)), Math.Max(0, profile.ShrinkRecords));

    /// <summary>Why a reading is not taken, or null where it is.</summary>
    /// <param name="state">The readings of this list so far, or null.</param>
    /// <param name="rows">How many records came.</param>
    /// <param name="missing">How many the list's own total counts beyond those.</param>
    public WithheldWhy? Judge(ReadingState? state, int rows, int missing)
    {
        // A total that is always off by the same number (it may count what nobody is shown) was accepted so by a person.
        if (missing != 0 && missing != state?.AcceptedMissing)
            return WithheldWhy.Incomplete;
        if (rows == 0 && state?.AcceptedRows != 0)
            return WithheldWhy.Empty;
        return state?.AcceptedRows is { } before && IsShrunk(before, rows) ? WithheldWhy.Shrunk : null;
    }

    /// <summary>Whether a list of so many records has become much shorter: by more than the share and by more than the number.</summary>
    public bool IsShrunk(int before, int now) => before - now > Records && (before - now) * 100L > (long)before * Percent;
}
