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
        Level.ParentInFront,
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

    /// <summary>Adds the levels that hold, none where a record has no name; of names and trading names the pair that fits best counts.</summary>
    /// <param name="left">The placement.</param>
    /// <param name="right">The organisation.</param>
    /// <param name="tally">What was shown so far.</param>
    public void Compare(OrganisationProfile left, OrganisationProfile right, ref Tally tally)
    {
        var (names, none) = (tally.Alternative(), true);
        for (var i = 0; i < left.Names.Length; i++)
        {
            for (var j = 0; j < right.Names.Length; j++)
            {
                var found = tally.Alternative();
                Compare(left, left.Names[i], right, right.Names[j], ref found);
                if (!none && found.Bits <= names.Bits)
                    continue;
                var trades = (i > 0 || j > 0) && found.Seen.HasAny(LevelSets.NamesAgree);
                names = trades ? found.Renamed(Level.SameName | Level.NameEqual, Level.TradingName | Level.NameAgrees) : found;
                none = false;
            }
        }

        tally.Add(in names);
    }

    private void Compare(OrganisationProfile left, OrganisationName mine, OrganisationProfile right, OrganisationName theirs, ref Tally tally)
    {
        var pair = new OrganisationNamePair(left, mine, right, theirs, vocabulary, stackalloc int[Vocabulary.MostWords], stackalloc int[Vocabulary.MostWords]);
        if (TryFirst(Equal, in pair, ref tally))
            return;
        pair.MatchTypo();
        if (TryFirst(AfterTypos, in pair, ref tally))
            return;
        pair.MeasureParts(NameTypo.Cost);
        TryFirst(InPart, in pair, ref tally);
    }

    private static bool TryFirst(OrganisationNameLevel[] levels, in OrganisationNamePair pair, ref Tally tally)
    {
        foreach (var level in levels)
        {
            if (!level.Holds(in pair))
                continue;
            tally.Add(level.Set, level.Implies(in pair), level.Bits(in pair));
            return true;
        }

        return false;
    }
}
