using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The surnames are the same; the parts of a double-barrelled one in either order.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class SameSurname : ComparisonLevel<PersonPair>
{
    /// <summary>How often the surname is the same among true pairs.</summary>
    public const double M = 0.93;

    public override string Words => "same surname";

    public override Role Role => Role.SurnameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) => pair.Mine.SurnameKey == pair.Theirs.SurnameKey;

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, pair.Left.SurnameShare);
}
