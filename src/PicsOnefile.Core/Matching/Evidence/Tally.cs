using System.Collections.Generic;

namespace PicsOnefile.Matching.Evidence;

/// <summary>
/// What a comparison has shown so far: the levels that hold, their bits, and, where somebody asks why, a row for each. Without rows nothing is allocated.
/// </summary>
/// <remarks>Bits are rounded as they are added. A part is added up by itself, so that the same pair always has the same sum.</remarks>
internal struct Tally
{
    private readonly List<TallyRow>? _rows;

    /// <summary>Begins with nothing.</summary>
    /// <param name="rows">Receives a row for each level; null where the sum is enough.</param>
    public Tally(List<TallyRow>? rows)
        : this(rows, default) { }

    private Tally(List<TallyRow>? rows, LevelSet seen)
    {
        _rows = rows;
        Seen = seen;
    }

    /// <summary>The levels that hold.</summary>
    public LevelSet Seen { get; private set; }

    /// <summary>Their weight in bits.</summary>
    public float Bits { get; private set; }

    /// <summary>Notes a level that holds.</summary>
    /// <param name="level">The level.</param>
    /// <param name="implied">The levels that hold with it.</param>
    /// <param name="bits">Its weight in bits.</param>
    public void Add(LevelSet level, LevelSet implied, float bits)
    {
        Seen = Seen | level | implied;
        Bits += bits;
        _rows?.Add(new(level, bits));
    }

    /// <summary>Notes a circumstance, which has no weight.</summary>
    /// <param name="circumstance">The level.</param>
    public void Add(LevelSet circumstance) => Seen |= circumstance;

    /// <summary>Takes off what levels that depend on each other say twice.</summary>
    /// <param name="bits">How much, in bits.</param>
    public void TakeOff(float bits)
    {
        Bits -= bits;
        _rows?.Add(new(default, -bits));
    }

    /// <summary>Adds a part that was tallied by itself.</summary>
    /// <param name="part">The part.</param>
    public void Add(in Tally part)
    {
        Seen |= part.Seen;
        Bits += part.Bits;
        if (part._rows is not null)
            _rows?.AddRange(part._rows);
    }

    /// <summary>Begins a part of the same comparison. It knows the levels that hold, and has no bits yet.</summary>
    public readonly Tally Part() => new(_rows is null ? null : [], Seen);

    /// <summary>Begins a comparison that may be dropped for a better one. It knows of no level.</summary>
    public readonly Tally Alternative() => new(_rows is null ? null : []);

    /// <summary>The same levels and bits with others in place of some of the levels: what they say is known under another name.</summary>
    /// <param name="without">The levels that go.</param>
    /// <param name="with">The levels that come.</param>
    public readonly Tally Renamed(LevelSet without, LevelSet with)
    {
        for (var at = 0; at < _rows?.Count; at++)
        {
            if (_rows[at].Level.HasAny(without))
                _rows[at] = _rows[at] with { Level = with };
        }

        return this with
        {
            Seen = Seen.Without(without) | with,
        };
    }
}

/// <summary>What one level added to a tally.</summary>
/// <param name="Level">The level; none for what was taken off because levels depend on each other.</param>
/// <param name="Bits">Its weight in bits.</param>
internal readonly record struct TallyRow(LevelSet Level, float Bits);
