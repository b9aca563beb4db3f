using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forename of one side is the initial of the other side's.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class ForenameInitial : ComparisonLevel<PersonPair>
{
    private const double M = 0.08;

    // An initial is shared by about one stranger in twelve.
    private const double U = 0.08;

    public override string Words => "forename is an initial on one side";

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        (pair.Mine.Forename.Length == 1 || pair.Theirs.Forename.Length == 1) && pair.Mine.Forename[0] == pair.Theirs.Forename[0];

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, U);
}
