namespace PicsOnefile.Matching.Evidence;

/// <summary>The comparison of one field: the first of its levels that holds counts.</summary>
/// <typeparam name="TPair">The two records.</typeparam>
/// <param name="levels">The levels in the order in which they are tried.</param>
internal sealed class FieldComparison<TPair>(params ComparisonLevel<TPair>[] levels)
    where TPair : struct
{
    /// <summary>Adds the level that holds, with its bits and those that it implies; nothing where none holds.</summary>
    /// <param name="pair">The records.</param>
    /// <param name="tally">What was shown so far.</param>
    public void Compare(in TPair pair, ref Tally tally)
    {
        foreach (var level in levels)
        {
            if (!level.Holds(in pair, tally.Seen))
                continue;
            tally.Add(level.Set, level.Implies(in pair), level.Bits(in pair));
            return;
        }
    }
}
