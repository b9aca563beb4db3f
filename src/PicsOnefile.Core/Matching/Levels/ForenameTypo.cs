using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>One forename is the other with a typing error, and they are not two names that people bear.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class ForenameTypo : ComparisonLevel<PersonPair>
{
    private const double M = 0.025;

    // A word within one typing error of a name is borne by more strangers than the name itself, by about this factor.
    private const double Neighbours = 3;

    public override string Words => "forename with a typing error";

    public override Role Role => Role.ForenameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        pair.Mine.Forename.Length > 1 && pair.Theirs.Forename.Length > 1 && pair.IsTypo(pair.Mine.Forename, pair.Theirs.Forename);

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Neighbours * pair.ForenameShare);
}
