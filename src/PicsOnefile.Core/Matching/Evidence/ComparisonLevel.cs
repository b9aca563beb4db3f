using System.Collections.Generic;

namespace PicsOnefile.Matching.Evidence;

/// <summary>
/// One piece of evidence: an agreement level of a field in the sense of Fellegi and Sunter, or a circumstance that decides what a level is worth. Each is
/// one file with its condition, its weight, its words, its direction and its role.
/// </summary>
internal abstract class ComparisonLevel
{
    /// <summary>The set of this level alone; given by the table of levels.</summary>
    public LevelSet Set { get; internal set; }

    /// <summary>What people read of it; null for a level that is not said by itself.</summary>
    public virtual string? Words => null;

    /// <summary>On which side it is said.</summary>
    public virtual Direction Direction => Direction.For;

    /// <summary>What it decides beyond its weight.</summary>
    public virtual Role Role => Role.Neutral;

    /// <summary>What is said, before its own words, where other levels are there too; the first that fits counts.</summary>
    public virtual IReadOnlyList<Combination> Combinations => [];

    public static implicit operator LevelSet(ComparisonLevel level) => level.Set;

    public static LevelSet operator |(ComparisonLevel one, ComparisonLevel other) => one.Set | other.Set;
}

/// <summary>A level of a comparison of two records.</summary>
/// <typeparam name="TPair">The two records, with what is measured of them once for all levels.</typeparam>
internal abstract class ComparisonLevel<TPair> : ComparisonLevel
    where TPair : struct
{
    /// <summary>The condition, as far as the levels before it in its comparison do not hold.</summary>
    /// <param name="pair">The records.</param>
    /// <param name="seen">The levels that hold in the comparisons before.</param>
    public abstract bool Holds(in TPair pair, LevelSet seen);

    /// <summary>The weight in bits, log2(m/u); 0 for a circumstance.</summary>
    /// <param name="pair">The records.</param>
    public virtual float Bits(in TPair pair) => 0;

    /// <summary>The levels that hold with it.</summary>
    /// <param name="pair">The records.</param>
    public virtual LevelSet Implies(in TPair pair) => default;
}

/// <summary>What several levels say together.</summary>
/// <param name="Words">What people read.</param>
/// <param name="Direction">On which side.</param>
/// <param name="With">The levels that must be there beside the one that has the combination; they are not said again.</param>
/// <param name="Role">What the combination decides; the levels in it have no say of their own.</param>
/// <param name="StillSaid">Those of its levels that are said all the same.</param>
internal sealed record Combination(string Words, Direction Direction, LevelSet With, Role Role = Role.Neutral, LevelSet StillSaid = default);
