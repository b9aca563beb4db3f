using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Learning;

/// <summary>What a pair shows of each field, as ranks: the more it speaks for the pair the higher, 0 where it is silent.</summary>
internal readonly record struct Pattern(long Ranks)
{
    private const int Bits = 6;
    private const int Silent = 16;

    /// <summary>The pattern of a pair.</summary>
    public static Pattern From(LevelSet levels)
    {
        var ranks = 0L;
        foreach (var field in LevelShares.Table)
            ranks = (ranks << Bits) | (long)(Silent + field.Rank(levels));
        return new(ranks);
    }

    /// <summary>True where each field speaks at least as much for the pair.</summary>
    public bool IsAtLeast(Pattern other) => IsAtLeast(other, silentToo: true);

    /// <summary>True where each field that the other pattern shows does; where it is silent, a difference could not have been seen.</summary>
    public bool MayBeAtLeast(Pattern other) => IsAtLeast(other, silentToo: false);

    private bool IsAtLeast(Pattern other, bool silentToo)
    {
        var (mine, theirs) = (Ranks, other.Ranks);
        for (var field = 0; field < LevelShares.Table.Count; field++, mine >>= Bits, theirs >>= Bits)
        {
            var shown = theirs & ((1 << Bits) - 1);
            if ((silentToo || shown != Silent) && (mine & ((1 << Bits) - 1)) < shown)
                return false;
        }

        return true;
    }
}
