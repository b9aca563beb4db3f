namespace PicsOnefile.Matching.Evidence;

/// <summary>The comparison of one field: the first of its levels that holds counts.</summary>
/// <typeparam name="TPair">The two records.</typeparam>
/// <param name="levels">The levels in the order in which they are tried.</param>
internal sealed class FieldComparison<TPair>(params ComparisonLevel<TPair>[] levels)
    where TPair : struct
{
    /// <summary>Adds the level that holds, and those that it implies, to what is seen.</summary>
    /// <param name="pair">The records.</param>
    /// <param name="seen">The levels that hold.</param>
    /// <returns>The level's weight in bits; 0 where none holds.</returns>
    public float Compare(in TPair pair, ref LevelSet seen)
    {
        foreach (var level in levels)
        {
            if (!level.Holds(in pair, seen))
                continue;
            seen = seen | level.Set | level.Implies(in pair);
            return level.Bits(in pair);
        }

        return 0;
    }
}
