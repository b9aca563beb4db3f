using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The surnames are two.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class OtherSurname : ComparisonLevel<PersonPair>
{
    private const double M = 0.025;
    private const double U = 0.99;
    private static readonly float Weight = LikelihoodRatio.Bits(M, U);

    public override string Words => "different surnames";

    public override Direction Direction => Direction.Against;

    // A surname changes on marriage.
    public override IReadOnlyList<Combination> Combinations =>
        [new("surname changed, same e-mail address", Direction.For, Level.SameForename | Level.SameEmail)];

    public override bool Holds(in PersonPair pair, LevelSet seen) => true;

    public override float Bits(in PersonPair pair) => Weight;
}
