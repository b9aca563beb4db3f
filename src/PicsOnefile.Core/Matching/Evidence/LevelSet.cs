using System;

namespace PicsOnefile.Matching.Evidence;

/// <summary>A set of comparison levels: what comparing two records showed. A missing field adds no level: missing is not different.</summary>
/// <remarks>Two words of 64 bits; a third one, here alone, makes room for more levels than <see cref="Capacity"/>.</remarks>
internal readonly struct LevelSet : IEquatable<LevelSet>
{
    /// <summary>How many levels there may be.</summary>
    public const int Capacity = 128;

    private readonly ulong _low;
    private readonly ulong _high;

    private LevelSet(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>True where there is no level.</summary>
    public bool IsEmpty => (_low | _high) == 0;

    /// <summary>The set of one level.</summary>
    /// <param name="index">The level's place in the table, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more levels than <see cref="Capacity"/>.</exception>
    public static LevelSet Create(int index) =>
        index switch
        {
            >= 0 and < 64 => new(1UL << index, 0),
            >= 64 and < Capacity => new(0, 1UL << (index - 64)),
            _ => throw new ArgumentOutOfRangeException(nameof(index), index, $"A set holds {Capacity} levels."),
        };

    public static LevelSet operator |(LevelSet one, LevelSet other) => new(one._low | other._low, one._high | other._high);

    public static bool operator ==(LevelSet one, LevelSet other) => one.Equals(other);

    public static bool operator !=(LevelSet one, LevelSet other) => !one.Equals(other);

    /// <summary>True where at least one of the levels is in the set.</summary>
    public bool HasAny(LevelSet levels) => ((_low & levels._low) | (_high & levels._high)) != 0;

    /// <summary>True where every one of the levels is in the set.</summary>
    public bool HasAll(LevelSet levels) => (_low & levels._low) == levels._low && (_high & levels._high) == levels._high;

    /// <summary>The set without some levels.</summary>
    public LevelSet Without(LevelSet levels) => new(_low & ~levels._low, _high & ~levels._high);

    /// <inheritdoc/>
    public bool Equals(LevelSet other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LevelSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_low ^ (_high * 31)).GetHashCode();
}
