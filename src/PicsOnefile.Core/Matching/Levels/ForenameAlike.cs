using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forenames may be one with several typing errors, and they are not two that people bear.</summary>
internal sealed class ForenameAlike : ComparisonLevel<PersonPair>
{
    private const double M = 0.01;

    // So many times as many strangers bear a name that looks like this one.
    private const double Neighbours = 10;

    public override string Words => "forenames look alike";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        TypingError.MayLieBetween(pair.Mine.Forename, pair.Theirs.Forename)
        && !TwoForenames.AreTwo(pair.Mine.Forename, pair.Theirs.Forename)
        && !(KnownForenames.Has(pair.Mine.Forename) && KnownForenames.Has(pair.Theirs.Forename))
        && System.Math.Min(pair.Counts.Forenames(pair.Mine.Forename), pair.Counts.Forenames(pair.Theirs.Forename)) <= 3;

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Neighbours * pair.ForenameShare);
}
