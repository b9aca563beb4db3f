using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares the names of two organisations.</summary>
/// <param name="vocabulary">The words of both lists.</param>
internal sealed class OrganisationNameComparison(Vocabulary vocabulary)
{
    // Equal names are looked for first, then a typing error, and only then what the words in which the names differ may mean.
    private static readonly OrganisationNameLevel[] Equal = [Level.SameName];
    private static readonly OrganisationNameLevel[] AfterTypos = [Level.NameTypo, Level.Acronym, Level.OtherName];

    private static readonly OrganisationNameLevel[] InPart =
    [
        Level.ShortenedWord,
        Level.ContractedWord,
        Level.OtherNumber,
        Level.OtherTownInName,
        Level.TownInName,
        Level.FillerWords,
        Level.TradeMissing,
        Level.LittleInCommon,
        Level.PartOfName,
        Level.SomeWords,
    ];

    /// <summary>Adds the levels that hold to what is seen; of names and trading names the pair that fits best counts.</summary>
    /// <param name="left">The placement.</param>
    /// <param name="right">The organisation.</param>
    /// <param name="seen">The levels that hold.</param>
    /// <returns>Their weight in bits; 0 where a record has no name.</returns>
    public float Compare(OrganisationProfile left, OrganisationProfile right, ref LevelSet seen)
    {
        var (names, bits) = (default(LevelSet), float.MinValue);
        for (var i = 0; i < left.Names.Length; i++)
        {
            for (var j = 0; j < right.Names.Length; j++)
            {
                var found = default(LevelSet);
                var weight = Compare(left, left.Names[i], right, right.Names[j], ref found);
                if (weight <= bits)
                    continue;
                if ((i > 0 || j > 0) && found.HasAny(LevelSets.NamesAgree))
                    found = found.Without(Level.SameName | Level.NameEqual) | Level.TradingName | Level.NameAgrees;
                (names, bits) = (found, weight);
            }
        }

        seen |= names;
        return bits == float.MinValue ? 0 : bits;
    }

    private float Compare(OrganisationProfile left, OrganisationName mine, OrganisationProfile right, OrganisationName theirs, ref LevelSet seen)
    {
        var pair = new OrganisationNamePair(left, mine, right, theirs, vocabulary, stackalloc int[Vocabulary.MostWords], stackalloc int[Vocabulary.MostWords]);
        if (TryFirst(Equal, in pair, ref seen, out var bits))
            return bits;
        pair.MatchTypo();
        if (TryFirst(AfterTypos, in pair, ref seen, out bits))
            return bits;
        pair.MeasureParts(NameTypo.Cost);
        TryFirst(InPart, in pair, ref seen, out bits);
        return bits;
    }

    private static bool TryFirst(OrganisationNameLevel[] levels, in OrganisationNamePair pair, ref LevelSet seen, out float bits)
    {
        foreach (var level in levels)
        {
            if (!level.Holds(in pair))
                continue;
            seen = seen | level.Set | level.Implies(in pair);
            bits = level.Bits(in pair);
            return true;
        }

        bits = 0;
        return false;
    }
}
